// Any bytes as corrections of a small page: no crash, no hang; every diagnostic of the file is an
// error with a place, what has none comes again as it is written, and the times that are applied
// rise.
#include <cstddef>
#include <cstdint>
#include <string>

#include "corrections/apply.h"
#include "demand.h"

namespace {

const cmos::Page kPage(
    "page.md",
    "---\ntitle: T\nchapters:\n- {time: 0:00, title: One}\n---\n[transcript]\n"
    "[ann host Ann]\n[bob guest Bob]\n[0:01] ann: We wrote the shell, and then we "
    "wrote it.\n\n## Two\n\n[0:09] bob: *And* the [editor](x).\n[/transcript]\n");

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const cmos::Page file("page.corrections.yaml",
                        std::string(reinterpret_cast<const char*>(data), size));
  auto [corrections, diagnostics] = cmos::parse_corrections(file);
  for (const auto& diagnostic : diagnostics) {
    demand(diagnostic.severity == cmos::Severity::error, "not an error");
    demand(diagnostic.position && diagnostic.position->line > 0, "no place");
    demand(diagnostic.rule.name().starts_with("corrections-"), "another's rule");
  }
  const auto written = cmos::write_corrections(corrections);
  const auto again = cmos::parse_corrections({"again.yaml", written});
  demand(again.diagnostics.empty(), "not read again");
  demand(cmos::write_corrections(again.value) == written, "written in another way");
  auto episode = cmos::parse_episode(kPage).value;
  const auto words = episode.words.size();
  for (const auto& diagnostic : cmos::apply_corrections(corrections, file, kPage, kPage, episode)) {
    for (const auto& edit : diagnostic.fix) {
      demand(edit.source.begin < edit.source.end && edit.source.end <= kPage.text.size(),
             "an edit beyond the page");
    }
  }
  demand(episode.words.size() == words, "words came or went");
  for (std::size_t i = 1; i < episode.known_times.size(); ++i) {
    demand(episode.known_times[i - 1].time <= episode.known_times[i].time, "times fall");
  }
  return 0;
}
