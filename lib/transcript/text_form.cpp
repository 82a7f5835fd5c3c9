#include "transcript/text_form.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

#include "episode/turn_grammar.h"
#include "transcript/markdown_table.h"
#include "transcript/text_lines.h"

namespace cmos::transcript {

namespace {

// What stands before the first head is an introduction if most paragraphs have heads and it is no
// larger part of the text: of a talk with questions at its end it is the talk.
constexpr double kLongestIntroduction = 0.25;

std::string describe(const Dialogue& dialogue) {
  using enum Dialogue::Kind;
  switch (dialogue.kind) {
    case named:
      return fmt::format("a conversation of {} voices ({})", dialogue.names.size(),
                         fmt::join(dialogue.names, ", "));
    case stamped:
      return "text with times and without names";
    case prose:
      break;
  }
  return "the speech of one voice";
}

class TextReader {
 public:
  TextReader(page::MappedText body, const std::set<std::string, std::less<>>& declared,
             DiagnosticCollector& diagnostics)
      : diagnostics_(diagnostics), body_(std::move(body)) {
    lines_ = survey_lines(body_.text(), transcript_part(body_.text()));
    std::vector<SurveyedLine> surveyed;
    surveyed.reserve(lines_.size());
    for (const auto& line : lines_) surveyed.push_back(line.surveyed);
    dialogue_ = find_dialogue(surveyed, declared);
  }

  const Dialogue& dialogue() const { return dialogue_; }

  Draft read() && {
    if (!dialogue_.is_safe && !lines_.empty()) {
      diagnostics_.add(origin(lines_.front(), 0), "transcript-assumed",
                       fmt::format("the transcript is taken for {}; if it is something else, say "
                                   "so with --transcript-format, or mark the turns up",
                                   describe(dialogue_)));
    }
    for (auto at = first_line(); at < lines_.size(); ++at) read_line(lines_[at]);
    report_unspoken();
    return std::move(draft_);
  }

 private:
  std::size_t origin(const TextLine& line, std::size_t at) const {
    return body_.origin(line.line.offset + at);
  }
  SourceSpan origin(const TextLine& line, SourceSpan span) const {
    return body_.origin(line.line.offset + span.begin, line.line.offset + span.end);
  }

  std::optional<LineHead> head_of(const TextLine& line) const {
    const auto& head = line.surveyed.head;
    return head ? dialogue_.accepted(*head) : std::nullopt;
  }

  // The first line that is not left out as an introduction.
  std::size_t first_line() {
    if (dialogue_.kind == Dialogue::Kind::prose) return 0;
    std::size_t before = 0;
    std::size_t all = 0;
    std::optional<std::size_t> first;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (!first && head_of(lines_[i])) first = i;
      const auto letters = count_letters(lines_[i].line.text);
      if (!first) before += letters;
      all += letters;
    }
    const bool is_headed = dialogue_.heads * 3 >= dialogue_.paragraphs;
    const auto most = kLongestIntroduction * static_cast<double>(all);
    if (!first || !is_headed || static_cast<double>(before) > most) return 0;
    for (std::size_t i = 0; i < *first; ++i) {
      if (!lines_[i].surveyed.is_blank) leave_out(lines_[i]);
    }
    return *first;
  }

  void leave_out(const TextLine& line) {
    if (unspoken_lines_++ == 0) first_unspoken_ = origin(line, 0);
  }

  void report_unspoken() {
    if (unspoken_lines_ == 0) return;
    diagnostics_.add(
        first_unspoken_, "transcript-line-unspoken",
        fmt::format("{} that {} no speech {} left out, of which this is the first",
                    unspoken_lines_ == 1 ? "a line" : fmt::format("{} lines", unspoken_lines_),
                    unspoken_lines_ == 1 ? "is" : "are", unspoken_lines_ == 1 ? "is" : "are"));
  }

  void read_line(const TextLine& line) {
    const auto text = line.line.text;
    if (line.surveyed.is_blank) {
      begins_paragraph_ = true;
    } else if (const auto head = head_of(line)) {
      begin(line, *head);
    } else if (page::parse_heading(text)) {
      add_heading(line);
    } else if (is_no_speech(text)) {
      leave_out(line);
    } else {
      const auto item = page::skip_bullet(text);
      begins_paragraph_ = begins_paragraph_ || item;
      speak(line, item.value_or(0));
    }
  }

