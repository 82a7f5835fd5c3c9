#include "language/title_words.h"

#include <algorithm>

namespace cmos {

namespace {

// Number of words of the phrase if these begin with it, else 0.
std::size_t matched(std::span<const std::string> words, std::string_view phrase) {
  std::size_t count = 0;
  while (!phrase.empty()) {
    const auto space = std::min(phrase.find(' '), phrase.size());
    if (count == words.size() || words[count] != phrase.substr(0, space)) return 0;
    ++count;
    phrase.remove_prefix(std::min(space + 1, phrase.size()));
  }
  return count;
}

}  // namespace

// "I wanted to talk a little bit more about": what it is about follows.
std::size_t TitleWords::announcement(std::span<const std::string> words) const {
  constexpr std::size_t kLongest = 10;
  if (words.size() < 4 || !speakers.contains(words[0]) || !wishes.contains(words[1])) return 0;
  const auto front = words.first(std::min(words.size() - 1, kLongest));
  const auto mark = std::ranges::find_if(
      front, [&](const std::string& word) { return topic_marks.contains(word); });
  return mark == front.end() ? 0 : static_cast<std::size_t>(mark - front.begin()) + 1;
}

std::size_t TitleWords::filler(std::span<const std::string> words) const {
  if (words[0].empty()) return 1;
  if (const auto count = announcement(words); count > 0) return count;
  for (const auto phrase : fillers) {
    if (const auto count = matched(words, phrase); count > 0) return count;
  }
  return 0;
}

std::size_t TitleWords::leading_fillers(std::span<const std::string> words) const {
  std::size_t count = 0;
  while (count < words.size()) {
    const auto more = filler(words.subspan(count));
    if (more == 0) break;
    count += more;
  }
  return count;
}

bool TitleWords::opens_question(std::span<const std::string> words, bool inside_sentence) const {
  const auto at = [&](std::size_t i) { return i < words.size() ? words[i] : std::string(); };
  const bool asks_behind = auxiliaries.contains(at(1));
  if (question_words.contains(at(0))) return !no_question_before.contains(at(1));
  if (choice_words.contains(at(0)) && !inside_sentence && !asks_behind) return true;
  if (choice_words.contains(at(0))) return asks_behind && subjects.contains(at(2));
  if (relatives.contains(at(0))) {
    return asks_behind && (!inside_sentence || subjects.contains(at(2)));
  }
  if (auxiliaries.contains(at(0)) && subjects.contains(at(1))) return true;
  return std::ranges::any_of(requests,
                             [&](std::string_view phrase) { return matched(words, phrase) > 0; });
}

}  // namespace cmos
