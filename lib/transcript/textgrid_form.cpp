#include "transcript/textgrid_form.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/ascii.h"
#include "episode/lines.h"
#include "transcript/clock.h"

namespace cmos::transcript {

namespace {

// Praat's text files are a sequence of numbers and quoted texts ("" for a quote inside); all else
// says only what they mean (Praat's manual, "TextGrid file formats").
struct Token {
  bool is_text = false;
  SourceSpan source;  // Without quotes.
};

std::vector<Token> tokens_of(std::string_view file, std::size_t at) {
  std::vector<Token> tokens;
  while (at < file.size()) {
    if (file[at] == '"') {
      const auto begin = ++at;
      while (at < file.size() && (file[at] != '"' || file.substr(at).starts_with("\"\""))) {
        at += file[at] == '"' ? 2U : 1U;
      }
      tokens.push_back({true, {begin, std::min(at, file.size())}});
      ++at;
    } else if (is_digit(file[at])) {
      const auto end = std::min(file.find_first_not_of(".0123456789eE", at), file.size());
      tokens.push_back({false, {at, end}});
      at = end;
    } else if (file[at] == '[' || file[at] == '!') {  // The number of an item; a comment.
      at = std::min(file.find_first_of(file[at] == '[' ? "]" : "\n", at), file.size());
    } else {
      ++at;
    }
  }
  return tokens;
}

struct TierInterval {
  Time start;
  SourceSpan start_source;
  SourceSpan text;
  Voice voice;
};

class GridReader {
 public:
  GridReader(std::string_view file, std::size_t begin)
      : file_(file), tokens_(tokens_of(file, begin)) {}

  std::optional<std::vector<TierInterval>> read() {
    while (at_ < tokens_.size() && text_of(tokens_[at_]) != "IntervalTier") ++at_;
    while (at_ < tokens_.size()) {
      if (!read_tier()) return std::nullopt;
      while (at_ < tokens_.size() && text_of(tokens_[at_]) != "IntervalTier") ++at_;
    }
    std::ranges::stable_sort(intervals_, {}, &TierInterval::start);
    return std::move(intervals_);
  }

  std::size_t place() const {
    return at_ < tokens_.size() ? tokens_[at_].source.begin : file_.size();
  }

 private:
  std::string_view text_of(const Token& token) const {
    return file_.substr(token.source.begin, token.source.end - token.source.begin);
  }

  bool has(std::size_t count) const { return at_ + count <= tokens_.size(); }

  // Class, name, start, end, number of intervals; each of them start, end, text.
  bool read_tier() {
    if (!has(5) || !tokens_[at_ + 1].is_text) return false;
    const Voice voice{std::string(text_of(tokens_[at_ + 1])), tokens_[at_ + 1].source};
    at_ += 5;
    for (; has(3) && !tokens_[at_].is_text; at_ += 3) {
      const auto start = parse_time(text_of(tokens_[at_]));
      const auto& text = tokens_[at_ + 2];
      if (!start || !text.is_text) return false;
      if (page::trim(text_of(text)).empty()) continue;
      intervals_.push_back({*start, tokens_[at_].source, text.source, voice});
    }
    return true;
  }

  std::string_view file_;
  std::vector<Token> tokens_;
  std::size_t at_ = 0;
  std::vector<TierInterval> intervals_;
};

}  // namespace

Draft read_textgrid(std::string_view file, std::size_t begin, DiagnosticCollector& diagnostics) {
  Draft draft;
  GridReader reader(file, begin);
  const auto intervals = reader.read();
  if (!intervals) {
    diagnostics.add(reader.place(), "transcript-form-broken",
                    "the TextGrid cannot be read from here on; save it once more");
    return draft;
  }
  SegmentJoiner joiner(draft);
  for (const auto& interval : *intervals) {
    const auto text = file.substr(interval.text.begin, interval.text.end - interval.text.begin);
    joiner.add({interval.voice, false, StatedTime{interval.start, interval.start_source},
                draft.append(text, interval.text.begin)});
  }
  return draft;
}

}  // namespace cmos::transcript
