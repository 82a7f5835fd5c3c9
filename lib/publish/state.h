// What was uploaded, and the day's quota: one file that every run reads and writes.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

#include "base/file_descriptor.h"
#include "cmos/error.h"
#include "cmos/publish.h"
#include "publish/quota.h"

namespace cmos {

// The track as this program left it. The API shows no hash of a track's content; lastUpdated moves
// when anybody changes it.
struct TrackRecord {
  std::string caption_id;
  std::string last_updated;
  std::string sha256;  // Of the uploaded file.

  friend bool operator==(const TrackRecord&, const TrackRecord&) = default;
};

struct UploadState {
  std::map<TrackKey, TrackRecord> tracks;
  // Files on their way up: noted before YouTube is called, and gone once it is known what became of
  // them. A run that is ended in between leaves its own here for the next one.
  std::map<TrackKey, std::string> intents;
  SpentUnits spent;
};

// Null if nothing is known of the track.
const TrackRecord* find_record(const UploadState& state, const TrackKey& key);

// JSON, the tracks in order. Rule of errors: "state-file".
std::string write_state(const UploadState& state);
Result<UploadState> parse_state(std::string_view json);

// Holds the file for one run: a second run at the same time is refused.
class StateFile {
 public:
  // A missing file is an empty state. Rules: "upload-busy", "state-file", those of read_file().
  static Result<StateFile> open(const std::filesystem::path& folder);

  const UploadState& state() const { return state_; }
  // Null if nothing is known of the track.
  const TrackRecord* find(const TrackKey& key) const { return find_record(state_, key); }
  // The file that was on its way to the track; null if it is known what became of it.
  const std::string* intent(const TrackKey& key) const;

  // The file on disk changes with save() only. Units are added by the QuotaLedger alone.
  void intend(const TrackKey& key, std::string file);
  void forget_intent(const TrackKey& key) { state_.intents.erase(key); }
  // The intent, if there is one, has come about.
  void remember(const TrackKey& key, TrackRecord record);
  void spend(const std::string& day, int units) { state_.spent.add(day, units); }
  Result<void> save() const;

 private:
  StateFile() = default;
  UploadState state_;
  std::filesystem::path file_;
  FileDescriptor lock_;  // The lock goes with it.
};

// What was uploaded, to look at only: no other run is kept out.
Result<UploadState> read_state(const std::filesystem::path& folder);

}  // namespace cmos
