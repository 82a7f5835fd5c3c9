#include "check/stamp_fixes.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "check/alignment_rules.h"

using namespace std::chrono_literals;

namespace {

struct HeardTurn {
  std::string stamp;  // "0:20"
  cmos::Time start;
  std::vector<float> confidences;  // Of its words, a tenth of a second each.
};

// The diagnostics of a page with these turns, one line each, the way a compiler's are read.
std::vector<std::string> found(const std::vector<HeardTurn>& turns) {
  cmos::Episode episode;
  cmos::Alignment alignment;
  alignment.duration = 2h;
  std::string page;
  for (const auto& [stamp, start, confidences] : turns) {
    cmos::Turn turn{};
    turn.stamp = cmos::parse_clock(stamp);
    turn.stamp_source = {page.size(), page.size() + stamp.size()};
    turn.first_word = episode.words.size();
    turn.end_word = turn.first_word + confidences.size();
    page += stamp + "\n";
    auto time = start;
    for (const float confidence : confidences) {
      episode.words.push_back({"word", {}, {}, false});
      alignment.words.push_back({{time, time + 100ms}, confidence});
      time += 100ms;
    }
    episode.turns.push_back(turn);
    alignment.turns.push_back({start, time});
  }
  cmos::AudioInfo audio;
  audio.duration = alignment.duration;
  audio.silences = {{0s, audio.duration}};
  std::vector<std::string> lines;
  for (const auto& diagnostic :
       cmos::alignment_diagnostics(cmos::RuleSet::check, episode, alignment, audio, {"a.md", page}))
    lines.push_back(to_string(diagnostic));
  return lines;
}

using Lines = std::vector<std::string>;
using Confidences = std::vector<float>;

const Confidences kSure(5, 0.9F);
const Confidences kUnsure(5, 0.1F);

}  // namespace

TEST_CASE("the first four words of a turn tell together whether its start is sure") {
  const auto with = [](const Confidences& words) { return found({{"0:20", 25s, words}}); };
  const Lines off{
      "a.md:1:1: error: stamp [0:20], but the turn is heard to begin at 0:25; write [0:25] "
      "[stamp-off]"};
  CHECK(with({0.9F, 0.9F, 0.9F, 0.9F}) == off);
  CHECK(with({0.1F, 0.9F, 0.9F, 0.9F}) == off);
  CHECK(with({0.9F, 0.9F, 0.9F, 0.1F, 0.1F, 0.1F}) == off);
  CHECK(with({0.9F, 0.1F, 0.1F, 0.1F}).empty());
  CHECK(with({0.9F, 0.9F, 0.1F, 0.0F, 0.9F, 0.9F}).empty());
}

TEST_CASE("a stamp gets hours where it had some and where it must have some") {
  CHECK(found({{"0:59:50", 1h, kSure}}) ==
        Lines{"a.md:1:1: error: stamp [59:50], but the turn is heard to begin at 1:00:00; write "
              "[1:00:00] [stamp-off]"});
  CHECK(found({{"59:50", 1h, kSure}}) ==
        Lines{"a.md:1:1: error: stamp [59:50], but the turn is heard to begin at 1:00:00; write "
              "[1:00:00] [stamp-off]"});
  CHECK(found({{"0:01:00", 5s, kSure}}) ==
        Lines{"a.md:1:1: error: stamp [1:00], but the turn is heard to begin at 0:05; write "
              "[0:00:05] [stamp-off]"});
}

TEST_CASE("a turn whose start is not sure begins between those of its sure neighbours") {
  const auto with = [](const std::string& stamp) {
    return found({{"0:10", 10s, kSure}, {stamp, 15s, kUnsure}, {"0:30", 30s, kSure}});
  };
  CHECK(with("0:09").empty());
  CHECK(with("0:31").empty());
  CHECK(with("0:08").size() == 1);
  CHECK(with("0:32").size() == 1);
}
