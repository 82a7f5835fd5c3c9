#include "chapter/vocabulary.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>

#include "base/unicode.h"
#include "language/normalised_word.h"

namespace cmos {

namespace {

constexpr std::size_t kSequence = 20;  // Words of a token sequence (Hearst's w).
constexpr std::size_t kBlock = 10;     // Sequences that are compared with as many (Hearst's k).
constexpr std::size_t kStem = 6;       // Letters; stands in for a stemmer in every language.

// A number for each word, the same for the same stem; 0 for what has neither letter nor digit.
std::vector<std::size_t> stems_of(const Episode& episode) {
  std::map<std::string, std::size_t, std::less<>> numbers;
  std::vector<std::size_t> stems;
  for (const auto& word : episode.words) {
    const auto core = word.is_note ? "" : normalised_word(word.text);
    if (core.empty()) {
      stems.push_back(0);
      continue;
    }
    const auto stem = first_graphemes(core, kStem);
    stems.push_back(numbers.try_emplace(std::string(stem), numbers.size() + 1).first->second);
  }
  return stems;
}

// Of each word: the logarithm of how few sequences have its stem, scaled to 0 to 1.
std::vector<double> weights_of(const std::vector<std::size_t>& stems) {
  std::map<std::size_t, std::set<std::size_t>> sequences;
  for (std::size_t i = 0; i < stems.size(); ++i) sequences[stems[i]].insert(i / kSequence);
  const auto count = static_cast<double>(stems.size()) / kSequence + 1;
  std::vector<double> weights;
  for (const auto stem : stems) {
    const auto with_stem = static_cast<double>(sequences[stem].size());
    weights.push_back(
        stem == 0 || count <= 1 ? 0 : std::max(0.0, std::log(count / with_stem) / std::log(count)));
  }
  return weights;
}

using Bag = std::map<std::size_t, double>;

double cosine(const Bag& a, const Bag& b) {
  double product = 0;
  for (const auto& [stem, weight] : a) {
    const auto other = b.find(stem);
    if (other != b.end()) product += weight * other->second;
  }
  const auto norm = [](const Bag& bag) {
    double sum = 0;
    for (const auto& [stem, weight] : bag) sum += weight * weight;
    return std::sqrt(sum);
  };
  const auto scale = norm(a) * norm(b);
  return scale > 0 ? product / scale : 0;
}

// How far the gap lies below the peaks on both sides of it (Hearst's depth score).
double depth_of(const std::vector<double>& similarities, std::size_t gap) {
  double left = similarities[gap];
  for (auto i = gap; i > 0 && similarities[i - 1] >= left; --i) left = similarities[i - 1];
  double right = similarities[gap];
  for (auto i = gap + 1; i < similarities.size() && similarities[i] >= right; ++i) {
    right = similarities[i];
  }
  return left + right - 2 * similarities[gap];
}

}  // namespace

Vocabulary::Vocabulary(const Episode& episode) {
  const auto stems = stems_of(episode);
  weights_ = weights_of(stems);
  const auto alike = similarities(stems);
  for (std::size_t gap = 0; gap < alike.size(); ++gap) depths_.push_back(depth_of(alike, gap));
  const auto deepest = depths_.empty() ? 0 : *std::ranges::max_element(depths_);
  if (deepest <= 0) return;
  for (auto& depth : depths_) depth /= deepest;
}

std::vector<double> Vocabulary::similarities(const std::vector<std::size_t>& stems) const {
  std::vector<double> result;
  constexpr auto kBlockWords = kSequence * kBlock;
  const auto bag = [&](std::size_t begin, std::size_t end) {
    Bag words;
    for (auto i = begin; i < end; ++i) words[stems[i]] += weights_[i];
    return words;
  };
  for (std::size_t gap = kSequence; gap < stems.size(); gap += kSequence) {
    result.push_back(cosine(bag(gap - std::min(gap, kBlockWords), gap),
                            bag(gap, std::min(gap + kBlockWords, stems.size()))));
  }
  return result;
}

double Vocabulary::shift(std::size_t word) const {
  if (depths_.empty() || word == 0) return 0;
  // The deepest of the gaps beside the word.
  const auto after = std::min(word / kSequence, depths_.size() - 1);
  const auto before = after > 0 ? after - 1 : 0;
  return std::max(depths_[before], depths_[after]);
}

}  // namespace cmos
