// <q> and </q> become quotation marks.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/diagnostic_collector.h"
#include "episode/inline.h"
#include "episode/mapped_text.h"

namespace cmos::page {

// The quotations of one turn. They may go on from one paragraph to the next.
class Quotations {
 public:
  explicit Quotations(DiagnosticCollector& diagnostics) : diagnostics_(diagnostics) {}

  // Gives the quotes among the glyphs their marks: “ ” outside, ‘ ’ inside another quotation. A tag
  // that can only be the other one, by where blanks stand, is taken as that one.
  void resolve(std::vector<Glyph>& glyphs, const MappedText& paragraph);

  // At the end of the turn: reports what is still open.
  void finish();

 private:
  DiagnosticCollector& diagnostics_;
  std::vector<std::size_t> open_;  // Unclosed ones of earlier paragraphs; offsets in the page.
};

}  // namespace cmos::page
