#include "transcript/html_form.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

#include "base/unicode.h"
#include "episode/html_tag.h"
#include "episode/lines.h"
#include "transcript/clock.h"
#include "transcript/names.h"

namespace cmos::transcript {

namespace {

// Elements whose text nobody speaks.
constexpr auto kUnspoken =
    std::to_array<std::string_view>({"head", "title", "script", "style", "nav", "footer", "header",
                                     "button", "svg", "h1", "h2", "h3", "h4", "h5", "h6"});

class HtmlReader {
 public:
  HtmlReader(std::string_view file, std::size_t begin) : file_(file), at_(begin) {}

  Draft read() {
    while (at_ < file_.size()) {
      const auto open = std::min(file_.find('<', at_), file_.size());
      take(open);
      at_ = open;
      if (open < file_.size()) markup();
    }
    end_paragraph();
    return std::move(draft_);
  }

 private:
  enum class Place { text, cite, time };

  void take(std::size_t end) {
    if (!unspoken_.empty() || end == at_) return;
    auto& text = place_ == Place::cite ? cite_ : place_ == Place::time ? time_text_ : paragraph_;
    text.append(file_.substr(at_, end - at_), at_);
  }

  void markup() {
    if (file_.substr(at_).starts_with("<!--")) {
      const auto end = file_.find("-->", at_);
      at_ = end == std::string_view::npos ? file_.size() : end + 3;
      return;
    }
    const auto close = file_.find('>', at_);
    const auto tag = close == std::string_view::npos
                         ? std::nullopt
                         : page::parse_html_tag(file_.substr(at_, close + 1 - at_));
    if (!tag) {  // A "<" in the text, or a declaration.
      const bool is_declaration = file_.substr(at_).starts_with("<!");
      const auto end = is_declaration && close != std::string_view::npos ? close + 1 : at_ + 1;
      if (!is_declaration) take(end);
      at_ = end;
      return;
    }
    const auto from = std::exchange(at_, close + 1);
    element(*tag, from);
  }

  void element(const page::HtmlTag& tag, std::size_t from) {
    if (!unspoken_.empty()) {
      if (tag.closing && tag.name == unspoken_) unspoken_.clear();
    } else if (!tag.closing && std::ranges::find(kUnspoken, tag.name) != kUnspoken.end()) {
      end_paragraph();
      unspoken_ = tag.name;
    } else if (is_bold(tag.name)) {
      bold(tag.closing);
    } else if (tag.name == "cite" || tag.name == "dt") {
      if (!tag.closing) end_paragraph();
      place_ = tag.closing ? Place::text : Place::cite;
      if (tag.closing) name_voice();
    } else if (tag.name == "time") {
      if (!tag.closing) end_paragraph();
      place_ = tag.closing ? Place::text : Place::time;
      if (tag.closing) set_time();
    } else if (tag.name == "br") {
      if (!paragraph_.empty()) paragraph_.append(" ", from);
    } else if (page::is_html_separator(tag.name)) {
      end_paragraph();
    }
  }

  static bool is_bold(std::string_view name) { return name == "strong" || name == "b"; }

  // At a paragraph's beginning a name, if a colon ends it.
  void bold(bool is_end) {
    if (!is_end) {
      const bool begins = page::trim(paragraph_.text()).empty() && place_ == Place::text;
      if (begins) place_ = Place::cite;
      return;
    }
    if (place_ != Place::cite) return;
    place_ = Place::text;
    const auto colon = file_.find_first_not_of(" \t\r\n", at_);
    const bool is_behind = colon != std::string_view::npos && file_[colon] == ':';
    if (page::trim(cite_.text()).ends_with(':') || is_behind) {
      if (is_behind) at_ = colon + 1;
      end_paragraph();
      name_voice();
    } else {
      paragraph_.append(cite_, 0, cite_.text().size());
      cite_.clear();
    }
  }

  void name_voice() {
    const auto name = std::string_view(cite_.text());
    auto begin = name.find_first_not_of(" \t\r\n");
    const auto end = name.find_last_not_of(" \t\r\n:") + 1;
    if (begin != std::string_view::npos && begin < end) {
      voice_ = {bare_name(name.substr(begin, end - begin)), cite_.origin(begin, end)};
      begins_turn_ = true;
      time_.reset();
    }
    cite_.clear();
  }

  void set_time() {
    const auto text = std::string_view(time_text_.text());
    const auto begin = text.find_first_not_of(" \t\r\n");
    const auto clock = begin == std::string_view::npos ? std::nullopt : any_clock_at(text, begin);
    if (clock) {
      time_ = {clock->time, time_text_.origin(clock->source.begin, clock->source.end)};
      begins_turn_ = begins_turn_ || !voice_.is_named();
    }
    time_text_.clear();
  }

  void end_paragraph() {
    if (has_letter_or_digit(paragraph_.text())) {  // Else it is a mark, such as a player's.
      Piece piece;
      piece.begins_turn = std::exchange(begins_turn_, false);
      piece.begins_paragraph = true;
      piece.voice = voice_;
      piece.time = std::exchange(time_, std::nullopt);
      piece.text = draft_.append(paragraph_);
      draft_.pieces.push_back(std::move(piece));
    }
    paragraph_.clear();
  }

  std::string_view file_;
  std::size_t at_;
  Draft draft_;
  Place place_ = Place::text;
  std::string unspoken_;  // The element whose end is looked for.
  page::MappedText cite_;
  page::MappedText time_text_;
  page::MappedText paragraph_;
  Voice voice_;
  std::optional<StatedTime> time_;
  bool begins_turn_ = true;
};

}  // namespace

Draft read_html(std::string_view file, std::size_t begin) {
  return HtmlReader(file, begin).read();
}

}  // namespace cmos::transcript
