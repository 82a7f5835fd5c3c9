// Chapters in an MP3: written around sound that stays as it is, and read back.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>

#include "base/atomic_file.h"
#include "cmos/chapter.h"
#include "cmos/error.h"
#include "cmos/time.h"
#include "cmos/with_diagnostics.h"

namespace cmos {

// Why bytes of the target that are others must not be replaced; null: they may.
using MayReplace = std::function<Result<void>()>;

struct MarkOutcome {
  Replaced replaced = Replaced::written;
  std::uint64_t size = 0;  // Of the marked file.
};

// Writes the source with these chapters in its ID3 tag, and none else, to the target, which may be
// the source itself. No chapters: takes those away that are there. Whatever stands behind the tag
// comes out as it is (sound, APE, ID3v1 and appended tags), and so does every other frame; memory
// does not grow with the sound. The tag stays of version 2.3 or 2.4; one of 2.2 becomes 2.3, and
// so does none. It keeps its size if the chapters fit, else 2 KiB of padding follow them. A target
// that would not change is only touched. On an error the target is as before.
// Images of chapters are looked for in `image_folder`. Rules: "not-found", "read-failed",
// "write-failed", "chapters-impossible", "id3-damaged", "id3-unsupported", "id3-no-counterpart",
// "id3-too-large", those of `may_replace`; of diagnostics: docs/id3.md.
Result<WithDiagnostics<MarkOutcome>> mark_chapters(const std::filesystem::path& source,
                                                   const std::filesystem::path& target,
                                                   const Chapters& chapters,
                                                   const std::filesystem::path& image_folder,
                                                   const MayReplace& may_replace = nullptr);

// The chapters of the tags at the file's start, in order of time: titles and links, no images. An
// end that is none (before the start, not given, behind the end of the sound) is the next one's
// start or the sound's end, with a diagnostic; `duration` is the sound's, if it is known. Rules:
// "not-found", "read-failed", "id3-damaged", "id3-unsupported".
Result<WithDiagnostics<Chapters>> read_chapters(const std::filesystem::path& path,
                                                std::optional<Time> duration = std::nullopt);

}  // namespace cmos
