// What was uploaded, and the day's quota: one file that every run reads and writes.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

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
  SpentUnits spent;
};

// Null if nothing is known of the track.
const TrackRecord* find_record(const UploadState& state, const TrackKey& key);

// JSON, the tracks in order. Rule of errors: "state-file".
std::string write_state(const UploadState& state);
Result<UploadState> parse_state(std::string_view json);

// Holds the file for one run: a second run at the same time is refused. Movable, not copyable.
class StateFile {
 public:
  // A missing file is an empty state. Rules: "upload-busy", "state-file", those of read_file().
  static Result<StateFile> open(const std::filesystem::path& folder);

  StateFile(StateFile&& other) noexcept;
  StateFile& operator=(StateFile&& other) noexcept;
  StateFile(const StateFile&) = delete;
  StateFile& operator=(const StateFile&) = delete;
  ~StateFile();

  const UploadState& state() const { return state_; }
  // Null if nothing is known of the track.
  const TrackRecord* find(const TrackKey& key) const { return find_record(state_, key); }

  // The file changes with save() only. Units are added by the QuotaLedger alone.
  void remember(const TrackKey& key, TrackRecord record);
  void spend(const std::string& day, int units) { state_.spent.add(day, units); }
  Result<void> save() const;

 private:
  StateFile() = default;
  UploadState state_;
  std::filesystem::path file_;
  int lock_ = -1;
};

// What was uploaded, to look at only: no other run is kept out.
Result<UploadState> read_state(const std::filesystem::path& folder);

}  // namespace cmos
