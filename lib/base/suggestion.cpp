#include "cmos/suggestion.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/similar.h"

namespace cmos {

namespace {

constexpr std::size_t kCharactersAnEdit = 3;

}  // namespace

std::string did_you_mean(std::string_view given, std::span<const std::string_view> names) {
  std::string_view nearest;
  std::size_t least = 0;
  for (const auto name : names) {
    const auto limit = std::min(given.size(), name.size()) / kCharactersAnEdit;
    const auto edits = edit_distance(given, name, limit);
    if (edits > limit || (!nearest.empty() && edits >= least)) continue;
    nearest = name;
    least = edits;
  }
  return nearest.empty() ? std::string() : fmt::format("; did you mean \"{}\"?", nearest);
}

}  // namespace cmos
