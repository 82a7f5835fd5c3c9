#include "api/correct_page.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <utility>

#include "corrections/apply.h"

namespace cmos {

Diagnostics correct_page(const Captioner& captioner, EpisodePage& page) {
  const auto file = corrections_file(page.path);
  auto text = captioner.read(file, kMaxCorrectionsSize);
  if (!text && text.error().rule == RuleName("not-found")) return {};
  if (!text) return {to_diagnostic(text.error(), file.string())};
  page.corrections_file.emplace(file.string(), std::move(*text));
  auto [corrections, diagnostics] = parse_corrections(*page.corrections_file);
  page.corrections = std::move(corrections);
  auto more = apply_corrections(page.corrections, *page.corrections_file, page.page,
                                page.declaring(), page.episode);
  std::ranges::move(more, std::back_inserter(diagnostics));
  return diagnostics;
}

Diagnostics unkept_corrections(const EpisodePage& page, const Alignment& alignment) {
  if (alignment.words.empty()) return {};
  Diagnostics diagnostics;
  for (const auto& known : page.episode.known_times) {
    const auto& [start, end] = alignment.words[known.word].time;
    const auto kept = known.is_end ? end : start;
    if (kept == known.time) continue;
    diagnostics.push_back(make_diagnostic(
        "correction-unkept", page.corrections_file->name, std::nullopt,
        fmt::format("\"{}\" {} at {}, not at {}: there is no room, or the sound is over",
                    page.episode.words[known.word].text, known.is_end ? "ends" : "begins",
                    format_timestamp(kept, '.'), format_timestamp(known.time, '.'))));
  }
  return diagnostics;
}

}  // namespace cmos
