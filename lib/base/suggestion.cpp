#include "cmos/suggestion.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/similar.h"

namespace cmos {

namespace {

constexpr std::size_t kCharactersAnEdit = 3;

// The name whose text comes nearest to what was given.
class Nearest {
 public:
  explicit Nearest(std::string_view given) : given_(given) {}

  void look_at(std::string_view text, std::string_view name) {
    const auto limit = std::max(given_.size(), text.size()) / kCharactersAnEdit;
    const auto edits = edit_distance(given_, text, limit);
    if (edits > limit || (!name_.empty() && edits >= edits_)) return;
    name_ = name;
    edits_ = edits;
  }

  void look_at_words(std::string_view name) {
    for (auto rest = name; !rest.empty();) {
      const auto size = std::min(rest.find('-'), rest.size());
      look_at(rest.substr(0, size), name);
      rest.remove_prefix(std::min(size + 1, rest.size()));
    }
  }

  std::string_view name() const { return name_; }

 private:
  std::string_view given_;
  std::string_view name_;
  std::size_t edits_ = 0;
};

}  // namespace

std::string did_you_mean(std::string_view given, std::span<const std::string_view> names) {
  Nearest nearest(given);
  for (const auto name : names) nearest.look_at(name, name);
  if (nearest.name().empty()) {
    for (const auto name : names) nearest.look_at_words(name);
  }
  if (given.empty() || nearest.name().empty()) return {};
  return fmt::format("; did you mean \"{}\"?", nearest.name());
}

}  // namespace cmos
