// Captions onto YouTube: signing in, what is to go up, and what became of it (docs/publishing.md).
#pragma once

#include <compare>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cmos/cue.h"
#include "cmos/diagnostic.h"
#include "cmos/error.h"
#include "cmos/export.h"
#include "cmos/time.h"
#include "cmos/with_diagnostics.h"

namespace cmos {

class Captioner;
struct Settings;

inline constexpr std::string_view kYouTubeUrl = "https://youtube.googleapis.com";
inline constexpr int kDailyUnits = 10'000;  // A project's, unless Google grants it more.

// Which track of captions: YouTube allows one of each.
struct TrackKey {
  std::string video;     // The ID.
  std::string language;  // BCP 47.
  std::string name;

  friend auto operator<=>(const TrackKey&, const TrackKey&) = default;
};

// A track as YouTube has it.
struct CaptionTrack {
  std::string id;
  std::string language;
  std::string name;
  std::string last_updated;
  std::string status;          // "serving", "syncing", "failed".
  std::string failure_reason;  // Of "failed".
  bool is_draft = false;
  bool is_automatic = false;  // YouTube's own speech recognition (trackKind ASR).
};

// One page's captions, ready to go up.
struct UploadJob {
  std::string page;  // As the user named it.
  TrackKey key;
  std::string file;  // SubRip.
  Cues cues;         // What is in the file.
  Time audio{0};     // How long the sound is that the captions were made from.
  bool has_offset = false;
  std::optional<std::string> chapters;  // Lines for the description; none: it is left alone.
};

// What a page does not say itself, or says otherwise.
struct UploadRequest {
  std::string language;        // BCP 47; empty: the page's.
  std::string name;            // Of the track, as viewers see it.
  std::optional<Time> offset;  // Of the sound in the video; empty: the page's, if it has one.
  bool description_chapters = false;  // Chapters go into the video's description, too.
};

// Reads, times and captions the page. Nothing if that fails; the diagnostics say why. Lines tell
// who speaks where the speaker changes, unless the settings say otherwise: YouTube shows no voices.
CMOS_API WithDiagnostics<std::optional<UploadJob>> make_upload_job(
    Captioner& captioner, const std::filesystem::path& page, const Settings& settings,
    const UploadRequest& request = {});

struct UploadOptions {
  bool draft = false;
  bool force = false;   // Replace what others changed.
  bool verify = false;  // Download and compare what is not known to be ours.
  bool wait = false;    // Ask until YouTube serves the track.
};

struct UploadSettings {
  UploadOptions options;
  std::string api_url{kYouTubeUrl};  // Without a slash at its end.
  int daily_units = kDailyUnits;
};

// Whether an address may be an api_url: https, or http to this machine. Rules: "unsafe-address",
// "libcurl-missing".
CMOS_API Result<void> check_api_url(const std::string& url);

enum class UploadAction { insert, replace, set_draft, nothing, later, failed };

// "insert", "replace", "set-draft", "nothing", "later", "failed".
CMOS_API std::string_view action_name(UploadAction action);

// What is to become, or became, of one page.
struct UploadOutcome {
  std::string page;
  TrackKey key;
  UploadAction action = UploadAction::nothing;
  int units = 0;    // Planned, beyond those that the plan itself has cost.
  std::string why;  // One clause for the user.
  std::string video_title;
  bool changes_description = false;
  std::optional<CaptionTrack> track;  // Once it is done.
  std::optional<Error> error;         // Of what failed.
};

// What is known of the units at one moment.
struct QuotaView {
  int spent = 0;  // Today, by this program on this machine.
  int daily = 0;

  int left() const { return daily > spent ? daily - spent : 0; }
};

struct UploadPlan {
  std::optional<std::string> channel;   // Title of who signed in's; none offline.
  std::vector<UploadOutcome> outcomes;  // Of what is done today, of what failed, of what waits.
  std::optional<Error> end;             // Why nothing after it was asked.
  int units = 0;                        // To be spent.
  bool is_short_of_units = false;       // Some pages have to wait for another day.
  QuotaView quota;                      // After what was done last.
};

// The JSON of docs/publishing.md.
CMOS_API std::string write_upload_json(const UploadPlan& plan);

struct SignInOptions {
  std::filesystem::path client_secret;  // Empty: client_secret.json in the configuration's folder.
  std::uint16_t port = 0;               // That the browser comes back to; 0: any free one.
};

CMOS_API std::filesystem::path client_secret_file(const SignInOptions& options);

// Hands the address to open to `show` and to the desktop's browser, if there is one, waits at most
// five minutes for the browser to come back, and keeps the sign-in in the file that is returned.
// Rules: "client-secret" (about client_secret_file()), "sign-in-port", "sign-in-needed",
// "write-failed", those of reading a file and of calling a service.
CMOS_API Result<std::filesystem::path> sign_in(
    const SignInOptions& options, const std::function<void(const std::string& url)>& show);

// What became of a sign-out. The sign-in is removed here in any case: who signs out must not be
// left signed in.
struct SignOut {
  bool was_signed_in = false;
  Result<void> revoked;  // Failed: the service may still know the tokens.
  Result<void> removed;
};
CMOS_API SignOut sign_out();

// Uploads of one run. One thread at a time. What it is about to do and the units that it spends are
// on disk before YouTube is called.
class CMOS_API Uploads {
 public:
  explicit Uploads(const UploadSettings& settings = {});
  ~Uploads();
  Uploads(const Uploads&) = delete;
  Uploads& operator=(const Uploads&) = delete;

  // Rule: "upload-invalid" (what can be seen without a call, or another page is for the same
  // track). A job that is refused is not kept.
  Result<void> add(UploadJob job);
  bool empty() const;

  // What is known without a call. It cannot be carried out. Rule: "state-file", those of reading a
  // file.
  Result<UploadPlan> plan_offline() const;

  // Reads, and changes nothing on YouTube; from here on no other run gets in between. Where nobody
  // is signed in, `ask` may call sign_in(). Nothing if that fails: the diagnostics say why and are
  // about the file of the sign-in, or about "upload". They also warn of a file that others may read
  // [token-readable].
  WithDiagnostics<std::optional<UploadPlan>> plan(
      const std::function<Result<std::filesystem::path>()>& ask = nullptr);

  // Does what plan() said last, page after page, until one meets what the next would meet, too, or
  // until `is_interrupted`, which is asked before each page. Each outcome is told when its page is
  // done, failed or left for later. Whatever ends the process, the next run finds out what is up.
  void carry_out(UploadPlan& plan, const std::function<void(const UploadOutcome&)>& tell,
                 const std::function<bool()>& is_interrupted = nullptr);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace cmos
