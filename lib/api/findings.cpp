#include "api/findings.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "check/alignment_rules.h"
#include "check/page_rules.h"
#include "check/severities.h"
#include "check/sound_rules.h"
#include "cmos/rule.h"
#include "media/audio.h"

namespace cmos {

Diagnostics page_findings(const TimedPage& timed) {
  const auto& [page, sound, alignment, inputs] = timed;
  auto findings = page.diagnostics;
  const auto add = [&](Diagnostics more) { std::ranges::move(more, std::back_inserter(findings)); };
  add(check_page(page.episode, page.page));
  if (sound) {
    const auto& audio = sound->info;
    add(pronunciation_diagnostics(page.episode, alignment, page.declaring()));
    add(alignment_diagnostics(RuleSet::check, page.episode, alignment, audio, page.page));
    add(damage_diagnostics(audio, sound->file.string()));
    add(compare_declared(page.episode.mp3, audio, page.declaring()));
    add(check_channels(audio, page.page.name));
    add(check_feed(audio, sound->file));
  }
  sort_by_place(findings);
  return apply_severities(std::move(findings),
                          {page.settings.disabled_rules, page.settings.severities});
}

}  // namespace cmos
