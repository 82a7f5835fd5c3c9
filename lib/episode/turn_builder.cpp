#include "episode/turn_builder.h"

#include <optional>
#include <utility>

#include "base/unicode.h"
#include "base/unspaced.h"
#include "episode/inline.h"
#include "episode/phrase.h"

namespace cmos::page {

namespace {

void append_phrase(Phrase phrase, Episode& episode) {
  const auto first_word = episode.words.size();
  const auto first_link = episode.links.size();
  for (auto& word : phrase.words) {
    if (word.link) *word.link += first_link;
    episode.words.push_back(std::move(word));
  }
  for (auto& link : phrase.links) {
    link.first_word += first_word;
    link.end_word += first_word;
    episode.links.push_back(std::move(link));
  }
}

// A backslash at a line's end is a line break (CommonMark 0.30, section 6.7) unless it is escaped.
bool ends_with_break(std::string_view text) {
  return text.ends_with('\\') && !text.ends_with("\\\\");
}

}  // namespace

TurnBuilder::TurnBuilder(const MappedText& body, Episode& episode, DiagnosticCollector& diagnostics)
    : body_(body), episode_(episode), diagnostics_(diagnostics), quotations_(diagnostics) {}

void TurnBuilder::begin_turn(Turn turn, std::size_t place) {
  end_turn();
  turn.first_word = turn.end_word = episode_.words.size();
  turn_ = std::move(turn);
  place_ = place;
}

void TurnBuilder::add_speech(const Line& line, std::size_t begin) {
  begin = skip_blanks(line.text, begin);
  auto text = trim_end(line.text.substr(begin));
  if (ends_with_break(text)) text.remove_suffix(1);
  if (text.empty()) return;
  begin += line.offset;
  if (!turn_) {
    if (!std::exchange(text_before_first_turn_, true)) {
      diagnostics_.add(body_.origin(begin), "text-before-first-turn",
                       "text before the first turn is left out; write [m:ss] ID: in front of it");
    }
    return;
  }
  append(begin, begin + text.size());
}

void TurnBuilder::end_paragraph() {
  flush();
  paragraph_begun_ = false;
}

void TurnBuilder::add_heading(const Line& line, const HeadingLine& heading) {
  end_paragraph();
  MappedText text;
  const auto begin = line.offset + heading.begin;
  const auto end = line.offset + heading.end;
  text.append(body_, begin, end - begin > kMaxInlineSize ? cut(begin) : end);
  Quotations quotations(diagnostics_);
  const auto phrase = read_phrase(text, quotations, diagnostics_);
  quotations.finish();
  std::string shown;
  for (const auto& word : phrase.words) append_word(shown, word);
  if (shown.empty()) return;
  std::optional<std::size_t> word;
  if (turn_ && turn_->first_word < episode_.words.size()) {
    word = episode_.words.size();
    pending_headings_.push_back(episode_.headings.size());
  }
  const auto source =
      body_.origin(line.offset + skip_blanks(line.text), line.offset + trim_end(line.text).size());
  episode_.headings.push_back({heading.level, shown, source, episode_.turns.size(), word});
}

void TurnBuilder::finish() {
  end_turn();
}

void TurnBuilder::end_turn() {
  if (!turn_) return;
  end_paragraph();
  quotations_.finish();
  turn_->end_word = episode_.words.size();
  if (turn_->first_word == turn_->end_word) {
    diagnostics_.add(place_, "turn-empty",
                     "the turn has no text and is left out; write what is said, or remove it");
  } else {
    episode_.turns.push_back(std::move(*turn_));
  }
  turn_.reset();
  for (const auto heading : pending_headings_) {
    episode_.headings[heading].turn = episode_.turns.size();
  }
  pending_headings_.clear();
}

// Puts a line's text into the paragraph. One that would grow too long for cmark is handed over in
// pieces, cut between lines or, if need be, between words.
void TurnBuilder::append(std::size_t begin, std::size_t end) {
  if (!paragraph_.empty() && paragraph_.text().size() + 1 + (end - begin) > kMaxInlineSize) flush();
  while (end - begin > kMaxInlineSize) {
    const auto stop = cut(begin);
    paragraph_.append(body_, begin, stop);
    flush();
    begin = stop;
    goes_on_ = is_between_unspaced_letters(body_.text(), stop);
  }
  if (!paragraph_.empty()) paragraph_.append(" ", body_.origin(begin - 1));
  paragraph_.append(body_, begin, end);
}

// Where to cut a text that begins at `begin` and is too long: behind a sentence, for markup seldom
// reaches over its end, or else before a blank, or between two words without one.
std::size_t TurnBuilder::cut(std::size_t begin) const {
  const auto text = std::string_view(body_.text()).substr(begin, kMaxInlineSize + 1);
  const auto sentence = text.rfind(". ");
  if (sentence != std::string_view::npos) return begin + sentence + 1;
  const auto blank = text.find_last_of(" \t");
  if (blank != std::string_view::npos && blank > 0) return begin + blank;
  const auto size = grapheme_floor(text, kMaxInlineSize);
  const auto words = unspaced_word_breaks(text.substr(0, size));
  return begin + (words.empty() ? size : words.back());
}

void TurnBuilder::flush() {
  if (paragraph_.empty()) return;
  auto phrase = read_phrase(paragraph_, quotations_, diagnostics_);
  paragraph_.clear();
  if (phrase.words.empty()) return;
  phrase.words.front().joined = std::exchange(goes_on_, false);
  if (!paragraph_begun_) turn_->paragraphs.push_back(episode_.words.size());
  paragraph_begun_ = true;
  append_phrase(std::move(phrase), episode_);
}

}  // namespace cmos::page
