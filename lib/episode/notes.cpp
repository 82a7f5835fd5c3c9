#include "episode/notes.h"

#include <string_view>

namespace cmos::page {

namespace {

bool is_glued(const std::vector<Glyph>& glyphs, std::size_t bracket) {
  if (bracket == 0) return false;
  const auto before = glyphs[bracket - 1].character;
  return is_letter_or_digit(before) || before == U')' || before == U']' || before == U'_';
}

}  // namespace

std::vector<bool> find_notes(const std::vector<Glyph>& glyphs) {
  std::vector<std::size_t> open;
  std::vector<int> steps(glyphs.size() + 1);  // Where one more note begins (+1) or has ended (-1).
  for (std::size_t i = 0; i < glyphs.size(); ++i) {
    if (glyphs[i].kind != Glyph::Kind::text) continue;
    if (glyphs[i].character == U'[') {
      open.push_back(i);
    } else if (glyphs[i].character == U']' && !open.empty()) {
      if (!is_glued(glyphs, open.back())) {
        ++steps[open.back()];
        --steps[i + 1];
      }
      open.pop_back();
    }
  }
  std::vector<bool> in_note(glyphs.size());
  int depth = 0;
  for (std::size_t i = 0; i < glyphs.size(); ++i) {
    depth += steps[i];
    in_note[i] = depth > 0;
  }
  return in_note;
}

}  // namespace cmos::page
