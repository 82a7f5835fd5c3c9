#include "episode/words.h"

#include <unicode/utf8.h>

#include <algorithm>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "base/unspaced.h"
#include "episode/notes.h"

namespace cmos::page {

namespace {

void append_utf8(std::string& text, char32_t character) {
  char bytes[U8_MAX_LENGTH];
  int size = 0;
  U8_APPEND_UNSAFE(bytes, size, static_cast<UChar32>(character));
  text.append(bytes, static_cast<std::size_t>(size));
}

// French sets marks that have blanks inside of or before them (Imprimerie nationale, "Lexique des
// règles typographiques").
constexpr std::u32string_view kSpacedOpening = U"«‹";
constexpr std::u32string_view kSpacedClosing = U"»›?!;:";
constexpr char32_t kNoBreakSpace = U'\u00A0';

bool opens(const Glyph& glyph) {
  return glyph.kind == Glyph::Kind::open_quote ||
         kSpacedOpening.find(glyph.character) != std::u32string_view::npos;
}

// For each glyph whether a word begins with it although no white space stands before.
std::vector<bool> find_unspaced_words(const std::vector<Glyph>& glyphs) {
  std::string text;
  std::vector<std::size_t> offsets;
  offsets.reserve(glyphs.size());
  for (const auto& glyph : glyphs) {
    offsets.push_back(text.size());
    append_utf8(text, glyph.character);
  }
  std::vector<bool> begins(glyphs.size());
  for (const auto at : unspaced_word_breaks(text)) {
    const auto glyph = std::ranges::lower_bound(offsets, at);
    begins[static_cast<std::size_t>(glyph - offsets.begin())] = true;
  }
  return begins;
}

class WordSplitter {
 public:
  WordSplitter(const ShownText& shown, const MappedText& paragraph)
      : shown_(shown),
        paragraph_(paragraph),
        in_note_(find_notes(shown.glyphs)),
        begins_unspaced_(find_unspaced_words(shown.glyphs)),
        link_number_(shown.links.size()) {}

  Phrase split() && {
    for (std::size_t i = 0; i < shown_.glyphs.size(); ++i) {
      const auto& glyph = shown_.glyphs[i];
      if (is_space(glyph.character)) {
        end_at_space(i);
      } else if (glyph.kind == Glyph::Kind::close_quote && text_.empty() &&
                 !phrase_.words.empty()) {
        append_to_last_word(glyph);
      } else {
        if (begins_unspaced_[i] && !text_.empty()) {
          finish_word();
          joined_ = true;
        }
        add(glyph, in_note_[i]);
      }
    }
    finish_word();
    return std::move(phrase_);
  }

 private:
  // A blank behind an opening mark or before a closing one does not part it from its word.
  void end_at_space(std::size_t i) {
    if (text_.empty() || is_space(shown_.glyphs[i - 1].character)) return;
    const bool behind_opening = !has_more_than_marks_;
    if (behind_opening && shown_.glyphs[i - 1].kind == Glyph::Kind::open_quote) return;
    if (!behind_opening && !is_before_closing_marks(i)) return finish_word();
    append_utf8(text_, kNoBreakSpace);
  }

  // Whether nothing but marks that close stands between this white space and the next.
  bool is_before_closing_marks(std::size_t space) const {
    const auto rest = std::span(shown_.glyphs).subspan(space);
    const auto has_space = [](const Glyph& glyph) { return is_space(glyph.character); };
    const auto begin = std::ranges::find_if_not(rest, has_space);
    const auto end = std::ranges::find_if(begin, rest.end(), has_space);
    return begin != end && std::all_of(begin, end, [](const Glyph& glyph) {
             return kSpacedClosing.find(glyph.character) != std::u32string_view::npos;
           });
  }

  void add(const Glyph& glyph, bool in_note) {
    if (text_.empty()) begin_ = glyph.begin;
    end_ = glyph.end;
    append_utf8(text_, glyph.character);
    has_more_than_marks_ |= !opens(glyph);
    has_note_ |= in_note;
    has_speech_ |= !in_note && is_letter_or_digit(glyph.character);
    if (glyph.link) add_to_link(*glyph.link);
  }

  // The word that is being built belongs to the link.
  void add_to_link(std::uint32_t shown_link) {
    auto& number = link_number_[shown_link];
    if (!number) {
      number = phrase_.links.size();
      const auto& link = shown_.links[shown_link];
      phrase_.links.push_back({link.target, paragraph_.origin(link.source.begin, link.source.end),
                               phrase_.words.size(), 0});
    }
    phrase_.links[*number].end_word = phrase_.words.size() + 1;
    if (!link_) link_ = number;
  }

  // A blank before a closing mark does not part it from its word either.
  void append_to_last_word(const Glyph& glyph) {
    auto& word = phrase_.words.back();
    append_utf8(word.text, glyph.character);
    word.source.end = paragraph_.origin(glyph.begin, glyph.end).end;
  }

  void finish_word() {
    if (text_.empty()) return;
    phrase_.words.push_back({std::exchange(text_, {}), paragraph_.origin(begin_, end_),
                             std::exchange(link_, {}), has_note_ && !has_speech_,
                             std::exchange(joined_, false)});
    has_more_than_marks_ = has_note_ = has_speech_ = false;
  }

  const ShownText& shown_;
  const MappedText& paragraph_;
  std::vector<bool> in_note_;
  std::vector<bool> begins_unspaced_;
  std::vector<std::optional<std::size_t>> link_number_;  // In phrase_.links, of each shown link.
  Phrase phrase_;

  // The word that is being built.
  std::string text_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  std::optional<std::size_t> link_;
  bool has_more_than_marks_ = false;  // Than opening quotes.
  bool has_note_ = false;
  bool has_speech_ = false;
  bool joined_ = false;
};

}  // namespace

Phrase split_words(const ShownText& shown, const MappedText& paragraph) {
  return WordSplitter(shown, paragraph).split();
}

}  // namespace cmos::page
