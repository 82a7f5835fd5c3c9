#include "caption/caption_sets.h"

namespace cmos {

CaptionSets::CaptionSets(const Episode& episode, const Alignment& alignment, const Style& style,
                         std::optional<SpeakerLabels> labels, Unspoken unspoken)
    : episode_(episode),
      alignment_(alignment),
      style_(style),
      labels_(labels),
      unspoken_(unspoken) {}

const Cues& CaptionSets::for_players(SpeakerLabels formats_own) {
  return composed(false, {style_, labels_.value_or(formats_own), unspoken_});
}

const Cues& CaptionSets::for_podcast_apps() {
  return composed(true, {*find_style("podcast"), SpeakerLabels::none, unspoken_});
}

const Cues& CaptionSets::composed(bool podcast, const CaptionOptions& options) {
  const auto [set, is_new] = sets_.try_emplace({podcast, options.labels});
  if (is_new) set->second = compose_captions(episode_, alignment_, options);
  return set->second;
}

}  // namespace cmos
