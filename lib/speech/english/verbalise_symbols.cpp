#include "speech/english/verbalise_symbols.h"

#include <array>

namespace cmos {

namespace {

constexpr auto kAlone = std::to_array<Spelling>({
    {"&", "and"},
    {"+", "plus"},
    {"=", "equals"},
    {"%", "percent"},
    {"@", "at"},
    {"#", "hash|number|pound"},
});

// In front of a word or number: looked up by the last symbol.
constexpr auto kBefore = std::to_array<Spelling>({
    {"@", "at|"},
    {".", "dot|"},
    {"-", "|dash|minus"},
    {"+", "|plus"},
    {"~", "|tilde"},
    {"$", "|dollar"},
    {"&", "|and"},
    {"/", "|slash"},
    {"\\", "|backslash"},
    {"_", "|underscore"},
});

// Behind the last word or number: looked up by the longest beginning.
constexpr auto kBehind = std::to_array<Spelling>({
    {"++", "plus plus"},
    {"+", "plus|"},
    {"#", "sharp|hash|"},
    {"%", "percent|"},
    {"&", "|and"},
    {"/", "|slash"},
    {"=", "|equals"},
});

constexpr auto kBetween = std::to_array<Spelling>({
    {".", "dot|"},
    {"@", "at|"},
    {"/", "|slash|or"},
    {"-", "|dash"},
    {"_", "|underscore"},
    {"&", "and"},
    {"+", "plus|and|"},
    {"++/", "plus plus|plus plus slash"},
    {"=", "equals|"},
    {"==", "equals|equals equals|"},
    {"::", "|colon colon|double colon"},
    {":", "|..."},
    {"#", "|hash|sharp"},
    {"*", "|star|times"},
    {"%", "percent|"},
    {"~", "|tilde"},
    {"$", "|dollar"},
    {"\\", "|backslash"},
    {"|", "|pipe"},
    {"->", "|arrow"},
    {"=>", "|arrow"},
    {"<", "|of"},
});

constexpr auto kBetweenNumbers = std::to_array<Spelling>({
    {"-", "to||dash"},
    {":", "|to"},
    {"/", "|slash"},
    {"+", "plus|"},
});

constexpr auto kInAddress = std::to_array<Spelling>({
    {".", "dot|"},
    {"/", "slash|"},
    {"-", "dash||hyphen"},
    {"_", "underscore|"},
    {"~", "tilde|"},
    {"?", "|question mark"},
    {":", "colon|"},
});

// Sentences that were joined, by an ellipsis, a dash or a missing space.
bool is_pause(std::string_view symbols) {
  return symbols.starts_with("..") || symbols.find("--") != std::string_view::npos ||
         symbols.find_first_of(",;:!?") != std::string_view::npos;
}

Verbalisations before_all(std::string_view symbols, Beside after) {
  const bool is_number = after == Beside::number;
  if (symbols.ends_with('#'))
    return parse_verbalisations(is_number ? "number||hash" : "hash||hashtag|pound");
  if (symbols.ends_with('-') && is_number) return parse_verbalisations("minus|negative|");
  if (symbols.ends_with("..") || symbols.ends_with("--")) return {{}};
  return find_spelling(kBefore, symbols.substr(symbols.size() - 1)).value_or(Verbalisations{{}});
}

Verbalisations behind_all(std::string_view symbols) {
  for (const auto& spelling : kBehind) {
    if (symbols.starts_with(spelling.written)) return parse_verbalisations(spelling.ways);
  }
  return {{}};
}

Verbalisations between(std::string_view symbols, const SymbolContext& context) {
  const bool numbers = context.before == Beside::number && context.after == Beside::number;
  const bool initials = context.before == Beside::letter && context.after == Beside::letter;
  if (numbers) {
    if (const auto ways = find_spelling(kBetweenNumbers, symbols)) return *ways;
  }
  if (context.in_address) {
    if (const auto ways = find_spelling(kInAddress, symbols)) return *ways;
  }
  if (initials && symbols == ".") return {{}};  // "U.S.", "e.g."
  if (context.before == Beside::letter && symbols == ".")
    return parse_verbalisations("|dot");  // "H.264"
  if (const auto ways = find_spelling(kBetween, symbols)) return *ways;
  return is_pause(symbols) ? parse_verbalisations("...|") : Verbalisations{{}};
}

}  // namespace

Verbalisations verbalise_symbols(std::string_view symbols, const SymbolContext& context) {
  const bool is_first = context.before == Beside::nothing;
  const bool is_last = context.after == Beside::nothing;
  if (is_first && is_last) return find_spelling(kAlone, symbols).value_or(Verbalisations{{}});
  if (is_first) return before_all(symbols, context.after);
  return is_last ? behind_all(symbols) : between(symbols, context);
}

}  // namespace cmos
