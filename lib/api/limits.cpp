#include "api/limits.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <string>

#include "cmos/limits.h"

namespace cmos {

Diagnostics beyond_limits(const Episode& episode, const Page& page) {
  Diagnostics found;
  const auto report = [&](RuleName rule, std::size_t offset, const std::string& message) {
    found.push_back(make_diagnostic(rule, page.name, page.lines.position(offset), message));
  };
  const auto& turns = episode.turns;
  const auto& words = episode.words;
  if (turns.size() > kMostTurns) {
    report("too-many-turns", turns[kMostTurns].stamp_source.begin,
           fmt::format("the page has {} turns, more than {}", turns.size(), kMostTurns));
  }
  if (words.size() > kMostWords) {
    report("too-many-words", words[kMostWords].source.begin,
           fmt::format("the page has {} words, more than {}", words.size(), kMostWords));
  }
  // Where nothing parts two words of a script with spaces, they are pieces of one.
  const auto piece = std::ranges::adjacent_find(words, [](const Word& word, const Word& next) {
    return word.source.end == next.source.begin && !next.joined;
  });
  if (piece != words.end()) {
    report("word-too-long", piece->source.begin,
           fmt::format("a word has more than {} bytes and is cut", kLongestWord));
  }
  return found;
}

}  // namespace cmos