  void add_heading(const TextLine& line) {
    Piece piece;
    piece.kind = Piece::Kind::heading;
    piece.begins_paragraph = true;
    piece.text = append(line, {{0, line.line.text.size()}});
    draft_.pieces.push_back(std::move(piece));
  }

  SourceSpan append(const TextLine& line, const std::vector<SourceSpan>& parts) {
    page::MappedText text;
    for (const auto [begin, end] : parts) {
      text.append(body_, line.line.offset + begin, line.line.offset + end);
    }
    return text.empty() ? SourceSpan{} : draft_.append(text);
  }

  void begin(const TextLine& line, const LineHead& head) {
    const bool is_named = head.shape != HeadShape::stamp;
    if (is_named && !dialogue_.names.contains(head.name)) {  // An interlude.
      begins_turn_ = true;
      return;
    }
    if (is_named) voice_ = {dialogue_.full_name(head.name), origin(line, head.name_source)};
    const bool goes_on = !is_named && dialogue_.kind != Dialogue::Kind::stamped && has_turn_;
    const bool continues_sentence =
        !is_named && has_turn_ && !sentence_ended_ && !voice_.is_named() && !is_late(head);
    if (goes_on) begins_paragraph_ = true;
    if (!goes_on && !continues_sentence) {
      begins_turn_ = true;
      time_.reset();
    }
    if (!time_ && head.stamp && !goes_on && !continues_sentence) {
      time_ = {head.stamp->time, origin(line, head.stamp->source)};
      check_order(*time_);
    }
    if (continues_sentence) begins_paragraph_ = false;
    speak(line, head.text);
  }

  // Whether the turn has lasted so long that its next time should begin another one.
  bool is_late(const LineHead& head) const {
    return head.stamp && turn_start_ && head.stamp->time - *turn_start_ >= std::chrono::seconds(30);
  }

  void check_order(const StatedTime& time) {
    if (latest_ && time.time < *latest_) {
      diagnostics_.add(time.source.begin, "stamp-backwards",
                       fmt::format("stamp [{}] lies before the one of the turn before ({}); mend "
                                   "one of them",
                                   format_clock(time.time), format_clock(*latest_)));
    }
    latest_ = time.time;
  }

  void speak(const TextLine& line, std::size_t from) {
    if (begins_turn_ || !has_turn_) begin_turn(line);
    Piece piece;
    piece.text = append(line, spoken_parts(line.line.text, from));
    const auto text = std::string_view(draft_.body.text())
                          .substr(piece.text.begin, piece.text.end - piece.text.begin);
    if (page::trim(text).empty()) return;
    sentence_ended_ = ends_sentence(text);
    piece.begins_paragraph = std::exchange(begins_paragraph_, false);
    draft_.pieces.push_back(std::move(piece));
  }

  void begin_turn(const TextLine& line) {
    Piece piece;
    piece.begins_turn = true;
    piece.voice = voice_;
    piece.time = std::exchange(time_, std::nullopt);
    piece.place = origin(line, 0);
    turn_start_ = piece.time ? std::optional(piece.time->time) : std::nullopt;
    draft_.pieces.push_back(std::move(piece));
    has_turn_ = true;
    begins_turn_ = false;
    sentence_ended_ = false;
    begins_paragraph_ = true;
  }

  DiagnosticCollector& diagnostics_;
  page::MappedText body_;
  Draft draft_;
  std::vector<TextLine> lines_;
  Dialogue dialogue_;

  Voice voice_;
  std::optional<StatedTime> time_;  // Of the turn that is to begin.
  std::optional<Time> turn_start_;
  std::optional<Time> latest_;
  bool begins_turn_ = false;
  bool begins_paragraph_ = false;
  bool has_turn_ = false;
  bool sentence_ended_ = false;
  std::size_t unspoken_lines_ = 0;
  std::size_t first_unspoken_ = 0;
};

}  // namespace

Draft read_text(page::MappedText body, const std::set<std::string, std::less<>>& declared,
                DiagnosticCollector& diagnostics) {
  if (has_markdown_table(body)) return read_markdown_tables(body, diagnostics);
  return TextReader(std::move(body), declared, diagnostics).read();
}

bool looks_like_dialogue(const page::MappedText& body,
                         const std::set<std::string, std::less<>>& declared) {
  const Page nothing("", "");
  DiagnosticCollector diagnostics(nothing);
  if (has_markdown_table(body)) return true;
  return TextReader(body, declared, diagnostics).dialogue().kind != Dialogue::Kind::prose;
}

}  // namespace cmos::transcript
