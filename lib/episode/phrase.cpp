#include "episode/phrase.h"

#include <utility>

#include "episode/inline.h"

namespace cmos::page {

Phrase read_phrase(const MappedText& paragraph, Quotations& quotations,
                   DiagnosticCollector& diagnostics) {
  auto shown = show_inline(paragraph.text());
  for (auto& fault : shown.faults) {
    diagnostics.add(paragraph.origin(fault.offset), fault.rule, std::move(fault.message));
  }
  quotations.resolve(shown.glyphs, paragraph);
  return split_words(shown, paragraph);
}

}  // namespace cmos::page
