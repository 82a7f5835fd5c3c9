#include "api/output_record.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <system_error>
#include <utility>

#include "base/file_identity.h"
#include "publish/digest.h"

namespace cmos {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kHashDigits = 64;
// Lines of 100,000 outputs.
constexpr std::size_t kMaxRecordSize = 32'000'000;
constexpr std::size_t kBlock = std::size_t{1} << 18;

tl::unexpected<Error> failure(const fs::path& file, int code, RuleName rule = "write-failed") {
  return tl::unexpected(
      Error{fmt::format("{}: {}", file.string(), std::generic_category().message(code)), rule});
}

// Nothing if the file is not there.
Result<std::optional<std::string>> hash_of(const fs::path& file) {
  const FileDescriptor opened(
      uninterrupted([&] { return ::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK); }));
  if (!opened && errno == ENOENT) return std::nullopt;
  if (!opened) return failure(file, errno, "read-failed");
  Sha256 digest;
  std::string block(kBlock, '\0');
  for (;;) {
    const auto got =
        uninterrupted([&] { return ::read(opened.number(), block.data(), block.size()); });
    if (got < 0) return failure(file, errno, "read-failed");
    if (got == 0) break;
    digest.add({block.data(), static_cast<std::size_t>(got)});
  }
  return to_hex(digest.finish());
}

bool is_hash(std::string_view text) {
  return text.size() == kHashDigits &&
         text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

// Of a file system. Then two runs in one folder at the same moment may lose a line.
bool has_no_locks(int code) {
  return code == ENOLCK || code == ENOSYS || code == EOPNOTSUPP;
}

// The file, locked. Who waited for the lock of a file that was replaced meanwhile waits again.
Result<FileDescriptor> lock(const fs::path& file) {
  for (;;) {
    FileDescriptor opened(uninterrupted(
        [&] { return ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0666); }));
    if (!opened) return failure(file, errno);
    if (uninterrupted([&] { return ::flock(opened.number(), LOCK_EX); }) != 0 &&
        !has_no_locks(errno)) {
      return failure(file, errno);
    }
    struct stat locked{};
    struct stat named{};
    if (::fstat(opened.number(), &locked) != 0) return failure(file, errno);
    if (::stat(file.c_str(), &named) == 0 && named.st_ino == locked.st_ino) return opened;
  }
}

}  // namespace

Result<OutputRecord> OutputRecord::open(const fs::path& output) {
  OutputRecord record;
  record.output_ = follow_links(output);
  record.file_ = record.output_.parent_path() / kRecordName;
  if (record.output_.filename() == kRecordName) {
    return tl::unexpected(Error{"it is the record of a folder's outputs", "write-failed"});
  }
  auto locked = lock(record.file_);
  if (!locked) return tl::unexpected(locked.error());
  record.lock_ = std::move(*locked);
  const auto text = read_file(record.file_, kMaxRecordSize);
  if (!text) {
    return tl::unexpected(
        Error{fmt::format("{}: {}", record.file_.string(), text.error().message), "read-failed"});
  }
  record.read(*text);
  auto now = hash_of(record.output_);
  if (!now) return tl::unexpected(now.error());
  record.now_ = std::move(*now);
  return record;
}

// A record that came to nothing leaves no file.
OutputRecord::~OutputRecord() {
  struct stat status{};
  if (lock_ && ::fstat(lock_.number(), &status) == 0 && status.st_size == 0 &&
      status.st_nlink > 0) {
    ::unlink(file_.c_str());
  }
}

Result<void> OutputRecord::check(bool force) {
  if (force || !now_) return {};
  const auto known = known_.find(output_.filename().string());
  if (known != known_.end() && known->second.contains(*now_)) return {};
  return tl::unexpected(
      Error{known != known_.end()
                ? "it was changed since the program wrote it, and is left as it is: corrections "
                  "belong into the page's transcript; --force writes it anew"
                : "there is no record that this program wrote it, and it is left as it is: "
                  "corrections belong into the page's transcript; --force writes it anew",
            "output-edited"});
}

Result<void> OutputRecord::keep(const std::string& hash) {
  std::set<std::string> hashes{hash};
  if (now_) hashes.insert(*now_);
  auto& known = known_[output_.filename().string()];
  if (std::exchange(known, hashes) == hashes) return {};
  if (const auto saved = replace_file(file_, text()); !saved) return tl::unexpected(saved.error());
  return {};
}

Result<void> OutputRecord::keep_as_it_is() {
  auto now = hash_of(output_);
  if (!now) return tl::unexpected(now.error());
  now_ = std::move(*now);
  return now_ ? keep(*now_) : Result<void>();
}

// As sha256sum(1) does, a line begins with a backslash where its name has one, or a line's end.
void OutputRecord::read(std::string_view text) {
  while (!text.empty()) {
    auto line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    const bool is_escaped = line.starts_with('\\');
    if (is_escaped) line.remove_prefix(1);
    const auto hash = line.substr(0, kHashDigits);
    if (!is_hash(hash) || line.substr(kHashDigits, 2) != "  ") continue;
    std::string name;
    for (std::size_t i = kHashDigits + 2; i < line.size(); ++i) {
      const bool is_pair = is_escaped && line[i] == '\\' && i + 1 < line.size();
      if (is_pair) ++i;
      name += is_pair && line[i] == 'n' ? '\n' : line[i];
    }
    known_[name].emplace(hash);
  }
}

std::string OutputRecord::text() const {
  std::string text;
  for (const auto& [name, hashes] : known_) {
    std::string escaped;
    for (const char c : name) escaped += c == '\\' ? "\\\\" : c == '\n' ? "\\n" : std::string(1, c);
    for (const auto& hash : hashes) {
      text += fmt::format("{}{}  {}\n", escaped == name ? "" : "\\", hash, escaped);
    }
  }
  return text;
}

Result<Replaced> write_output(const fs::path& file, std::string_view content, bool force) {
  auto record = OutputRecord::open(file);
  if (!record) return tl::unexpected(record.error());
  const auto hash = sha256_hex(content);
  if (!record->is(hash)) {
    if (const auto may = record->check(force); !may) return tl::unexpected(may.error());
  }
  if (const auto kept = record->keep(hash); !kept) return tl::unexpected(kept.error());
  return replace_file(file, content);
}

}  // namespace cmos
