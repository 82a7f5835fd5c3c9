#include "publish/state.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <nlohmann/json.hpp>
#include <system_error>
#include <utility>

#include "base/atomic_file.h"
#include "publish/storage.h"

namespace cmos {

namespace {

using nlohmann::json;

constexpr std::size_t kLargestState = std::size_t{64} << 20U;

std::filesystem::path file_in(const std::filesystem::path& folder) {
  return folder / "uploads.json";
}

}  // namespace

const TrackRecord* find_record(const UploadState& state, const TrackKey& key) {
  const auto found = state.tracks.find(key);
  return found == state.tracks.end() ? nullptr : &found->second;
}

std::string write_state(const UploadState& state) {
  auto tracks = json::array();
  for (const auto& [key, record] : state.tracks) {
    tracks.push_back({{"video", key.video},
                      {"language", key.language},
                      {"name", key.name},
                      {"caption_id", record.caption_id},
                      {"last_updated", record.last_updated},
                      {"sha256", record.sha256}});
  }
  const json document{{"quota", {{"day", state.spent.day}, {"units", state.spent.units}}},
                      {"tracks", std::move(tracks)}};
  return document.dump(2, ' ', false, json::error_handler_t::replace) + '\n';
}

Result<UploadState> parse_state(std::string_view text) {
  UploadState state;
  try {
    const auto document = json::parse(text);
    const auto& quota = document.at("quota");
    state.spent = {quota.at("day").get<std::string>(), quota.at("units").get<int>()};
    for (const auto& track : document.at("tracks")) {
      TrackKey key{track.at("video"), track.at("language"), track.at("name")};
      state.tracks[std::move(key)] = {track.at("caption_id"), track.at("last_updated"),
                                      track.at("sha256")};
    }
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
  result.lock_ = ::open(lock.c_str(), O_CREAT | O_RDWR | O_CLOEXEC, 0600);
  if (result.lock_ < 0) {
    return tl::unexpected(Error{
        fmt::format("cannot write {}: {}", lock.string(), std::generic_category().message(errno)),
        "write-failed"});
  }
  if (::flock(result.lock_, LOCK_EX | LOCK_NB) != 0) {
    return tl::unexpected(
        Error{"another upload is under way: wait until it has ended", "upload-busy"});
  }
  auto state = read_state(folder);
  if (!state) return tl::unexpected(state.error());
  result.state_ = std::move(*state);
  return result;
}

StateFile::StateFile(StateFile&& other) noexcept
    : state_(std::move(other.state_)),
      file_(std::move(other.file_)),
      lock_(std::exchange(other.lock_, -1)) {}

StateFile& StateFile::operator=(StateFile&& other) noexcept {
  std::swap(state_, other.state_);
  std::swap(file_, other.file_);
  std::swap(lock_, other.lock_);
  return *this;
}

StateFile::~StateFile() {
  if (lock_ >= 0) ::close(lock_);  // The lock goes with it.
}

void StateFile::remember(const TrackKey& key, TrackRecord record) {
  state_.tracks.insert_or_assign(key, std::move(record));
}

Result<void> StateFile::save() const {
  return write_private_file(file_, write_state(state_));
}

}  // namespace cmos
