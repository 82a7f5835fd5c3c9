#include "episode/quotes.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

namespace cmos::page {

namespace {

constexpr RuleName kRule = "quote-unbalanced";
constexpr std::u32string_view kOpeningPunctuation = U"([{\u2014\u2013-/\"'\u201C";
constexpr std::u32string_view kClosingPunctuation = U")]}\u2014\u2013-/\"'.,;:!?\u2026\u201D";

bool is_quote(const Glyph& glyph) {
  return glyph.kind == Glyph::Kind::open_quote || glyph.kind == Glyph::Kind::close_quote;
}

bool contains(std::u32string_view set, char32_t character) {
  return set.find(character) != std::u32string_view::npos;
}

// What stands on the two sides of a tag, as a writer places blanks.
bool stands_like_opening(const std::vector<Glyph>& glyphs, std::size_t i) {
  const bool free_before = i == 0 || is_space(glyphs[i - 1].character) ||
                           contains(kOpeningPunctuation, glyphs[i - 1].character);
  return free_before && i + 1 < glyphs.size() && !is_space(glyphs[i + 1].character);
}

bool stands_like_closing(const std::vector<Glyph>& glyphs, std::size_t i) {
  const bool free_behind = i + 1 == glyphs.size() || is_space(glyphs[i + 1].character) ||
                           contains(kClosingPunctuation, glyphs[i + 1].character);
  return free_behind && i > 0 && !is_space(glyphs[i - 1].character) && !is_quote(glyphs[i - 1]);
}

std::size_t next_quote(const std::vector<Glyph>& glyphs, std::size_t i) {
  do {
    ++i;
  } while (i < glyphs.size() && !is_quote(glyphs[i]));
  return i;
}

bool is_closed_next(const std::vector<Glyph>& glyphs, std::size_t i) {
  const auto next = next_quote(glyphs, i);
  return next < glyphs.size() && glyphs[next].kind == Glyph::Kind::close_quote;
}

// Nothing if the tag is written in another way than usual.
std::vector<Edit> replace_tag(const Glyph& glyph, const MappedText& paragraph, std::string_view tag,
                              std::string text) {
  const auto written = std::string_view(paragraph.text()).substr(glyph.begin, tag.size());
  if (written != tag) return {};
  return {{paragraph.origin(glyph.begin, glyph.begin + tag.size()), std::move(text)}};
}

// `matched` says which quotes have a partner; the others do not nest.
void set_marks(std::vector<Glyph>& glyphs, const std::vector<bool>& matched) {
  std::size_t depth = 0;
  for (std::size_t i = 0; i < glyphs.size(); ++i) {
    if (glyphs[i].kind == Glyph::Kind::open_quote) {
      glyphs[i].character = depth % 2 == 0 ? U'\u201C' : U'\u2018';
      if (matched[i]) ++depth;
    } else if (glyphs[i].kind == Glyph::Kind::close_quote) {
      if (matched[i]) --depth;
      glyphs[i].character = depth % 2 == 0 ? U'\u201D' : U'\u2019';
    }
  }
}

}  // namespace

void Quotations::resolve(std::vector<Glyph>& glyphs, const MappedText& paragraph) {
  std::vector<std::size_t> open;
  std::vector<bool> matched(glyphs.size());
  for (std::size_t i = 0; i < glyphs.size(); ++i) {
    auto& kind = glyphs[i].kind;
    if (!is_quote(glyphs[i])) continue;
    const auto place = paragraph.origin(glyphs[i].begin);
    if (kind == Glyph::Kind::open_quote && !open.empty() && stands_like_closing(glyphs, i)) {
      kind = Glyph::Kind::close_quote;
      diagnostics_.add(place, kRule, "<q> stands where a quotation ends; write </q>",
                       replace_tag(glyphs[i], paragraph, "<q>", "</q>"));
    } else if (kind == Glyph::Kind::close_quote && open.empty() && stands_like_opening(glyphs, i) &&
               is_closed_next(glyphs, i)) {
      kind = Glyph::Kind::open_quote;
      diagnostics_.add(place, kRule, "</q> stands where a quotation begins; write <q>",
                       replace_tag(glyphs[i], paragraph, "</q>", "<q>"));
    }
    if (kind == Glyph::Kind::open_quote) {
      open.push_back(i);
    } else if (!open.empty()) {
      matched[i] = matched[open.back()] = true;
      open.pop_back();
    } else if (!open_.empty()) {
      open_.pop_back();
    } else {
      diagnostics_.add(place, kRule, "</q> closes no quotation; remove it, or write <q> before");
    }
  }
  for (const auto i : open) open_.push_back(paragraph.origin(glyphs[i].begin));
  set_marks(glyphs, matched);
}

void Quotations::finish() {
  for (const auto place : open_) {
    diagnostics_.add(place, kRule, "the quotation is never closed; write </q> where it ends");
  }
  open_.clear();
}

}  // namespace cmos::page
