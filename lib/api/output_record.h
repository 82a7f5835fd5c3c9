// Which files of a folder the program has written itself, so that what a person changed since is
// not overwritten (docs/outputs.md).
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "base/atomic_file.h"
#include "base/file_descriptor.h"
#include "cmos/error.h"

namespace cmos {

// One line for each output: its SHA-256 and its name, as sha256sum(1) writes them; two while an
// output changes, so that a kill between record and output harms nothing. Lines that are none, such
// as a merge's marks, are left out.
inline constexpr const char* kRecordName = ".cmos-captions.sums";

// The record of one output's folder. While it lives no other run, here or on another machine,
// changes it.
class OutputRecord {
 public:
  // Follows links. Rules: "write-failed", "read-failed".
  static Result<OutputRecord> open(const std::filesystem::path& output);

  OutputRecord(OutputRecord&&) = default;
  OutputRecord(const OutputRecord&) = delete;
  ~OutputRecord();

  // Whether the output is of this hash already.
  bool is(const std::string& hash) const { return now_ == hash; }

  // Whether the output may get other bytes: it is not there, is as the program wrote it, or `force`
  // says so. Rules: "output-edited", "read-failed".
  Result<void> check(bool force);

  // The output is, or is about to be, of this hash; what it is now counts as well.
  Result<void> keep(const std::string& hash);

  // The output is what lies there now.
  Result<void> keep_as_it_is();

 private:
  OutputRecord() = default;

  void read(std::string_view text);
  std::string text() const;

  std::filesystem::path output_;
  std::filesystem::path file_;
  FileDescriptor lock_;                                 // Of the record's file.
  std::map<std::string, std::set<std::string>> known_;  // Hashes by name.
  std::optional<std::string> now_;  // The output's hash; none while it is not there.
};

// Replaces an output whole, and records it. Rules: "output-edited", "write-failed", "read-failed".
Result<Replaced> write_output(const std::filesystem::path& file, std::string_view content,
                              bool force);

}  // namespace cmos
