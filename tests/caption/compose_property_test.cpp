#include <rapidcheck.h>

#include <catch2/catch.hpp>

#include "base/unicode.h"
#include "caption/compose.h"
#include "cmos/style_choice.h"
#include "support/random_text.h"
#include "support/spoken_episode.h"

using namespace std::chrono_literals;
using cmos::CaptionOptions;
using cmos::Cue;
using cmos::Cues;
using cmos::CueWord;
using cmos::SpeakerLabels;
using cmos::Style;

namespace {

std::string random_word() {
  const auto length = *rc::gen::inRange<std::size_t>(1, 300);
  std::string ideographs;
  for (std::size_t i = 0; i < length; ++i) ideographs += "\u4E2D";
  switch (*rc::gen::inRange(0, 12)) {
    case 0:
      return *random_text::text();
    case 1:
      return std::string().append(length, 'w');
    case 2:
      return ideographs;
    default:
      return *rc::gen::elementOf(std::vector<std::string>{"the",
                                                          "a",
                                                          "of",
                                                          "and",
                                                          "I",
                                                          "you",
                                                          "is",
                                                          "Perl",
                                                          "Gabor",
                                                          "code,",
                                                          "yes.",
                                                          "No!",
                                                          "5",
                                                          "years",
                                                          "\u201CWell",
                                                          "it.\u201D",
                                                          "\u05E9\u05DC\u05D5\u05DD",
                                                          "\U0001F600",
                                                          "internationalisation",
                                                          "[laughs]",
                                                          "-"});
  }
}

SpokenEpisode random_episode() {
  SpokenEpisode spoken;
  spoken.episode.language = *rc::gen::elementOf(std::vector<std::string>{"en", "ja", "th", "zz-!"});
  const auto turns = *rc::gen::inRange(0, 12);
  for (int turn = 0; turn < turns; ++turn) {
    spoken.begin_turn(*rc::gen::elementOf(
        std::vector<std::string>{"Gabor Szabo", "Jan & <Marcus>", "",
                                 "A very long name that no line has any room for, not even one"}));
    const auto most_words = *rc::gen::elementOf(std::vector<int>{2, 30});
    for (int word = *rc::gen::inRange(1, most_words); word > 0; --word) {
      if (*rc::gen::inRange(0, 20) == 0) spoken.begin_paragraph();
      const auto longest = *rc::gen::elementOf(std::vector<int>{2, 500, 9000});
      spoken.say(random_word(), cmos::Time(*rc::gen::inRange(1, longest)));
      if (*rc::gen::inRange(0, 5) == 0) spoken.rest(cmos::Time(*rc::gen::inRange(0, 2000)));
    }
    spoken.end_turn();
  }
  return spoken;
}

// A row of the table, or one with some of its numbers changed to any that is allowed.
Style random_style() {
  cmos::StyleChoice choice{&cmos::kStyles[*rc::gen::inRange<std::size_t>(0, cmos::kStyles.size())],
                           {}};
  if (*rc::gen::arbitrary<bool>()) return *choice.style;
  for (const auto& number : cmos::style_numbers()) {
    const auto value = *rc::gen::inRange(number.smallest, number.largest + 1);
    if (*rc::gen::arbitrary<bool>()) choice.changes.push_back({&number, value});
  }
  return choose_style(choice).value_or(*choice.style);
}

bool shows(const std::string& word) {
  for (std::size_t at = 0; at < word.size();) {
    const auto c = static_cast<UChar32>(cmos::next_code_point(word, at));
    if (u_isUWhiteSpace(c) == 0 && u_charType(c) != U_CONTROL_CHAR) return true;
  }
  return false;
}

std::vector<CueWord> words_of(const Cues& cues) {
  std::vector<CueWord> words;
  for (const auto& cue : cues) {
    for (const auto& line : cue.lines) {
      words.insert(words.end(), line.words.begin(), line.words.end());
    }
  }
  return words;
}

void check_words(const SpokenEpisode& spoken, const Cues& cues) {
  std::vector<std::string> found;
  for (const auto& word : words_of(cues)) {
    if (word.joined) {
      found.back() += word.text;
    } else {
      found.push_back(word.text);
    }
  }
  std::vector<std::string> expected;
  for (const auto& word : spoken.episode.words) {
    if (shows(word.text)) expected.push_back(word.text);
  }
  RC_ASSERT(found == expected);
}

void check_lines(const Cue& cue, const CaptionOptions& options) {
  RC_ASSERT(!cue.lines.empty());
  RC_ASSERT(cue.lines.size() <= options.style.lines);
  for (const auto& line : cue.lines) {
    if (cmos::count_columns(line.text) > options.style.line_columns()) {
      RC_ASSERT(line.words.size() == 1U);
      RC_ASSERT(line.text == line.words[0].text);
    }
  }
  const bool dialogue = cue.lines.size() == 2 && cue.lines[0].speaker != cue.lines[1].speaker;
  if (!dialogue) return;
  for (const auto& line : cue.lines) {
    const bool label = options.labels != SpeakerLabels::none && !line.speaker.empty();
    RC_ASSERT(line.text.starts_with(label ? line.speaker + ": " : "-"));
  }
}

// `next` is where the next cue begins; after the last one, far away.
void check_times(const Cue& cue, cmos::Time next, cmos::Time sound_end, const Style& style) {
  const auto words = words_of({cue});
  const auto first = words.front().time.start;
  const auto last = words.back().time.end;
  const auto length = cue.time.length();
  const auto gap = next - cue.time.end;
  RC_ASSERT(cue.time.start <= first + style.lag);
  RC_ASSERT(cue.time.start < words.front().time.end);
  RC_ASSERT(cue.time.start >= first - style.lead);
  RC_ASSERT(length > 0ms);
  RC_ASSERT(length <= style.longest);
  RC_ASSERT(gap == 0ms || gap >= style.smallest_gap);
  const bool cut = words.size() == 1 && next - (first - style.lead) > style.longest;
  if (cut) return;
  RC_ASSERT(cue.time.end >= last);
  RC_ASSERT(gap == 0ms || gap >= style.smallest_pause);
  const auto spoken = static_cast<std::size_t>(
      std::ranges::count_if(words, [](const auto& word) { return !word.joined; }));
  const auto shortest = cmos::shortest_for(style, spoken);
  RC_ASSERT(gap == 0ms || cue.time.end <= std::max(last + style.linger, cue.time.start + shortest));
  const bool no_room = gap == 0ms || cue.time.end == std::max(last, sound_end);
  RC_ASSERT(length >= std::min(shortest, style.longest) || no_room);
}

void check(const SpokenEpisode& spoken, const CaptionOptions& options) {
  const auto cues = compose_captions(spoken.episode, spoken.alignment, options);
  check_words(spoken, cues);
  for (std::size_t i = 0; i < cues.size(); ++i) {
    check_lines(cues[i], options);
    const auto next = i + 1 < cues.size() ? cues[i + 1].time.start : 1000h;
    check_times(cues[i], next, spoken.alignment.duration, options.style);
  }
}

}  // namespace

TEST_CASE("captions of random speech keep every word and every limit, in every style") {
  CHECK(rc::check([] {
    const auto spoken = random_episode();
    const auto labels =
        *rc::gen::element(SpeakerLabels::none, SpeakerLabels::change, SpeakerLabels::always);
    check(spoken, {random_style(), labels});
  }));
}

TEST_CASE("thousands of turns of one word keep every limit", "[long]") {
  CHECK(rc::check([] {
    SpokenEpisode spoken;
    for (auto turns = *rc::gen::inRange(1000, 3000); turns > 0; --turns) {
      spoken.turn(turns % 2 == 0 ? "Ada" : "Bob", turns % 3 == 0 ? "word." : "no");
    }
    check(spoken, {});
  }));
}
