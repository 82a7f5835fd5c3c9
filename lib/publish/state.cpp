#include "publish/state.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>

#include <cerrno>
#include <nlohmann/json.hpp>
#include <system_error>
#include <utility>

#include "base/atomic_file.h"
#include "publish/storage.h"

namespace cmos {

namespace {

using nlohmann::json;

// Captions on their way up, of 100 MiB at most, are in it, too.
constexpr std::size_t kLargestState = std::size_t{256} << 20U;

std::filesystem::path file_in(const std::filesystem::path& folder) {
  return folder / "uploads.json";
}

json to_json(const TrackKey& key) {
  return {{"video", key.video}, {"language", key.language}, {"name", key.name}};
}

TrackKey read_key(const json& track) {
  return {track.at("video"), track.at("language"), track.at("name")};
}

}  // namespace

const TrackRecord* find_record(const UploadState& state, const TrackKey& key) {
  const auto found = state.tracks.find(key);
  return found == state.tracks.end() ? nullptr : &found->second;
}

std::string write_state(const UploadState& state) {
  auto tracks = json::array();
  for (const auto& [key, record] : state.tracks) {
    auto track = to_json(key);
    track["caption_id"] = record.caption_id;
    track["last_updated"] = record.last_updated;
    track["sha256"] = record.sha256;
    tracks.push_back(std::move(track));
  }
  auto intents = json::array();
  for (const auto& [key, file] : state.intents) {
    intents.push_back(to_json(key));
    intents.back()["file"] = file;
  }
  const json document{{"quota", {{"day", state.spent.day}, {"units", state.spent.units}}},
                      {"tracks", std::move(tracks)},
                      {"intents", std::move(intents)}};
  return document.dump(2, ' ', false, json::error_handler_t::replace) + '\n';
}

Result<UploadState> parse_state(std::string_view text) {
  UploadState state;
  try {
    const auto document = json::parse(text);
    const auto& quota = document.at("quota");
    state.spent = {quota.at("day").get<std::string>(), quota.at("units").get<int>()};
    for (const auto& track : document.at("tracks")) {
      state.tracks[read_key(track)] = {track.at("caption_id"), track.at("last_updated"),
                                       track.at("sha256")};
    }
    for (const auto& intent : document.value("intents", json::array()))
      state.intents[read_key(intent)] = intent.at("file");
  } catch (const json::exception&) {
    return tl::unexpected(Error{
        "the record of uploads is damaged: move it away, and compare with --verify", "state-file"});
  }
  return state;
}

Result<UploadState> read_state(const std::filesystem::path& folder) {
  const auto text = read_file(file_in(folder), kLargestState);
  if (!text && text.error().rule == "not-found") return UploadState{};
  if (!text) return tl::unexpected(text.error());
  return parse_state(*text);
}

Result<StateFile> StateFile::open(const std::filesystem::path& folder) {
  if (auto made = make_private_folder(folder); !made) return tl::unexpected(made.error());
  StateFile result;
  result.file_ = file_in(folder);
  const auto lock = folder / "lock";
  result.lock_ = FileDescriptor(::open(lock.c_str(), O_CREAT | O_RDWR | O_CLOEXEC, 0600));
  if (!result.lock_) {
    return tl::unexpected(Error{
        fmt::format("cannot write {}: {}", lock.string(), std::generic_category().message(errno)),
        "write-failed"});
  }
  if (::flock(result.lock_.number(), LOCK_EX | LOCK_NB) != 0) {
    return tl::unexpected(
        Error{"another upload is under way: wait until it has ended", "upload-busy"});
  }
  auto state = read_state(folder);
  if (!state) return tl::unexpected(state.error());
  result.state_ = std::move(*state);
  return result;
}

const std::string* StateFile::intent(const TrackKey& key) const {
  const auto found = state_.intents.find(key);
  return found == state_.intents.end() ? nullptr : &found->second;
}

void StateFile::intend(const TrackKey& key, std::string file) {
  state_.intents.insert_or_assign(key, std::move(file));
}

void StateFile::remember(const TrackKey& key, TrackRecord record) {
  state_.tracks.insert_or_assign(key, std::move(record));
  forget_intent(key);
}

Result<void> StateFile::save() const {
  return write_private_file(file_, write_state(state_));
}

}  // namespace cmos
