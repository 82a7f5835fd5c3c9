#include "episode/front_matter.h"

#include <fmt/format.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "episode/lines.h"

namespace cmos::page {

namespace {

// The real pages' front matter has under 1 KiB.
constexpr std::size_t kMaxYamlSize = std::size_t{64} << 10U;

// Size of a quoted scalar, quotes included. Nothing if the text does not begin with one.
std::optional<std::size_t> quoted_size(std::string_view text) {
  if (!text.starts_with('"') && !text.starts_with('\'')) return std::nullopt;
  const char quote = text[0];
  for (std::size_t i = 1; i < text.size(); ++i) {
    const bool escape = quote == '"' ? text[i] == '\\' : text.substr(i, 2) == "''";
    if (escape) {
      ++i;
    } else if (text[i] == quote) {
      return i + 1;
    }
  }
  return std::nullopt;
}

// The bytes of a scalar, which yaml-cpp does not tell: it begins at `begin` and means `value`.
SourceSpan scalar_span(std::string_view page, std::size_t begin, const std::string& value) {
  const auto rest = page.substr(std::min(begin, page.size()));
  if (rest.starts_with(value)) return {begin, begin + value.size()};
  if (const auto size = quoted_size(rest)) return {begin, begin + *size};
  return {begin, begin + trim_end(line_at(page, begin).text).size()};
}

// Keeps the entries of the outermost map and of those right inside it, as the parser comes across
// them. Aliases are never followed, so that no YAML can grow here.
class EntryCollector : public YAML::EventHandler {
 public:
  EntryCollector(std::string_view page, std::size_t begin, Findings& findings)
      : page_(page), begin_(begin), findings_(findings) {}

  Entries take() && { return std::move(entries_); }

  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark&, YAML::anchor_t) override { finish_value(); }

  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
    findings_.warn(offset(mark), "front-matter-alias",
                   "an alias in the front matter is not followed; write out what it stands for");
    finish_value();
  }

  void OnScalar(const YAML::Mark& mark, const std::string&, YAML::anchor_t,
                const std::string& value) override {
    if (expects_key()) {
      open_.back().key = value;
      return;
    }
    if (!value.empty()) keep(mark, {value, scalar_span(page_, offset(mark), value), true});
    finish_value();
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t,
                       YAML::EmitterStyle::value) override {
    keep(mark, {});
    open_.push_back({false, {}});
  }
  void OnSequenceEnd() override { close(); }

  void OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t,
                  YAML::EmitterStyle::value) override {
    keep(mark, {});
    open_.push_back({true, {}});
  }
  void OnMapEnd() override { close(); }

 private:
  struct Open {
    bool is_map;
    std::optional<std::string> key;  // Of the value that comes next.
  };

  std::size_t offset(const YAML::Mark& mark) const {
    return begin_ + static_cast<std::size_t>(std::max(mark.pos, 0));
  }

  bool expects_key() const { return !open_.empty() && open_.back().is_map && !open_.back().key; }

  void finish_value() {
    if (open_.empty()) return;
    if (expects_key()) {
      open_.back().key = "";  // A key that is no text.
    } else {
      open_.back().key.reset();
    }
  }

  void close() {
    open_.pop_back();
    finish_value();
  }

  void keep(const YAML::Mark& mark, Entry entry) {
    if (open_.empty() || open_.size() > 2) return;
    std::string path;
    for (const auto& level : open_) {
      if (!level.key || level.key->empty()) return;
      path += (path.empty() ? "" : ".") + *level.key;
    }
    if (!entry.is_scalar) entry.source = {offset(mark), offset(mark) + 1};
    if (!entries_.try_emplace(path, std::move(entry)).second) {
      findings_.warn(offset(mark), "front-matter-repeated",
                     fmt::format("{} is given twice, the first one counts; remove one", path));
    }
  }

  std::string_view page_;
  std::size_t begin_;
  Findings& findings_;
  std::vector<Open> open_;
  Entries entries_;
};

// What "key: value" lines say, whatever YAML thinks of them.
Entries read_line_by_line(std::string_view page, SourceSpan yaml) {
  Entries entries;
  std::string parent;
  for (auto at = yaml.begin; at < yaml.end;) {
    const auto line = line_at(page.substr(0, yaml.end), at);
    at = line.next;
    const auto begin = skip_blanks(line.text);
    const auto colon = line.text.find(':', begin);
    if (begin == line.text.size() || line.text[begin] == '#' || colon == std::string_view::npos)
      continue;
    auto key = std::string(trim(line.text.substr(begin, colon - begin)));
    if (begin == 0) parent = key;
    if (begin > 0) key.insert(0, parent + ".");
    const auto value_begin = skip_blanks(line.text, colon + 1);
    auto value = line.text.substr(value_begin);
    value = trim_end(value.substr(0, value.find(" #")));
    const auto offset = line.offset + value_begin;
    const SourceSpan source{offset, offset + value.size()};
    const bool quoted =
        value.size() > 1 && (value[0] == '"' || value[0] == '\'') && value.back() == value.front();
    if (quoted) value = value.substr(1, value.size() - 2);
    if (!value.empty()) entries.try_emplace(key, Entry{std::string(value), source, true});
  }
  return entries;
}

}  // namespace

std::optional<FrontMatter> find_front_matter(std::string_view page, std::size_t begin,
                                             Findings& findings) {
  const auto first = page.find_first_not_of(" \t\r\n", begin);
  if (first == std::string_view::npos) return std::nullopt;
  const auto opening = line_at(page, first);
  if (trim_end(opening.text) != "---") return std::nullopt;
  std::optional<std::size_t> blank;
  for (auto at = opening.next; at < page.size();) {
    const auto line = line_at(page, at);
    const auto text = trim_end(line.text);
    if (text == "---" || text == "...") return FrontMatter{{opening.next, at}, line.next};
    if (text.empty() && !blank) blank = at;
    at = line.next;
  }
  findings.warn(first, "front-matter-unclosed",
                "the front matter is never closed (it is taken up to the first blank line); write "
                "--- behind it");
  const auto end = blank.value_or(page.size());
  return FrontMatter{{opening.next, end}, end};
}

Entries read_front_matter(std::string_view page, SourceSpan yaml, Findings& findings) {
  const auto size = yaml.end - yaml.begin;
  if (size > kMaxYamlSize) {
    findings.warn(yaml.begin, "front-matter-too-large",
                  fmt::format("the front matter has {} bytes, more than {}, and is not read; "
                              "shorten it",
                              size, kMaxYamlSize));
    return {};
  }
  EntryCollector collector(page, yaml.begin, findings);
  try {
    std::istringstream stream{std::string(page.substr(yaml.begin, size))};
    YAML::Parser parser(stream);
    parser.HandleNextDocument(collector);
    return std::move(collector).take();
  } catch (const YAML::Exception& error) {
    const auto offset = static_cast<std::size_t>(std::max(error.mark.pos, 0));
    findings.warn(yaml.begin + std::min(offset, size), "front-matter-broken",
                  fmt::format("the front matter is not YAML ({}), so it is read line by line; mend "
                              "it (a value with a colon wants quotes)",
                              error.msg));
    return read_line_by_line(page, yaml);
  }
}

}  // namespace cmos::page
