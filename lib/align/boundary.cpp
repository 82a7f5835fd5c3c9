#include "align/boundary.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <numeric>

#include "align/boundary_weights.h"

namespace cmos {
namespace {

// exp(-i / 16) in 2^-20.
constexpr std::int64_t kNatParts = 16;
constexpr auto kShares = [] {
  constexpr double kPart = 0.93941306281347578611;  // exp(-1 / 16)
  std::array<std::int64_t, 12 * kNatParts> shares{};
  double share = 1 << 20;
  for (std::int64_t& value : shares) {
    const double half_up = share + 0.5;
    value = static_cast<std::int64_t>(half_up);
    share *= kPart;
  }
  return shares;
}();

std::vector<std::int64_t> scores(const Boundary& boundary, const BoundaryChoices& choices) {
  const BoundaryWeights& weights = kBoundaryWeights[static_cast<std::size_t>(boundary.kind)];
  const std::size_t count = weights.features.size();
  const auto left = weights.left.subspan(static_cast<std::size_t>(boundary.left) * count, count);
  const auto right = weights.right.subspan(static_cast<std::size_t>(boundary.right) * count, count);
  std::vector<std::int64_t> scores;
  scores.reserve(choices.features.size());
  for (const auto& features : choices.features) {
    std::int64_t score = 0;
    for (std::size_t i = 0; i < count; ++i) {
      score += (std::int64_t{left[i]} + right[i]) * features[weights.features[i]];
    }
    scores.push_back(score);
  }
  return scores;
}

// In place of the scores: what share of the chance each has.
void to_shares(std::vector<std::int64_t>& scores) {
  const std::int64_t best = *std::ranges::max_element(scores);
  for (std::int64_t& score : scores) {
    const std::int64_t behind = (best - score) / (kBoundaryWeightUnit / kNatParts);
    score = behind < std::ssize(kShares) ? kShares[static_cast<std::size_t>(behind)] : 0;
  }
}

}  // namespace

PhoneClass phone_class(std::string_view phone) {
  struct Member {
    std::string_view phone;
    PhoneClass phone_class;
  };
  using enum PhoneClass;
  static constexpr std::array<Member, 39> kMembers{{
      {"AA", vowel},
      {"AE", vowel},
      {"AH", vowel},
      {"AO", vowel},
      {"AW", vowel},
      {"AY", vowel},
      {"EH", vowel},
      {"ER", vowel},
      {"EY", vowel},
      {"IH", vowel},
      {"IY", vowel},
      {"OW", vowel},
      {"OY", vowel},
      {"UH", vowel},
      {"UW", vowel},
      {"L", approximant},
      {"R", approximant},
      {"W", approximant},
      {"Y", approximant},
      {"M", nasal},
      {"N", nasal},
      {"NG", nasal},
      {"F", voiceless_fricative},
      {"HH", voiceless_fricative},
      {"S", voiceless_fricative},
      {"SH", voiceless_fricative},
      {"TH", voiceless_fricative},
      {"DH", voiced_fricative},
      {"V", voiced_fricative},
      {"Z", voiced_fricative},
      {"ZH", voiced_fricative},
      {"B", voiced_stop},
      {"D", voiced_stop},
      {"G", voiced_stop},
      {"JH", voiced_stop},
      {"CH", voiceless_stop},
      {"K", voiceless_stop},
      {"P", voiceless_stop},
      {"T", voiceless_stop},
  }};
  const auto found = std::ranges::find(kMembers, phone, &Member::phone);
  return found == kMembers.end() ? pause : found->phone_class;
}

SoundTime place_boundary(const Boundary& boundary, std::span<const BandLevels::Levels> levels) {
  const BoundaryChoices choices = boundary_choices(boundary, levels);
  if (choices.features.empty()) {
    return ends_pause(boundary.kind) ? boundary.end : boundary.start;
  }
  std::vector<std::int64_t> shares = scores(boundary, choices);
  to_shares(shares);
  const double half =
      static_cast<double>(std::accumulate(shares.begin(), shares.end(), std::int64_t{0})) / 2;
  double before = 0;
  std::size_t i = 0;
  while (before + static_cast<double>(shares[i]) < half) before += static_cast<double>(shares[i++]);
  const double part = (half - before) / static_cast<double>(shares[i]) - 0.5;
  return SoundTime((static_cast<double>(choices.first_step + i) + part) *
                   BandLevels::kStepMilliseconds);
}

}  // namespace cmos
