#include "caption/caption_sets.h"

#include <catch2/catch.hpp>

#include "support/spoken_episode.h"

using cmos::CaptionSets;
using cmos::SpeakerLabels;

namespace {

SpokenEpisode spoken_by_two() {
  SpokenEpisode spoken;
  spoken.turn("Ada", "Hello and welcome to the show.").turn("Bob", "Thank you for having me here.");
  return spoken;
}

}  // namespace

TEST_CASE("captions that are asked for twice are the same ones") {
  const auto spoken = spoken_by_two();
  CaptionSets sets(spoken.episode, spoken.alignment, cmos::kStyles[0], {});
  const auto& without = sets.for_players(SpeakerLabels::none);
  const auto& labelled = sets.for_players(SpeakerLabels::change);
  const auto& podcast = sets.for_podcast_apps();
  CHECK(without.at(0).lines.at(0).text == "Hello and welcome to the show.");
  CHECK(labelled.at(0).lines.at(0).text == "Ada: Hello and welcome to the show.");
  CHECK(labelled.at(0).lines.at(0).label == 5);
  CHECK(without.at(0).lines.at(0).label == 0);
  CHECK(&sets.for_players(SpeakerLabels::none) == &without);
  CHECK(&sets.for_players(SpeakerLabels::change) == &labelled);
  CHECK(&sets.for_podcast_apps() == &podcast);
}

TEST_CASE("style and labels that the user wants are those of every player's captions") {
  const auto spoken = spoken_by_two();
  auto style = *cmos::find_style("bbc");
  style.width = 12;
  CaptionSets sets(spoken.episode, spoken.alignment, style, SpeakerLabels::always);
  const auto& cues = sets.for_players(SpeakerLabels::none);
  CHECK(&sets.for_players(SpeakerLabels::change) == &cues);
  CHECK(cues.at(0).lines.at(0).text.starts_with("Ada: "));
  CHECK(cues.size() > sets.for_podcast_apps().size());
}
