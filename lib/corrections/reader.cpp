#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <string_view>
#include <utility>

#include "base/unicode.h"
#include "cmos/corrections.h"
#include "yaml/yaml.h"

namespace cmos {

namespace {

using Kind = YamlNode::Kind;

struct TextKey {
  std::string_view name;
  std::string Correction::* value;
};
struct TimeKey {
  std::string_view name;
  std::optional<Time> Correction::* value;
};
struct FlagKey {
  std::string_view name;
  bool Correction::* value;
};

constexpr std::array<TextKey, 7> kTexts{{{"words", &Correction::words},
                                         {"before", &Correction::before},
                                         {"after", &Correction::after},
                                         {"chapter", &Correction::chapter},
                                         {"text", &Correction::text},
                                         {"speaker", &Correction::speaker},
                                         {"title", &Correction::title}}};
constexpr std::array<TimeKey, 3> kTimes{
    {{"start", &Correction::start}, {"end", &Correction::end}, {"time", &Correction::time}}};
constexpr std::array<FlagKey, 2> kFlags{
    {{"cue", &Correction::is_cue}, {"right", &Correction::is_right}}};

// More than any word, turn or title that is corrected has.
constexpr std::size_t kLongestText = 4096;

class CorrectionsReader {
 public:
  explicit CorrectionsReader(const Page& file) : file_(file) {}

  WithDiagnostics<std::vector<Correction>> read() && {
    if (is_readable()) {
      if (const auto root = parse_yaml(file_.text, {0, file_.text.size()})) {
        read_root(*root);
      } else {
        broken(root.error().offset,
               fmt::format("the corrections are not one YAML document ({})", root.error().message));
      }
    }
    return {std::move(corrections_), std::move(diagnostics_)};
  }

 private:
  void error(std::size_t offset, RuleName rule, std::string message) {
    diagnostics_.push_back(
        make_diagnostic(rule, file_.name, file_.lines.position(offset), std::move(message)));
  }

  void broken(std::size_t offset, std::string message) {
    error(offset, "corrections-broken", std::move(message));
  }

  void wrong_value(std::size_t offset, std::string message) {
    error(offset, "corrections-value", std::move(message));
  }

  bool is_readable() {
    const std::string_view bytes = file_.text;
    if (bytes.size() > kMaxCorrectionsSize) {
      broken(0, fmt::format("the corrections have {} bytes, more than {}", bytes.size(),
                            kMaxCorrectionsSize));
      return false;
    }
    const auto bad = std::min(find_invalid_utf8(bytes).value_or(bytes.size()), bytes.find('\0'));
    if (bad < bytes.size()) broken(bad, "this byte is no UTF-8 text; save the file as UTF-8");
    return bad >= bytes.size();
  }

  void read_root(const YamlNode& root) {
    if (root.kind == Kind::null) return;
    if (root.kind != Kind::map) {
      return wrong_value(root.source.begin, "`corrections:` is wanted here, with a list under it");
    }
    for (const auto& [key, value] : root.entries) {
      if (key.kind != Kind::scalar || key.text != "corrections") {
        error(key.source.begin, "corrections-unknown-key",
              "there is no other key than corrections");
      } else {
        read_list(value);
      }
    }
  }

  void read_list(const YamlNode& list) {
    if (list.kind == Kind::null) return;
    if (list.kind != Kind::list) {
      return wrong_value(list.source.begin, "a list of corrections is wanted here");
    }
    for (const auto& item : list.items) {
      if (item.kind != Kind::map) {
        wrong_value(item.source.begin, "a correction is a list of `key: value`");
      } else if (auto correction = read_correction(item)) {
        corrections_.push_back(std::move(*correction));
      }
    }
  }

  std::optional<Correction> read_correction(const YamlNode& item) {
    Correction correction{};
    correction.offset = item.source.begin;
    const auto found_before = diagnostics_.size();
    std::set<std::string_view> seen;
    for (const auto& [key, value] : item.entries) {
      if (!seen.insert(key.text).second) {
        broken(key.source.begin, fmt::format("{} is given twice; remove one", key.text));
      } else {
        read_value(key, value, correction);
      }
    }
    if (diagnostics_.size() == found_before) check(correction);
    if (diagnostics_.size() != found_before) return std::nullopt;
    return correction;
  }

  void read_value(const YamlNode& key, const YamlNode& value, Correction& correction) {
    const auto is_key = [&](const auto& known) { return known.name == key.text; };
    const auto text = std::ranges::find_if(kTexts, is_key);
    const auto time = std::ranges::find_if(kTimes, is_key);
    const auto flag = std::ranges::find_if(kFlags, is_key);
    if (text != kTexts.end()) {
      if (const auto words = read_text(value)) correction.*text->value = *words;
    } else if (time != kTimes.end()) {
      correction.*time->value = read_time(value);
    } else if (flag != kFlags.end()) {
      correction.*flag->value = read_flag(value);
    } else {
      error(key.source.begin, "corrections-unknown-key",
            fmt::format("a correction has no {}", key.text));
    }
  }

  std::optional<std::string> read_text(const YamlNode& value) {
    auto text = value.kind == Kind::scalar ? one_line(value.text) : std::string();
    if (!text.empty() && text.size() <= kLongestText) return text;
    wrong_value(value.source.begin,
                fmt::format("a text is wanted here, of at most {} bytes", kLongestText));
    return std::nullopt;
  }

  std::optional<Time> read_time(const YamlNode& value) {
    const auto time = value.kind == Kind::scalar ? parse_clock(value.text) : std::nullopt;
    if (!time) wrong_value(value.source.begin, "a time is wanted here, such as 12:34.567");
    return time;
  }

  bool read_flag(const YamlNode& value) {
    const bool is_flag = value.text == "true" || value.text == "false";
    if (value.kind != Kind::scalar || !is_flag) {
      wrong_value(value.source.begin, "true is wanted here, or false");
    }
    return value.text == "true";
  }

  // What belongs together.
  void check(const Correction& correction) {
    const auto& [words, before, after, chapter, start, end, is_cue, is_right, text, speaker, title,
                 time, offset, first_word] = correction;
    const bool changes_words =
        start || end || is_cue || is_right || !text.empty() || !speaker.empty();
    const bool changes_chapter = !title.empty() || time;
    if (words.empty() == chapter.empty()) {
      wrong_value(offset, "a correction is of `words` or of a `chapter`");
    } else if (words.empty() ? changes_words || !(before + after).empty() : changes_chapter) {
      wrong_value(offset, words.empty() ? "a chapter has a title and a time to correct"
                                        : "words have no title and no time, but start and end");
    } else if (!changes_words && !changes_chapter) {
      wrong_value(offset, "this correction changes nothing; say what is right, or remove it");
    } else if (start && end && *start >= *end) {
      wrong_value(offset, "the end has to lie behind the start");
    }
  }

  const Page& file_;
  std::vector<Correction> corrections_;
  Diagnostics diagnostics_;
};

}  // namespace

WithDiagnostics<std::vector<Correction>> parse_corrections(const Page& file) {
  return CorrectionsReader(file).read();
}

}  // namespace cmos
