#include "language/word_list.h"

#include <algorithm>

namespace cmos {

namespace {

template <typename Predicate>
bool any_of(std::string_view words, Predicate is_wanted) {
  while (!words.empty()) {
    const auto size = std::min(words.find(' '), words.size());
    if (is_wanted(words.substr(0, size))) return true;
    words.remove_prefix(std::min(size + 1, words.size()));
  }
  return false;
}

}  // namespace

bool WordList::contains(std::string_view word) const {
  const auto bit = hash(word);
  return (filter_[bit / kBits] >> bit % kBits & 1U) != 0 &&
         any_of(words_, [&](std::string_view listed) { return listed == word; });
}

bool WordList::has_beginning_of(std::string_view word) const {
  return any_of(words_, [&](std::string_view listed) { return word.starts_with(listed); });
}

bool WordList::has_ending_of(std::string_view word) const {
  return any_of(words_, [&](std::string_view listed) { return word.ends_with(listed); });
}

bool Endings::match(std::string_view word) const {
  return word.size() >= shortest && endings.has_ending_of(word) && !except.contains(word);
}

}  // namespace cmos
