#include "speech/english/verbalise.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "base/ascii.h"
#include "language/normalised_word.h"
#include "language/shown_text.h"
#include "speech/english/number_words.h"
#include "speech/english/verbalise_number.h"
#include "speech/english/verbalise_symbols.h"
#include "speech/english/verbalise_word.h"

namespace cmos {

namespace {

constexpr auto kShorthand = std::to_array<Spelling>({
    {"a11y", "accessibility"},
    {"b/c", "because"},
    {"e.g", "for example|e. g."},
    {"i.e", "that is|i. e."},
    {"i18n", "internationalization"},
    {"k8s", "coo bur net ease"},
    {"l10n", "localization"},
    {"w/", "with"},
    {"w/o", "without"},
});

enum class PieceKind { number, word, symbols };

struct Piece {
  PieceKind kind;
  std::string_view text;
  Verbalisations forms;  // Those of symbols are found last: they depend on the neighbours.
};

// plain_text() leaves only letters (and "€£¥°") beyond ASCII.
bool is_letter(char c) {
  return is_ascii_letter(c) || !is_ascii(c);
}

// Cuts a plain_text() into words, numbers and runs of symbols.
class Cutter {
 public:
  Cutter(std::string_view text, const IsKnown& is_known) : rest_(text), is_known_(is_known) {}

  std::vector<Piece> cut() {
    while (!rest_.empty()) {
      if (!take_number() && !take_word()) take_symbol();
    }
    return std::move(pieces_);
  }

 private:
  bool follows(PieceKind kind) const { return !pieces_.empty() && pieces_.back().kind == kind; }

  void add(PieceKind kind, std::size_t size, Verbalisations forms) {
    pieces_.push_back({kind, rest_.substr(0, size), std::move(forms)});
    rest_.remove_prefix(size);
  }

  bool take_number() {
    const bool follows_word = follows(PieceKind::word);
    if (rest_.front() == '.' && follows_word) return false;  // "H.264" is not "H" and ".264".
    auto number = verbalise_number(rest_);
    if (!number) return false;
    if (follows_word && lower_case(pieces_.back().text) == "v") {
      pieces_.back().forms = parse_verbalisations("v.|version|");
    }
    add(PieceKind::number, number->length, std::move(number->forms));
    return true;
  }

  bool take_word() {
    const auto size = word_size();
    if (size == 0) return false;
    add(PieceKind::word, size, verbalise_word(rest_.substr(0, size), is_known_));
    return true;
  }

  // Letters with apostrophes between them, in front ("'cause", if known) and behind ("Marcus'").
  std::size_t word_size() const {
    const bool starts_with_apostrophe = rest_.front() == '\'';
    std::size_t size = starts_with_apostrophe ? 1 : 0;
    while (size < rest_.size() && is_letter(rest_[size])) {
      ++size;
      const auto behind = rest_.substr(size);
      if (behind.size() > 1 && behind[0] == '\'' && is_letter(behind[1])) ++size;
    }
    const auto word = lower_case(rest_.substr(0, size));
    if (starts_with_apostrophe && (size == 1 || !is_known_(word))) return 0;
    const bool may_end_with_apostrophe = word.ends_with('s') || word.ends_with("in");
    return may_end_with_apostrophe && rest_.substr(size).starts_with('\'') ? size + 1 : size;
  }

  void take_symbol() {
    if (!follows(PieceKind::symbols)) return add(PieceKind::symbols, 1, {});
    auto& symbols = pieces_.back().text;
    symbols = {symbols.data(), symbols.size() + 1};
    rest_.remove_prefix(1);
  }

  std::string_view rest_;
  const IsKnown& is_known_;
  std::vector<Piece> pieces_;
};

Beside beside(const Piece& piece) {
  if (piece.kind == PieceKind::number) return Beside::number;
  return piece.text.size() == 1 ? Beside::letter : Beside::word;
}

Verbalisations say_pieces(std::string_view text, bool in_address, const IsKnown& is_known) {
  const auto pieces = Cutter(text, is_known).cut();
  Verbalisations forms = {{}};
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (pieces[i].kind != PieceKind::symbols) {
      forms = joined(forms, pieces[i].forms);
      continue;
    }
    SymbolContext context{.in_address = in_address};
    if (i > 0) context.before = beside(pieces[i - 1]);
    if (i + 1 < pieces.size()) context.after = beside(pieces[i + 1]);
    forms = joined(forms, verbalise_symbols(pieces[i].text, context));
  }
  return forms;
}

// Takes "https://www." off the front of an address; it is said or left out.
Verbalisations take_scheme(std::string_view& text) {
  constexpr auto kPrefixes = std::to_array<Spelling>({
      {"http://", "|h. t. t. p. colon slash slash"},
      {"https://", "|h. t. t. p. s. colon slash slash"},
      {"ftp://", "|f. t. p. colon slash slash"},
      {"www.", "|w. w. w. dot"},
  });
  Verbalisations forms = {{}};
  for (const auto& prefix : kPrefixes) {
    if (!lower_case(text.substr(0, prefix.written.size())).starts_with(prefix.written)) continue;
    forms = joined(forms, parse_verbalisations(prefix.ways));
    text.remove_prefix(prefix.written.size());
  }
  return forms;
}

// "555-1234": a date such as "2016-09-28" may look the same.
Verbalisations phone_number(std::string_view text) {
  constexpr std::size_t kMinDigits = 7;
  std::string digits;
  for (const char c : text) {
    if (is_digit(c)) {
      digits.push_back(c);
    } else if (c != '-') {
      return {};
    }
  }
  return digits.size() < kMinDigits ? Verbalisations() : digit_by_digit(digits);
}

// What is known as it stands: "e-mail", "w/o"; and "U.S." or "Mr." with the point it ends with.
Verbalisations whole_word(std::string_view text, std::string_view core, const IsKnown& is_known) {
  const auto lower = lower_case(core);
  auto forms = find_spelling(kShorthand, lower).value_or(Verbalisations());
  const bool is_plain = std::ranges::all_of(lower, is_letter);
  if (!is_plain && is_known(lower)) add_way(forms, {lower});
  const bool is_abbreviation = lower.find('.') != std::string::npos || !is_known(lower);
  const auto* core_end = core.data() + core.size();
  const bool has_point = core_end != text.data() + text.size() && *core_end == '.';
  if (has_point && is_abbreviation && is_known(lower + '.')) add_way(forms, {lower + '.'});
  return forms;
}

}  // namespace

Verbalisations verbalise(std::string_view shown, const IsKnown& is_known) {
  const auto text = plain_text(shown.substr(0, kLongestShownWord));
  auto core = without_marks(text);
  auto forms = core.empty() ? Verbalisations() : whole_word(text, core, is_known);
  const auto scheme = take_scheme(core);
  const bool in_address = scheme != Verbalisations{{}};
  add_ways(forms, phone_number(core));
  add_ways(forms, in_address ? joined(scheme, say_pieces(core, true, is_known))
                             : say_pieces(text, false, is_known));
  std::erase(forms, Verbalisation());
  return likeliest(std::move(forms), kMaxVerbalisations);
}

}  // namespace cmos
