#include "speech/model_definition.h"

#include <algorithm>

namespace cmos {
namespace {

constexpr int kPositionCount = 4;

}  // namespace

std::optional<PhoneId> ModelDefinition::find_phone(std::string_view name) const {
  const auto found = std::ranges::find(phones_, name, &Phone::name);
  if (found == phones_.end()) return std::nullopt;
  return static_cast<PhoneId>(found - phones_.begin());
}

const ModelDefinition::Triphone* ModelDefinition::find_triphone(PhoneId phone, PhoneId left,
                                                                PhoneId right,
                                                                WordPosition position) const {
  const std::array<int, 4> path{static_cast<int>(position), phone, left, right};
  std::size_t first = 0;
  std::size_t count = std::min<std::size_t>(kPositionCount, tree_.size());
  for (const int label : path) {
    const auto begin = tree_.begin() + static_cast<std::ptrdiff_t>(first);
    const auto end = begin + static_cast<std::ptrdiff_t>(count);
    const auto found =
        std::find_if(begin, end, [&](const TreeNode& n) { return n.label == label; });
    if (found == end) return nullptr;
    if (found->child_count == 0) {
      return found->target < triphones_.size() ? &triphones_[found->target] : nullptr;
    }
    first = found->target;
    count = found->child_count;
  }
  return nullptr;
}

PhoneModel ModelDefinition::triphone(PhoneId phone, PhoneId left, PhoneId right,
                                     WordPosition position) const {
  if (is_filler(phone)) return base_model(phone);
  if (is_filler(left)) left = silence_;
  if (is_filler(right)) right = silence_;
  const auto in_any_position = [&](PhoneId l, PhoneId r) -> const Triphone* {
    if (const Triphone* found = find_triphone(phone, l, r, position)) return found;
    for (int other = 0; other < kPositionCount; ++other) {
      const auto found = find_triphone(phone, l, r, static_cast<WordPosition>(other));
      if (found != nullptr) return found;
    }
    return nullptr;
  };
  const Triphone* found = in_any_position(left, right);
  if (found == nullptr) found = in_any_position(left, silence_);
  if (found == nullptr) found = in_any_position(silence_, right);
  if (found == nullptr) return base_model(phone);
  return {sequences_[found->sequence], found->transitions};
}

}  // namespace cmos
