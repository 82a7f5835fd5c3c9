#include "episode/transcript.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "episode/lines.h"
#include "episode/speakers.h"
#include "episode/turn_builder.h"
#include "episode/turn_grammar.h"

namespace cmos::page {

namespace {

class TranscriptReader {
 public:
  TranscriptReader(const MappedText& body, Episode& episode, DiagnosticCollector& diagnostics)
      : body_(body),
        text_(body.text()),
        diagnostics_(diagnostics),
        speakers_(episode, diagnostics),
        turns_(body, episode, diagnostics) {}

  void read(const std::vector<SourceSpan>& sections) {
    for_each_line(sections, [this](const Line& line) { survey(line); });
    for_each_line(sections, [this](const Line& line) { read_line(line); });
    turns_.finish();
    speakers_.report_unused();
  }

 private:
  struct TurnStart {
    std::optional<Stamp> stamp;
    std::optional<Label> label;
  };

  template <typename Function>
  void for_each_line(const std::vector<SourceSpan>& sections, Function function) {
    for (const auto section : sections) {
      for (auto at = section.begin; at < section.end;) {
        const auto line = line_at(text_.substr(0, section.end), at);
        function(line);
        at = line.next;
      }
    }
  }

  // The first pass: all declarations, the names behind stamps, and whether there are stamps.
  void survey(const Line& line) {
    const auto declaration = parse_declaration(line.text);
    const bool is_stamped = find_stamped_start(line.text).has_value();
    const bool counts =
        !is_stamped && declaration && (!turn_seen_ || declares_host_or_guest(*declaration));
    if (counts) {
      speakers_.declare(*declaration, body_.origin(line.offset + declaration->source.begin,
                                                   line.offset + declaration->source.end));
      declarations_.insert(line.offset);
    }
    if (is_stamped) count_name(line.text);
    has_stamps_ |= is_stamped;
    turn_seen_ |= is_stamped || find_declared_label(line.text).has_value();
  }

  void count_name(std::string_view line) {
    const auto stamp = parse_stamp(line);
    const auto label = stamp ? parse_name_label(line, stamp->end) : std::nullopt;
    if (label) ++names_[std::string(label->id)];
  }

  void read_line(const Line& line) {
    if (declarations_.contains(line.offset)) return;
    if (skip_blanks(line.text) == line.text.size() || is_thematic_break(line.text)) {
      turns_.end_paragraph();
    } else if (const auto start = find_start(line)) {
      begin_turn(line, *start);
    } else if (const auto heading = parse_heading(line.text)) {
      turns_.add_heading(line, *heading);
    } else if (const auto item = skip_bullet(line.text)) {
      turns_.end_paragraph();
      turns_.add_speech(line, *item);
    } else {
      turns_.add_speech(line, 0);
    }
  }

  std::optional<TurnStart> find_stamped_start(std::string_view line) const {
    const auto stamp = parse_stamp(line);
    if (!stamp) return std::nullopt;
    auto label = parse_label(line, stamp->end);
    if (!label && stamp->is_certain()) label = find_name(line, stamp->end);
    const bool is_start = stamp->is_certain() || (label && speakers_.is_declared(label->id));
    return is_start ? std::optional(TurnStart{stamp, label}) : std::nullopt;
  }

  // A name of several words behind a stamp: declared, or it returns.
  std::optional<Label> find_name(std::string_view line, std::size_t offset) const {
    auto label = parse_name_label(line, offset);
    if (!label) return std::nullopt;
    const auto count = names_.find(std::string(label->id));
    const bool returns = count != names_.end() && count->second > 1;
    return returns || speakers_.is_declared_name(label->id) ? label : std::nullopt;
  }

  std::optional<Label> find_declared_label(std::string_view line) const {
    const auto label = parse_label(line, 0);
    return label && speakers_.is_declared(label->id) ? label : std::nullopt;
  }

  std::optional<TurnStart> find_start(const Line& line) {
    if (has_stamps_) {
      auto start = find_stamped_start(line.text);
      if (!start) report_missing_stamp(line);
      return start;
    }
    const auto label = find_declared_label(line.text);
    return label ? std::optional(TurnStart{std::nullopt, label}) : std::nullopt;
  }

