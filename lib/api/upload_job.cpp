#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <utility>

#include "cmos/captioner.h"
#include "cmos/language_tag.h"
#include "cmos/publish.h"
#include "format/chapters_text.h"
#include "publish/job.h"

namespace cmos {

namespace {

// The lines for the video's description.
std::string chapter_lines(Products& products, Time offset, Diagnostics& diagnostics) {
  auto [chapters, found] = products.chapters();
  std::ranges::move(found, std::back_inserter(diagnostics));
  auto [lines, merged] =
      write_chapters_text(in_video(std::move(chapters), offset), products.timed().page.page.name);
  std::ranges::move(merged, std::back_inserter(diagnostics));
  return std::move(lines);
}

}  // namespace

WithDiagnostics<std::optional<UploadJob>> make_upload_job(Captioner& captioner,
                                                          const std::filesystem::path& path,
                                                          const Settings& settings,
                                                          const UploadRequest& request) {
  auto [opened, diagnostics] = captioner.open(path, settings);
  if (!opened) return {std::nullopt, std::move(diagnostics)};
  if (request.language.empty() && !opened->episode.language_understood) {
    diagnostics.push_back(make_diagnostic(
        "upload-invalid", opened->page.name, std::nullopt,
        "the page's language is not understood, so its track would have a wrong one; mend "
        "`language`, or give --language"));
    return {std::nullopt, std::move(diagnostics)};
  }
  auto [timed, more] = captioner.time(std::move(*opened), std::array{Format::srt});
  std::ranges::move(more, std::back_inserter(diagnostics));
  if (!timed) return {std::nullopt, std::move(diagnostics)};
  Products products(std::move(*timed));
  const auto& [page, sound, alignment, inputs] = products.timed();
  auto offset = request.offset;
  if (!offset && page.episode.youtube_offset) offset = page.episode.youtube_offset->value;
  auto job = make_job(page.page.name,
                      {page.episode.youtube_id ? page.episode.youtube_id->value : "",
                       request.language.empty()
                           ? page.episode.language
                           : canonical_language_tag(request.language).value_or(request.language),
                       request.name},
                      products.captions(Format::srt), sound->info.duration, offset);
  if (request.description_chapters)
    job.chapters = chapter_lines(products, offset.value_or(Time(0)), diagnostics);
  return {std::move(job), std::move(diagnostics)};
}

}  // namespace cmos
