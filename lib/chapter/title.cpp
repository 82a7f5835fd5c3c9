#include "chapter/title.h"

#include <unicode/unistr.h>

#include <algorithm>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "base/unicode.h"
#include "chapter/spoken_text.h"
#include "language/language.h"

namespace cmos {

namespace {

std::string upper_first(const std::string& text) {
  auto wide = icu::UnicodeString::fromUTF8(text);
  const auto end = wide.moveIndex32(0, 1);
  auto first = icu::UnicodeString(wide, 0, end);
  wide.replaceBetween(0, end, first.toUpper());
  std::string result;
  wide.toUTF8String(result);
  return result;
}

// Quotation marks whose other half was cut off are no use.
std::string without_half_quotations(std::string text) {
  const auto count = [&](std::string_view mark) {
    std::size_t found = 0;
    for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark, at + 1)) ++found;
    return found;
  };
  if (count("\u201C") == count("\u201D")) return text;
  for (const std::string_view mark : {"\u201C", "\u201D"}) {
    for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark)) {
      text.erase(at, mark.size());
    }
  }
  return text;
}

void strip_end(std::string& text, std::span<const std::string_view> ends) {
  while (true) {
    const auto end =
        std::ranges::find_if(ends, [&](std::string_view mark) { return text.ends_with(mark); });
    if (end == ends.end()) return;
    text.erase(text.size() - end->size());
  }
}

enum class Asking { no, inside, from_its_start };

// Words that could be a title.
struct Candidate {
  WordRange range;
  Asking asking;
};

class TitleFinder {
 public:
  TitleFinder(const SpokenText& spoken, const TitleWords& words) : spoken_(spoken), words_(words) {}

  ChapterTitle best() const {
    ChapterTitle best;
    for (const auto& sentence : spoken_.sentences()) {
      for (const auto& candidate : candidates(sentence)) {
        auto [text, is_cut] = show(candidate.range);
        const auto quality = quality_of(candidate, is_cut);
        if (!best.text.empty() && quality < best.quality + kLater) continue;
        best = {std::move(text), quality, spoken_.asks(candidate.range.end - 1)};
      }
    }
    return best;
  }

 private:
  // What comes later in a turn has to be better by so much: people ask first, then explain.
  static constexpr double kLater = 0.15;
  // Fewer words hardly say anything: "is it?", "like what?"
  static constexpr std::size_t kShortest = 4;

  std::span<const std::string> cores(WordRange range) const {
    return std::span(spoken_.cores()).subspan(range.begin, range.size());
  }

  // Whether what begins here is left at once: "How much, how dependent are they?", "What are the,
  // I guess".
  bool is_false_start(WordRange range) const {
    if (range.size() < kShortest) return false;
    const auto begin = range.begin;
    return spoken_.pauses(begin) || spoken_.pauses(begin + 1) || spoken_.breaks_off(begin + 2) ||
           (spoken_.pauses(begin + 2) && words_.open_ends.contains(spoken_.core(begin + 2)));
  }

  bool asks_from(WordRange range, bool inside_sentence) const {
    return words_.opens_question(cores(range), inside_sentence) && !is_false_start(range);
  }

  // Titles may begin behind what says nothing, and with questions inside the sentence.
  std::vector<Candidate> candidates(WordRange sentence) const {
    auto whole = sentence;
    whole.begin += words_.leading_fillers(cores(sentence));
    if (whole.size() == 0) return {};
    std::vector<Candidate> inside;
    for (auto i = whole.begin; i + 1 < whole.end; ++i) {
      if (!spoken_.pauses(i)) continue;
      WordRange rest{i + 1, whole.end};
      rest.begin += words_.leading_fillers(cores(rest));
      if (rest.size() >= kShortest && asks_from(rest, true))
        inside.push_back({rest, Asking::from_its_start});
    }
    auto asking = inside.empty() || is_false_start(whole) ? Asking::no : Asking::inside;
    if (asks_from(whole, whole.begin > sentence.begin)) asking = Asking::from_its_start;
    inside.insert(inside.begin(), {whole, asking});
    return inside;
  }

