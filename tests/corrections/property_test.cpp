// Corrections are found at their place, or not at all.
#include <rapidcheck.h>

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "cmos/corrections.h"
#include "corrections/find_quote.h"

using namespace cmos;

namespace {

using Words = std::vector<std::string>;

// Few, so that the same ones come again and again.
rc::Gen<Words> words(std::size_t count) {
  return rc::gen::container<Words>(
      count, rc::gen::elementOf(Words{"the", "shell", "we", "wrote", "it", "old", "and", "C++"}));
}

std::string joined(const Words& words, std::size_t first, std::size_t end) {
  std::string text;
  for (auto i = first; i < end; ++i) text += (i > first ? " " : "") + words[i];
  return text;
}

FoundQuote find(const Words& text, const std::string& quoted, const std::string& before,
                const std::string& after) {
  return QuotedText({text.begin(), text.end()}).find(quoted, before, after);
}

}  // namespace

TEST_CASE("after an edit elsewhere a quote is where it was or it is doubtful") {
  CHECK(rc::check("the words around it are as they were", [] {
    constexpr std::size_t kAround = 6;
    auto text = *words(60);
    const auto place = *rc::gen::inRange<std::size_t>(20, 40);
    const auto quoted = joined(text, place, place + 1);
    const auto before = joined(text, place - kAround, place);
    const auto after = joined(text, place + 1, place + 1 + kAround);
    const auto inserted = *words(*rc::gen::inRange<std::size_t>(0, 10));
    const auto removed = *rc::gen::inRange<std::ptrdiff_t>(0, 10);
    text.erase(text.begin(), text.begin() + removed);
    text.insert(text.begin(), inserted.begin(), inserted.end());
    const auto now = place + inserted.size() - static_cast<std::size_t>(removed);
    const auto [fate, first_word] = find(text, quoted, before, after);
    RC_ASSERT(fate != QuoteFate::lost);
    if (fate == QuoteFate::found) RC_ASSERT(first_word == now);
  }));
}

TEST_CASE("what a quote is found at has its words and half of those around it") {
  CHECK(rc::check("any text and any quote", [] {
    const auto text = *words(*rc::gen::inRange<std::size_t>(0, 40));
    const auto quoted = *words(*rc::gen::inRange<std::size_t>(1, 3));
    const auto around = *words(4);
    const auto [fate, first_word] =
        find(text, joined(quoted, 0, quoted.size()), joined(around, 0, 2), joined(around, 2, 4));
    if (fate != QuoteFate::found) return;
    RC_ASSERT(first_word + quoted.size() <= text.size());
    for (std::size_t i = 0; i < quoted.size(); ++i) RC_ASSERT(text[first_word + i] == quoted[i]);
  }));
}

TEST_CASE("corrections are read as they were written") {
  CHECK(rc::check("any texts of one line and any times", [] {
    const auto text =
        rc::gen::map(rc::gen::container<std::string>(rc::gen::inRange<char>('!', '~')),
                     [](const std::string& characters) { return "x" + characters + "x"; });
    const auto time = rc::gen::map(rc::gen::inRange(0, 20000000), [](int ms) { return Time(ms); });
    Correction correction{};
    correction.words = *text;
    correction.before = *text;
    correction.speaker = *text;
    correction.start = *time;
    correction.end = *correction.start + Time(1) + *time;
    correction.is_cue = *rc::gen::arbitrary<bool>();
    const auto file = write_corrections({&correction, 1});
    const auto [read, diagnostics] = parse_corrections(Page("x.corrections.yaml", file));
    RC_ASSERT(diagnostics.empty());
    RC_ASSERT(read.size() == 1U);
    RC_ASSERT(write_corrections(read) == file);
    RC_ASSERT(read[0].start == correction.start);
    RC_ASSERT(read[0].is_cue == correction.is_cue);
  }));
}
