#include "transcript/draft.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <unordered_map>
#include <utility>

#include "episode/lines.h"
#include "episode/turn_builder.h"
#include "episode/turn_grammar.h"
#include "transcript/names.h"

namespace cmos::transcript {

namespace {

constexpr std::chrono::seconds kLongestUnnamedTurn{30};

// Voices without a name share one speaker, whose name is empty.
class Cast {
 public:
  explicit Cast(Episode& episode) : episode_(episode) {}

  std::size_t speaker(const Voice& voice, std::size_t place) {
    const bool is_known = voice.is_named() && !is_unknown_voice(voice.name);
    const auto [known, is_new] =
        by_name_.try_emplace(is_known ? voice.name : std::string(), episode_.speakers.size());
    if (is_new && is_known) {
      episode_.speakers.push_back({voice.name, "", voice.name, voice.source});
    } else if (is_new) {
      episode_.speakers.push_back({"unknown", "", "", {place, place}});
    }
    return known->second;
  }

 private:
  Episode& episode_;
  std::unordered_map<std::string, std::size_t> by_name_;
};

class Composer {
 public:
  Composer(const Draft& draft, Episode& episode, DiagnosticCollector& diagnostics)
      : draft_(draft), cast_(episode), turns_(draft.body, episode, diagnostics) {}

  void compose() {
    for (const auto& piece : draft_.pieces) {
      if (piece.begins_turn) begin_turn(piece);
      if (piece.begins_paragraph) turns_.end_paragraph();
      add_lines(piece);
    }
    turns_.finish();
  }

 private:
  void begin_turn(const Piece& piece) {
    Turn turn{};
    const auto text =
        piece.text.begin < piece.text.end ? draft_.body.origin(piece.text.begin) : piece.place;
    const auto place = piece.voice.is_named() ? piece.voice.source.begin
                       : piece.time           ? piece.time->source.begin
                                              : text;
    turn.speaker = cast_.speaker(piece.voice, place);
    turn.stamp_source = {place, place};
    if (piece.time) {
      turn.stamp = piece.time->time;
      turn.stamp_source = piece.time->source;
    }
    turns_.begin_turn(std::move(turn), place);
  }

  void add_lines(const Piece& piece) {
    const auto text = std::string_view(draft_.body.text()).substr(0, piece.text.end);
    for (auto at = piece.text.begin; at < piece.text.end;) {
      const auto line = page::line_at(text, at);
      at = line.next;
      const auto heading =
          piece.kind == Piece::Kind::heading ? page::parse_heading(line.text) : std::nullopt;
      if (heading) {
        turns_.add_heading(line, *heading);
      } else {
        turns_.add_speech(line, 0);
      }
    }
  }

  const Draft& draft_;
  Cast cast_;
  page::TurnBuilder turns_;
};

}  // namespace

SourceSpan Draft::append(std::string_view text, std::size_t origin) {
  const auto begin = body.text().size();
  body.append(text, origin);
  const auto end = body.text().size();
  body.append("\n", origin + text.size());
  return {begin, end};
}

SourceSpan Draft::append(const page::MappedText& text) {
  const auto begin = body.text().size();
  body.append(text, 0, text.text().size());
  const auto end = body.text().size();
  body.append("\n", text.origin(text.text().size()));
  return {begin, end};
}

void SegmentJoiner::add(Segment segment) {
  const auto text = std::string_view(draft_.body.text())
                        .substr(segment.text.begin, segment.text.end - segment.text.begin);
  if (text.find_first_not_of(" \t\r\n") == std::string_view::npos) return;
  Piece piece;
  piece.text = segment.text;
  piece.begins_turn = begins_turn(segment);
  if (segment.voice) voice_ = *segment.voice;
  if (segment.changes_voice && !segment.voice) voice_ = {};
  if (piece.begins_turn) {
    piece.voice = voice_;
    piece.time = segment.time;
    turn_start_ = segment.time ? std::optional(segment.time->time) : std::nullopt;
  }
  has_begun_ = true;
  sentence_ended_ = ends_sentence(text);
  draft_.pieces.push_back(std::move(piece));
}

bool SegmentJoiner::begins_turn(const Segment& segment) const {
  if (!has_begun_ || segment.changes_voice) return true;
  if (segment.voice && segment.voice->name != voice_.name) return true;
  if (voice_.is_named() || marks_changes_ || !segment.time) return false;
  return sentence_ended_ ||
         (turn_start_ && segment.time->time - *turn_start_ >= kLongestUnnamedTurn);
}

bool ends_sentence(std::string_view text) {
  constexpr std::array<std::string_view, 8> kEnds = {".",      "?",      "!",      "\u2026",
                                                     "\u3002", "\uFF1F", "\uFF01", "\u061F"};
  constexpr std::array<std::string_view, 9> kClosing = {"\"",     "'",      ")", "]",     "\u201D",
                                                        "\u2019", "\u00BB", "*", "\u300D"};
  for (text = page::trim_end(text); !text.empty();) {
    const auto ends_text = [&](std::string_view mark) { return text.ends_with(mark); };
    const auto* const closing = std::ranges::find_if(kClosing, ends_text);
    if (closing == kClosing.end()) return std::ranges::any_of(kEnds, ends_text);
    text.remove_suffix(closing->size());
  }
  return false;
}

void compose(const Draft& draft, Episode& episode, DiagnosticCollector& diagnostics) {
  Composer(draft, episode, diagnostics).compose();
}

}  // namespace cmos::transcript