  // "..., or ...?" says nothing more.
  WordRange without_loose_end(WordRange range) const {
    if (!spoken_.breaks_off(range.end - 1)) return range;
    const auto is_loose = [&](const std::string& core) {
      return core.empty() || words_.joining.contains(core);
    };
    while (range.size() > 1 && is_loose(spoken_.core(range.end - 1))) --range.end;
    return range;
  }

  struct Shown {
    std::string text;
    bool is_cut;
  };

  // The words as far as a title goes: cut at a pause, in front of a joining word, or at any word.
  Shown fit(WordRange range) const {
    std::string text;
    std::size_t at_pause = 0;
    std::size_t at_joiner = 0;
    bool was_joiner = false;
    for (auto i = range.begin; i < range.end; ++i) {
      auto longer = text;
      if (!text.empty() && !spoken_.is_joined(i)) longer += ' ';
      longer += spoken_.text(i);
      if (count_graphemes(longer) > kMaxTitle) {
        const auto at = at_pause * 2 > text.size() ? at_pause : at_joiner;
        if (at * 2 > text.size()) text.resize(at);
        // A word that is longer than a title.
        if (text.empty()) text = first_graphemes(longer, kMaxTitle);
        return {text, true};
      }
      const bool is_joiner = words_.joining.contains(spoken_.core(i));
      if (is_joiner && !was_joiner) at_joiner = text.size();
      was_joiner = is_joiner;
      text = longer;
      if (spoken_.pauses(i)) at_pause = text.size();
    }
    return {text, false};
  }

  Shown show(WordRange range) const {
    auto shown = fit(without_loose_end(range));
    auto& text = shown.text;
    const bool is_question = spoken_.asks(range.end - 1);
    strip_end(text, kBreakOffMarks);
    strip_end(text, kPauseMarks);
    if (shown.is_cut) {
      text += "\u2026";
    } else if (!is_question) {
      strip_end(text, kFullStops);
    } else if (spoken_.breaks_off(range.end - 1)) {
      text += '?';
    }
    text = upper_first(without_half_quotations(std::move(text)));
    return shown;
  }

  // From 0 to 1. The figures were chosen by reading the titles of real pages (docs/chapters.md).
  double quality_of(const Candidate& candidate, bool is_cut) const {
    const auto [begin, end] = candidate.range;
    const auto shown_end = without_loose_end(candidate.range).end;
    double said = 0;
    std::size_t breaks = 0;
    bool is_repairing = false;
    for (auto i = begin; i < end; ++i) {
      said += spoken_.weight(i);
      if (spoken_.breaks_off(i) && i < shown_end) ++breaks;
      is_repairing = is_repairing || words_.repairs.contains(spoken_.core(i));
    }
    double quality = 0.4 * std::min(1.0, said / 3);
    if (spoken_.asks(end - 1)) quality += 0.25;
    if (candidate.asking == Asking::from_its_start) quality += 0.35;
    if (candidate.asking == Asking::inside && !is_cut) quality += 0.3;
    if (end - begin < kShortest) quality -= 0.4;
    if (is_cut) quality -= 0.2;
    quality -= 0.15 * static_cast<double>(breaks);
    if (is_repairing) quality -= 0.2;
    if (words_.tags.contains(spoken_.core(end - 1))) quality -= 0.3;
    if (begin > 0 && words_.alternatives.contains(spoken_.core(begin - 1))) quality -= 0.2;
    return std::clamp(quality, 0.0, 1.0);
  }

  const SpokenText& spoken_;
  const TitleWords& words_;
};

}  // namespace

ChapterTitle title_of_turn(const Episode& episode, const Turn& turn, const Vocabulary& vocabulary) {
  const SpokenText spoken(episode, turn, vocabulary);
  return TitleFinder(spoken, find_language(episode.language).titles).best();
}

}  // namespace cmos
