// Names of voices that captions show in front of what these say.
#pragma once

#include <string>
#include <string_view>

#include "base/unicode.h"

namespace cmos {

// Whether text in front of a voice only says its name, as it is or cut short: "Ann: ", "Ann…: ".
inline bool is_voice_label(std::string_view text, std::string_view name) {
  constexpr std::string_view kCut = "\u2026";
  auto label = one_line(text);
  if (name.empty() || !label.ends_with(':')) return false;
  label.pop_back();
  const bool is_cut = label.ends_with(kCut);
  if (is_cut) label.resize(label.size() - kCut.size());
  const auto whole = one_line(name);
  return is_cut ? whole.starts_with(label) : whole == label;
}

}  // namespace cmos
