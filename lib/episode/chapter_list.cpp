#include "episode/chapter_list.h"

#include <fmt/format.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <sstream>
#include <string>
#include <utility>

namespace cmos::page {

namespace {

void warn_no_list(std::size_t offset, Findings& findings) {
  findings.warn(
      offset, "chapter-malformed",
      R"(chapters is no list; write lines of `- {time: "12:34", title: "..."}` under it)");
}

struct Field {
  std::string value;
  std::size_t offset = 0;
};

// One entry of the list, as the page has it.
struct Draft {
  std::size_t offset = 0;
  std::optional<Field> time;
  std::optional<Field> title;
  std::optional<Field> url;
  std::optional<Field> image;
};

// Keeps the entries of the list under the outermost map's `chapters`, as the parser comes across
// them. Aliases are never followed, so that no YAML can grow here.
class DraftCollector : public YAML::EventHandler {
 public:
  DraftCollector(std::size_t begin, Findings& findings) : begin_(begin), findings_(findings) {}

  std::vector<Draft> take() && { return std::move(drafts_); }

  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t) override { on_other(mark); }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override { on_other(mark); }

  void OnScalar(const YAML::Mark& mark, const std::string&, YAML::anchor_t,
                const std::string& value) override {
    if (expects_key()) {
      open_.back().key = value;
      return;
    }
    if (is_in_entry()) set(*open_.back().key, {value, offset(mark)});
    on_other(mark);
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t,
                       YAML::EmitterStyle::value) override {
    check_entry(mark);
    open_.push_back({false, {}});
  }
  void OnSequenceEnd() override { close(); }

  void OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t,
                  YAML::EmitterStyle::value) override {
    if (open_.size() == 1 && open_[0].key == "chapters") warn_no_list(offset(mark), findings_);
    if (is_in_list()) drafts_.push_back({offset(mark), {}, {}, {}, {}});
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
  bool is_in_list() const {
    return open_.size() == 2 && open_[0].key == "chapters" && !open_[1].is_map;
  }
  bool is_in_entry() const {
    return open_.size() == 3 && open_[0].key == "chapters" && !open_[1].is_map && open_[2].is_map;
  }

  // A value that is no map.
  void on_other(const YAML::Mark& mark) {
    check_entry(mark);
    finish_value();
  }

  void check_entry(const YAML::Mark& mark) {
    if (!is_in_list()) return;
    findings_.warn(offset(mark), "chapter-malformed",
                   R"(a chapter is no map; write `- {time: "12:34", title: "..."}`)");
  }

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

  void set(const std::string& key, Field field) {
    auto& draft = drafts_.back();
    if (key == "time") {
      draft.time = std::move(field);
    } else if (key == "title") {
      draft.title = std::move(field);
    } else if (key == "url") {
      draft.url = std::move(field);
    } else if (key == "image") {
      draft.image = std::move(field);
    } else {
      findings_.warn(field.offset, "chapter-key-unknown",
                     fmt::format("a chapter has time, title, url and image, no {}", key));
    }
  }

  std::size_t begin_;
  Findings& findings_;
  std::vector<Open> open_;
  std::vector<Draft> drafts_;
};

// Nothing, with a finding, if it lacks what a chapter needs.
std::optional<ExplicitChapter> finish(Draft draft, Findings& findings) {
  if (!draft.time || !draft.title || draft.title->value.empty()) {
    findings.warn(draft.offset, "chapter-malformed",
                  fmt::format("a chapter without {} is left out; write one",
                              draft.time ? "a title" : "a time"));
    return std::nullopt;
  }
  const auto time = parse_clock(draft.time->value);
  if (!time) {
    findings.warn(draft.time->offset, "chapter-time-malformed",
                  fmt::format("the chapter's time {} is none (it is left out); write m:ss, h:mm:ss "
                              "or either with a fraction",
                              draft.time->value));
    return std::nullopt;
  }
  const auto text = [](std::optional<Field>& field) {
    return field ? std::move(field->value) : std::string();
  };
  return ExplicitChapter{*time, std::move(draft.title->value), text(draft.url), text(draft.image),
                         draft.time->offset};
}

}  // namespace

std::vector<ExplicitChapter> read_chapter_list(std::string_view page, SourceSpan yaml,
                                               const Entry& entry, Findings& findings) {
  if (entry.is_scalar) {
    warn_no_list(entry.source.begin, findings);
    return {};
  }
  DraftCollector collector(yaml.begin, findings);
  std::istringstream stream{std::string(page.substr(yaml.begin, yaml.end - yaml.begin))};
  YAML::Parser parser(stream);
  parser.HandleNextDocument(collector);
  std::vector<ExplicitChapter> chapters;
  for (auto& draft : std::move(collector).take()) {
    if (auto chapter = finish(std::move(draft), findings)) chapters.push_back(std::move(*chapter));
  }
  return chapters;
}

}  // namespace cmos::page
