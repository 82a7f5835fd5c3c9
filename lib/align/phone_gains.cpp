#include "align/phone_gains.h"

#include <algorithm>

#include "speech/block_scores.h"

namespace cmos {
namespace {

void score_phones(const ModelDefinition& definition, BlockScores& scorer, std::span<Score> scores) {
  for (std::size_t phone = 0; phone < scores.size(); ++phone) {
    scores[phone] = -kImpossible;
    for (const SenoneId senone : definition.base_model(static_cast<PhoneId>(phone)).senones) {
      scores[phone] = std::max(scores[phone], scorer.score(senone));
    }
  }
}

}  // namespace

PhoneGains::PhoneGains(const AcousticModel& model, const FeatureStore& store, Frame first,
                       Frame end)
    : phone_count_(model.definition.phone_count()), first_frame_(first) {
  gains_.reserve((end - first + kFramesPerStep - 1) / kFramesPerStep * phone_count_);
  BlockScores scorer(model, model.codebooks);
  std::vector<Score> scores(phone_count_);
  std::vector<FeatureFrame> one;
  std::vector<FeatureFrame> block;
  const auto append_block = [&] {
    scorer.start(block);
    for (std::size_t i = 0; i < block.size(); ++i) {
      scorer.select(i);
      score_phones(model.definition, scorer, scores);
      const Score best = *std::ranges::max_element(scores);
      for (std::size_t phone = 0; phone < phone_count_; ++phone) {
        const bool is_filler = model.definition.is_filler(static_cast<PhoneId>(phone));
        const Score gain = (scores[phone] - best) / (kNat / kUnit) + kAllowance;
        const Score most = is_filler ? kMostOfSilence : kAllowance;
        gains_.push_back(static_cast<std::int8_t>(std::clamp(gain, kLeast, most)));
      }
    }
    block.clear();
  };
  for (Frame frame = first; frame < end; frame += kFramesPerStep) {
    store.features(frame, 1, one);
    block.push_back(one.front());
    if (block.size() == BlockScores::kFrames) append_block();
  }
  append_block();
}

}  // namespace cmos
