// Turns, paragraphs and headings are put together from lines.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "base/diagnostic_collector.h"
#include "episode/episode.h"
#include "episode/lines.h"
#include "episode/mapped_text.h"
#include "episode/quotes.h"
#include "episode/turn_grammar.h"

namespace cmos::page {

// Lines come in page order; their offsets are those in `body`.
class TurnBuilder {
 public:
  TurnBuilder(const MappedText& body, Episode& episode, DiagnosticCollector& diagnostics);

  // Ends the turn before. `turn` has a speaker and a stamp; `place` is where it begins in the page.
  void begin_turn(Turn turn, std::size_t place);
  // The line from `begin` on. Speech before the first turn is left out, with a diagnostic.
  void add_speech(const Line& line, std::size_t begin);
  void end_paragraph();
  void add_heading(const Line& line, const HeadingLine& heading);
  void finish();

 private:
  void end_turn();
  void append(std::size_t begin, std::size_t end);
  std::size_t cut(std::size_t begin) const;
  void flush();

  const MappedText& body_;
  Episode& episode_;
  DiagnosticCollector& diagnostics_;
  Quotations quotations_;

  std::optional<Turn> turn_;  // The one that is being built.
  std::size_t place_ = 0;     // Where it begins.
  MappedText paragraph_;      // What is not yet in the episode.
  bool paragraph_begun_ = false;
  bool goes_on_ = false;  // The last piece of it was cut where no blank stands.
  bool text_before_first_turn_ = false;
  std::vector<std::size_t> pending_headings_;  // Inside the turn; they belong to the next one.
};

}  // namespace cmos::page
