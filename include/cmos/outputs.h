// Which files a run reads and which it writes, and that none is both.
#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cmos/diagnostic.h"
#include "cmos/error.h"
#include "cmos/export.h"
#include "cmos/formats.h"
#include "cmos/settings.h"

namespace cmos {

struct EpisodePage;

// One file that a page becomes.
struct Output {
  Format format;
  std::filesystem::path file;
};

// Whether these outputs can be made with these settings. Rule "usage".
CMOS_API Result<void> check_outputs(std::span<const Output> outputs, const Settings& settings);

// Whether -f mp3 can mark the page's sound, before anything of it is heard: an error
// [mp3-container] if not. Sound that cannot be read is told by Captioner::time().
CMOS_API Diagnostics check_markable(const EpisodePage& page);

// A file and what it is, for messages: "the page", "the MP3 of episode.md".
struct NamedFile {
  std::filesystem::path file;
  std::string role;
};

// Where the page's sound lies. Rule "mp3-missing".
CMOS_API Result<std::filesystem::path> find_sound(const EpisodePage& page);

// All files that the page, its times and its formats are made from, found without hearing the
// sound: the page itself, its corrections, the configuration, the sound, the images of chapters,
// the acoustic model's files. What is not there is left out, but for the page.
CMOS_API std::vector<NamedFile> inputs_of(const EpisodePage& page);

// Whether no output is an input, under whatever name and through whatever links, or has the name of
// a configuration or of the record of outputs, and no two outputs are one file. Rule "usage".
CMOS_API Result<void> keep_apart(std::span<const NamedFile> outputs,
                                 std::span<const NamedFile> inputs);

// Whether the file could be written: its folder is there, it is no folder itself and not read-only.
// Nothing is changed. Rule "write-failed".
CMOS_API Result<void> check_writable(const std::filesystem::path& file);

// Replaces a file whole, as Products::write() does. Rule: "write-failed".
CMOS_API Result<void> write_file(const std::filesystem::path& file, std::string_view content);

// What outputs depend on, as make reads it: "a.vtt a.srt: a.md a.mp3", and a rule without a recipe
// for each input but the first, so that make goes on where one has gone (as GCC's -MP). Everything
// that GNU make gives a meaning is escaped, so that a name is a name (its manual, 3.7.1, 4.3, 4.4
// and 5.1).
CMOS_API std::string make_rule(std::span<const std::filesystem::path> targets,
                               std::span<const std::filesystem::path> inputs);

// Whether a file may become rules: it is not there, or has nothing but such rules, or `force` says
// so. A Makefile by hand has more. Rules "output-edited", "read-failed".
CMOS_API Result<void> check_rules_file(const std::filesystem::path& file, bool force);

// Whether make_rule() can write the name. Rule "usage".
CMOS_API Result<void> check_make_name(const std::filesystem::path& name);

}  // namespace cmos
