#include "format/review_findings.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <tuple>
#include <utility>

#include "base/unicode.h"
#include "format/transcript.h"

namespace cmos {

namespace {

// Below it lie most words that are not where they are said (align/confidence.h).
constexpr float kDoubtful = 0.5F;
// More of them than anybody looks through.
constexpr std::size_t kMostDoubtful = 100;

struct Doubt {
  WordRun words;
  double wrong;  // How many of them are, probably.
};

bool is_doubtful(const WordTiming& word) {
  return word.is_spoken && word.confidence && *word.confidence < kDoubtful;
}

// Runs within turns, over single words between.
std::vector<Doubt> doubts(const Episode& episode, const Alignment& alignment) {
  std::vector<Doubt> found;
  for (const auto& turn : episode.turns) {
    bool continues = false;
    for (auto i = turn.first_word; i < turn.end_word; ++i) {
      if (!is_doubtful(alignment.words[i])) continue;
      const double wrong = 1 - static_cast<double>(*alignment.words[i].confidence);
      continues = continues && i <= found.back().words.end + 1;
      if (!continues) found.push_back({{i, i}, 0});
      found.back().words.end = i + 1;
      found.back().wrong += wrong;
      continues = true;
    }
  }
  std::ranges::stable_sort(found, std::greater(), &Doubt::wrong);
  if (found.size() > kMostDoubtful) found.resize(kMostDoubtful);
  return found;
}

ReviewFinding finding_of(const Doubt& doubt, const ReviewContent& content) {
  const auto& words = content.player.alignment.words;
  return {Severity::note,
          fmt::format(
              "\u201C{}\u201D: {:.0f} % sure",
              one_line(text_of_words(content.player.episode, doubt.words.first, doubt.words.end)),
              100 * (1 - doubt.wrong / static_cast<double>(doubt.words.length()))),
          "", Interval{words[doubt.words.first].time.start, words[doubt.words.end - 1].time.end}};
}

// When the word is said that stands at the place or next behind it, on its line or, as behind a
// stamp that stands alone, on the next one.
std::optional<Interval> time_at(SourcePosition place, const ReviewContent& content) {
  const auto& episode = content.player.episode;
  const auto position = [&](const Word& word) {
    const auto at = content.page.lines.position(word.source.begin);
    return std::pair(at.line, at.column);
  };
  const auto word =
      std::ranges::lower_bound(episode.words, std::pair(place.line, place.column), {}, position);
  if (word == episode.words.end() || position(*word).first > place.line + 1) return std::nullopt;
  const auto& timing =
      content.player.alignment.words[static_cast<std::size_t>(word - episode.words.begin())];
  return timing.is_spoken ? std::optional(timing.time) : std::nullopt;
}

ReviewFinding finding_of(const Diagnostic& diagnostic, const ReviewContent& content) {
  auto time = diagnostic.heard;
  if (!time && diagnostic.position && diagnostic.file == content.page.name) {
    time = time_at(*diagnostic.position, content);
  }
  const auto place =
      diagnostic.position ? fmt::format("line {}: ", diagnostic.position->line) : std::string();
  return {diagnostic.severity, place + one_line(diagnostic.message),
          std::string(diagnostic.rule.name()), time};
}

}  // namespace

std::vector<ReviewFinding> review_findings(const ReviewContent& content) {
  std::vector<ReviewFinding> findings;
  findings.reserve(content.findings.size());
  for (const auto& diagnostic : content.findings) {
    findings.push_back(finding_of(diagnostic, content));
  }
  for (const auto& doubt : doubts(content.player.episode, content.player.alignment)) {
    findings.push_back(finding_of(doubt, content));
  }
  std::ranges::stable_sort(findings, {}, [](const ReviewFinding& finding) {
    if (finding.severity == Severity::error) return 0;
    if (finding.severity == Severity::warning) return 1;
    return finding.rule.empty() ? 2 : 3;
  });
  return findings;
}

}  // namespace cmos
