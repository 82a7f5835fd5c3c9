#include "transcript/cue_text.h"

#include <array>
#include <optional>
#include <utility>

#include "base/ascii.h"
#include "episode/lines.h"

namespace cmos::transcript {

namespace {

// Marks at the beginning of a line or of a voice's text.
constexpr auto kChangeMarks = std::to_array<std::string_view>(
    {">>>", ">>", "&gt;&gt;&gt;", "&gt;&gt;", "- ", "\u2013 ", "\u2014 "});

class LineSplitter {
 public:
  LineSplitter(std::string_view line, std::size_t origin) : line_(line), origin_(origin) {}

  std::vector<CueSpeech> split() {
    mark();
    while (at_ < line_.size()) {
      if (const auto end = tag_end()) {
        take(at_);
        tag(line_.substr(at_, *end - at_));
        at_ = kept_ = *end;
        mark();
      } else if (is_dash_behind_sentence()) {
        take(at_);
        kept_ = at_;
        mark();
      } else {
        ++at_;
      }
    }
    take(line_.size());
    finish();
    return std::move(speech_);
  }

 private:
  // Behind a tag or a brace of SubStation ("{\an8}") at at_.
  std::optional<std::size_t> tag_end() const {
    const char opening = line_[at_];
    if ((opening != '<' && opening != '{') || at_ + 1 >= line_.size()) return std::nullopt;
    const char next = line_[at_ + 1];
    const bool is_tag =
        opening == '{' ? next == '\\' : is_ascii_letter(next) || is_digit(next) || next == '/';
    const auto close = line_.find(opening == '<' ? '>' : '}', at_);
    if (!is_tag || close == std::string_view::npos) return std::nullopt;
    return close + 1;
  }

  // "Yes. - No."
  bool is_dash_behind_sentence() const {
    if (at_ < 2 || !line_.substr(at_).starts_with("- ") || line_[at_ - 1] != ' ') return false;
    return std::string_view(".?!,").find(line_[at_ - 2]) != std::string_view::npos;
  }

  void tag(std::string_view tag) {
    const bool is_end = tag.starts_with("</v>");
    const bool is_voice = tag.starts_with("<v ") || tag.starts_with("<v.");
    if (is_end && !current_.text.empty()) finish();
    if (!is_voice) return;
    finish();
    const auto blank = tag.find(' ');
    if (blank == std::string_view::npos) return;
    const auto name = page::trim(tag.substr(blank, tag.size() - 1 - blank));
    const auto begin = origin_ + static_cast<std::size_t>(name.data() - line_.data());
    current_.voice = name;
    current_.voice_source = {begin, begin + name.size()};
  }

  // A mark of a change at at_.
  void mark() {
    const auto begin = page::skip_blanks(line_, at_);
    for (const auto change : kChangeMarks) {
      if (!line_.substr(begin).starts_with(change)) continue;
      finish();
      current_.changes_voice = true;
      at_ = kept_ = begin + change.size();
      return;
    }
    const bool is_glued_dash = begin == 0 && line_.size() > 1 && line_[0] == '-' &&
                               (is_ascii_letter(line_[1]) || !is_ascii(line_[1]));
    if (!is_glued_dash) return;
    finish();
    current_.changes_voice = true;
    at_ = kept_ = 1;
  }

  void take(std::size_t end) {
    if (end > kept_) current_.text.append(line_.substr(kept_, end - kept_), origin_ + kept_);
    kept_ = end;
  }

  void finish() {
    const bool is_blank = page::trim(current_.text.text()).empty();
    if (!is_blank) speech_.push_back(current_);
    if (is_blank) {  // What was marked holds for what follows.
      current_.text.clear();
      return;
    }
    current_ = {};
  }

  std::string_view line_;
  std::size_t origin_;
  std::size_t at_ = 0;
  std::size_t kept_ = 0;  // What lies before it is in the current speech or left out.
  CueSpeech current_;
  std::vector<CueSpeech> speech_;
};

}  // namespace

std::vector<CueSpeech> split_cue_line(std::string_view line, std::size_t origin) {
  return LineSplitter(line, origin).split();
}

}  // namespace cmos::transcript
