#include "check/page_language.h"

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "language/language.h"
#include "language/likely_language.h"

namespace cmos {

namespace {

std::string_view primary_subtag(std::string_view tag) {
  return tag.substr(0, tag.find('-'));
}

// Who says that a page is in a language of which nothing is known, Galician say, knows better than
// words that pass for a relative's.
bool may_be_mistaken(const std::string& tag) {
  return !find_language(tag).code.empty();
}

}  // namespace

Diagnostics settle_language(bool is_said, const Page& page, Episode& episode) {
  if (!may_be_mistaken(episode.language)) return {};
  std::vector<std::string> words;
  words.reserve(episode.words.size());
  for (const auto& word : episode.words) {
    if (!word.is_note) words.push_back(word.text);
  }
  const std::string likely(likely_language(words));
  if (likely.empty() || likely == primary_subtag(episode.language)) return {};
  const auto place = page.lines.position(episode.words.front().source.begin);
  if (is_said) {
    return {make_diagnostic(
        "language-doubtful", page.name, place,
        fmt::format("the words seem to be {}, not {}; mend `language`", likely, episode.language))};
  }
  const auto assumed = std::exchange(episode.language, likely);
  return {make_diagnostic(
      "language-doubtful", page.name, place,
      fmt::format("the page does not say its language, and the words seem to be {0}, not {1}; "
                  "write `language: {0}` (read as {0})",
                  likely, assumed))};
}

}  // namespace cmos