  void report_missing_stamp(const Line& line) {
    const auto label = find_declared_label(line.text);
    if (!label) return;
    diagnostics_.add(body_.origin(line.offset + label->begin), "stamp-missing",
                     fmt::format("\"{}:\" has no stamp, so it is read as speech; write [m:ss] in "
                                 "front of it if a turn begins here",
                                 label->id));
  }

  void begin_turn(const Line& line, const TurnStart& start) {
    Turn turn{};
    auto text = start.stamp ? start.stamp->end : 0;
    turn.speaker = read_speaker(line, start, text);
    if (start.label) {
      turn.speaker_source = source(line, start.label->begin, start.label->id.size());
    }
    if (start.stamp) {
      turn.stamp_source = source(line, start.stamp->begin, start.stamp->clock.size());
      turn.stamp = read_stamp(*start.stamp, turn.stamp_source.begin);
    } else {
      turn.stamp_source.begin = turn.stamp_source.end =
          body_.origin(line.offset + start.label->begin);
    }
    speaker_ = turn.speaker;
    turns_.begin_turn(std::move(turn), body_.origin(line.offset + skip_blanks(line.text)));
    turns_.add_speech(line, text);
  }

  // Moves `text` behind what names the speaker.
  std::size_t read_speaker(const Line& line, const TurnStart& start, std::size_t& text) {
    if (start.label) {
      text = start.label->text;
      return speakers_.use(start.label->id,
                           source(line, start.label->begin, start.label->id.size()));
    }
    const auto begin = skip_blanks(line.text, text);
    const auto word = line.text.substr(begin, line.text.find_first_of(" \t\r", begin) - begin);
    const auto place = body_.origin(line.offset + std::min(begin, line.text.size() - 1));
    if (speakers_.is_declared(word)) {
      text = begin + word.size();
      diagnostics_.add(place, "colon-missing",
                       fmt::format("a colon is missing behind the speaker; write \"{}:\"", word));
      return speakers_.use(word, source(line, begin, word.size()));
    }
    if (word.starts_with(':')) text = begin + 1;
    diagnostics_.add(place, "speaker-missing",
                     "no speaker stands behind the stamp (the one of the turn before is taken); "
                     "write [m:ss] ID: text");
    return speaker_ ? *speaker_ : speakers_.first_or_unknown(place);
  }

  Time read_stamp(const Stamp& stamp, std::size_t place) {
    if (!stamp.time || !stamp.is_closed) {
      diagnostics_.add(place, "stamp-malformed",
                       fmt::format("[{}] is no stamp such as [12:34]; mend it{}", stamp.clock,
                                   stamp.time ? "" : " (the turn takes the stamp before it)"));
    }
    if (!stamp.time) return stamp_;
    if (*stamp.time < stamp_) {
      diagnostics_.add(place, "stamp-backwards",
                       fmt::format("stamp [{}] lies before the one of the turn before ({}); mend "
                                   "one of them",
                                   stamp.clock, format_clock(stamp_)));
    }
    return stamp_ = *stamp.time;
  }

  SourceSpan source(const Line& line, std::size_t begin, std::size_t size) const {
    return body_.origin(line.offset + begin, line.offset + begin + size);
  }

  const MappedText& body_;
  std::string_view text_;
  DiagnosticCollector& diagnostics_;
  Speakers speakers_;
  TurnBuilder turns_;

  std::unordered_set<std::size_t> declarations_;        // Offsets of their lines.
  std::unordered_map<std::string, std::size_t> names_;  // Of several words, and how often.
  bool has_stamps_ = false;
  bool turn_seen_ = false;

  std::optional<std::size_t> speaker_;  // Of the last turn.
  Time stamp_{0};                       // The last one that could be read.
};

}  // namespace

void read_transcript(const MappedText& body, const std::vector<SourceSpan>& sections,
                     Episode& episode, DiagnosticCollector& diagnostics) {
  if (sections.empty()) return;
  TranscriptReader(body, episode, diagnostics).read(sections);
  if (episode.turns.empty()) {
    diagnostics.add(body.origin(sections.front().begin), "transcript-empty",
                    "the transcript has no turn; write [m:ss] ID: text");
  }
}

}  // namespace cmos::page
