// The captions of one episode in the forms that formats ask for, each of them made once.
#pragma once

#include <map>
#include <optional>
#include <utility>

#include "caption/compose.h"

namespace cmos {

// The episode and its alignment outlive this object; one thread at a time. The captions stay where
// they are for as long as it lives.
class CaptionSets {
 public:
  // `labels`: of the captions for players; empty: each format's own.
  CaptionSets(const Episode& episode, const Alignment& alignment, const Style& style,
              std::optional<SpeakerLabels> labels, Unspoken unspoken = Unspoken::hide);

  // Captions for players, with the format's own labels unless the user wants others.
  const Cues& for_players(SpeakerLabels formats_own);

  // Podcast apps show one long line: style "podcast", no labels.
  const Cues& for_podcast_apps();

 private:
  const Cues& composed(bool podcast, const CaptionOptions& options);

  const Episode& episode_;
  const Alignment& alignment_;
  Style style_;
  std::optional<SpeakerLabels> labels_;
  Unspoken unspoken_;
  std::map<std::pair<bool, SpeakerLabels>, Cues> sets_;  // By whether they are for podcast apps.
};

}  // namespace cmos
