#include "chapter/english.h"

#include <algorithm>
#include <array>

namespace cmos {

namespace {

// Longest first where one begins like another.
constexpr std::array<std::string_view, 60> kFillers{"i guess what i wanted to ask is",
                                                    "i would like to ask you",
                                                    "i wanted to ask you",
                                                    "i was wondering",
                                                    "i'm wondering",
                                                    "i would like to ask",
                                                    "i wanted to ask",
                                                    "as i understand it",
                                                    "as i understand",
                                                    "if i understand",
                                                    "so the question is",
                                                    "the question is",
                                                    "the question",
                                                    "that's great",
                                                    "that's cool",
                                                    "that's good",
                                                    "that's interesting",
                                                    "that is interesting",
                                                    "that's very interesting",
                                                    "that's really nice",
                                                    "very nice",
                                                    "thank you very much",
                                                    "thank you",
                                                    "thanks",
                                                    "all right",
                                                    "of course",
                                                    "you know",
                                                    "i mean",
                                                    "i see",
                                                    "i think so",
                                                    "i think",
                                                    "i guess",
                                                    "i understand",
                                                    "alright",
                                                    "so",
                                                    "um",
                                                    "uh",
                                                    "okay",
                                                    "ok",
                                                    "and",
                                                    "but",
                                                    "or",
                                                    "well",
                                                    "yeah",
                                                    "yes",
                                                    "yep",
                                                    "right",
                                                    "now",
                                                    "anyway",
                                                    "also",
                                                    "then",
                                                    "oh",
                                                    "ah",
                                                    "hmm",
                                                    "great",
                                                    "cool",
                                                    "actually",
                                                    "basically",
                                                    "just",
                                                    "please"};

constexpr std::array<std::string_view, 4> kClearQuestionWords{"how", "what", "what's", "why"};
// Questions only in front of an auxiliary: "where can I", but "the place where I can".
constexpr std::array<std::string_view, 4> kRelativeWords{"when", "where", "who", "whose"};

constexpr std::array<std::string_view, 22> kAuxiliaries{
    "do",      "does",   "did",   "are",    "is",  "was", "were",   "can",
    "could",   "would",  "will",  "have",   "has", "had", "should", "don't",
    "doesn't", "didn't", "isn't", "aren't", "any", "may"};

constexpr std::array<std::string_view, 4> kWishes{"wanted", "want", "would", "just"};

constexpr std::array<std::string_view, 13> kSubjects{"you",  "we",    "they",  "it",     "he",
                                                     "she",  "i",     "there", "people", "this",
                                                     "that", "these", "those"};

constexpr std::array<std::string_view, 5> kRequests{"tell me", "tell us", "let's", "let us",
                                                    "talk about"};

// What a phrase cannot end with.
constexpr std::array<std::string_view, 12> kOpenEnds{"the",  "a",   "an",   "of",   "to", "my",
                                                     "your", "for", "with", "from", "in", "at"};

constexpr std::array<std::string_view, 13> kJoiners{"that",  "which",   "who", "and", "or",
                                                    "but",   "because", "so",  "if",  "when",
                                                    "where", "how",     "what"};

bool contains(const auto& list, std::string_view word) {
  return std::ranges::find(list, word) != list.end();
}

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

// "I wanted to talk a little bit more about": what it is about follows.
std::size_t announcement(std::span<const std::string> words) {
  constexpr std::size_t kLongest = 10;
  if (words.size() < 4 || words[0] != "i" || !contains(kWishes, words[1])) return 0;
  const auto front = words.first(std::min(words.size() - 1, kLongest));
  const auto about = std::ranges::find(front, "about");
  return about == front.end() ? 0 : static_cast<std::size_t>(about - front.begin()) + 1;
}

std::size_t filler(std::span<const std::string> words) {
  if (words[0].empty()) return 1;
  if (const auto count = announcement(words); count > 0) return count;
  for (const auto phrase : kFillers) {
    if (const auto count = matched(words, phrase); count > 0) return count;
  }
  return 0;
}

}  // namespace

std::size_t leading_fillers(std::span<const std::string> words) {
  std::size_t count = 0;
  while (count < words.size()) {
    const auto more = filler(words.subspan(count));
    if (more == 0) break;
    count += more;
  }
  return count;
}

bool opens_question(std::span<const std::string> words, bool inside_sentence) {
  const auto at = [&](std::size_t i) { return i < words.size() ? words[i] : std::string(); };
  if (contains(kClearQuestionWords, at(0))) return at(1) != "to";
  if (at(0) == "which" && !inside_sentence && !contains(kAuxiliaries, at(1))) return true;
  if (at(0) == "which") return contains(kAuxiliaries, at(1)) && contains(kSubjects, at(2));
  if (contains(kRelativeWords, at(0))) {
    return contains(kAuxiliaries, at(1)) && (!inside_sentence || contains(kSubjects, at(2)));
  }
  if (contains(kAuxiliaries, at(0)) && contains(kSubjects, at(1))) return true;
  return std::ranges::any_of(kRequests,
                             [&](std::string_view phrase) { return matched(words, phrase) > 0; });
}

bool joins_parts(std::string_view word) {
  return contains(kJoiners, word);
}

bool wants_more(std::string_view word) {
  return contains(kOpenEnds, word);
}

bool fixes(std::string_view word) {
  return word == "sorry" || word == "repeat" || word == "pardon";
}

}  // namespace cmos
