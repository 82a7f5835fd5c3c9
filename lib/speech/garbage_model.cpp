#include "speech/garbage_model.h"

#include <algorithm>
#include <functional>

namespace cmos {
namespace {

// How far garbage scores below the best phone (docs/notes/acoustic-alignment.md has figures).
constexpr Score kGarbageDistance = 57 * kNat / 10;
constexpr std::size_t kCandidates = 12;
constexpr std::size_t kContenders = 8;

}  // namespace

void GarbageModel::score(BlockScores& block, GarbageScores& scores) {
  for (std::size_t frame = 0; frame < block.size(); ++frame) {
    block.select(frame);
    if (block.is_reference()) compare_all_phones(block);
    scores[frame] = best_contender(block) - kGarbageDistance;
  }
}

// The best of a phone's states, by what `score_of` says of a senone.
template <typename ScoreOf>
Score GarbageModel::best_state(PhoneId phone, ScoreOf score_of) const {
  Score best = -kImpossible;
  for (const SenoneId senone : definition_.base_model(phone).senones) {
    best = std::max(best, score_of(senone));
  }
  return best;
}

void GarbageModel::compare_all_phones(BlockScores& block) {
  const std::size_t count = definition_.phone_count();
  phones_.clear();
  for (std::size_t phone = 0; phone < count; ++phone) {
    const auto id = static_cast<PhoneId>(phone);
    phones_.emplace_back(best_state(id, [&](SenoneId senone) { return block.score<1>(senone); }),
                         id);
  }
  keep_best_phones(kCandidates);
  for (auto& [best, phone] : phones_) {
    best = best_state(phone, [&](SenoneId senone) { return block.score(senone); });
  }
  keep_best_phones(kContenders);
}

void GarbageModel::keep_best_phones(std::size_t count) {
  count = std::min(count, phones_.size());
  const auto end = phones_.begin() + static_cast<std::ptrdiff_t>(count);
  std::ranges::partial_sort(phones_, end, std::greater<>());
  phones_.erase(end, phones_.end());
}

Score GarbageModel::best_contender(BlockScores& block) const {
  Score best = -kImpossible;
  for (const auto& [old, phone] : phones_) {
    best = std::max(best, best_state(phone, [&](SenoneId senone) { return block.score(senone); }));
  }
  return best;
}

}  // namespace cmos
