#include "transcript/json_tree.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <nlohmann/json.hpp>
#include <utility>

#include "episode/source_units.h"

namespace cmos::transcript {

namespace {

// Reads bytes and lets others see how far. The parser copies it; all copies count together.
class CountingIterator {
 public:
  using difference_type = std::ptrdiff_t;
  using value_type = char;
  using pointer = const char*;
  using reference = const char&;
  using iterator_category = std::input_iterator_tag;

  CountingIterator(const char* at, const char** furthest) : at_(at), furthest_(furthest) {}

  reference operator*() const { return *at_; }
  CountingIterator& operator++() {
    ++at_;
    if (furthest_ != nullptr) *furthest_ = std::max(*furthest_, at_);
    return *this;
  }
  bool operator==(const CountingIterator& other) const { return at_ == other.at_; }
  bool operator!=(const CountingIterator& other) const { return at_ != other.at_; }

 private:
  const char* at_;
  const char** furthest_;
};

// Takes nlohmann-json's events; after that of a string, what was read ends with its quote.
class TreeBuilder {
 public:
  TreeBuilder(std::string_view file, const char** furthest) : file_(file), furthest_(furthest) {}

  tl::expected<JsonValue, JsonError> result(bool parsed) && {
    if (parsed) return std::move(root_);
    if (error_.message.empty()) error_ = {"it is no JSON", position()};
    return tl::unexpected(std::move(error_));
  }

  // NOLINTBEGIN(readability-identifier-naming): nlohmann-json's names.
  bool null() { return add({}); }
  bool boolean(bool /*value*/) { return add(of_kind(JsonValue::Kind::boolean)); }
  bool number_integer(std::int64_t value) { return add_number(static_cast<double>(value)); }
  bool number_unsigned(std::uint64_t value) { return add_number(static_cast<double>(value)); }
  bool number_float(double value, const std::string& /*text*/) { return add_number(value); }
  bool string(std::string& value) {
    auto node = of_kind(JsonValue::Kind::string);
    const auto begin = file_.find('"', last_);
    const auto end = position();
    node.source = {begin + 1, end - 1};
    node.text = std::move(value);
    last_ = end;
    return add(std::move(node));
  }
  bool binary(std::vector<std::uint8_t>& /*value*/) { return false; }
  bool start_object(std::size_t /*size*/) { return open(JsonValue::Kind::map); }
  bool start_array(std::size_t /*size*/) { return open(JsonValue::Kind::list); }
  bool key(std::string& value) {
    key_ = std::move(value);
    last_ = position();
    return true;
  }
  bool end_object() { return close(); }
  bool end_array() { return close(); }
  bool parse_error(std::size_t /*position*/, const std::string& /*token*/,
                   const nlohmann::detail::exception& /*error*/) {
    const auto read = position();
    error_ = {"it is no JSON from here on", read < file_.size() && read > 0 ? read - 1 : read};
    return false;
  }
  // NOLINTEND(readability-identifier-naming)

 private:
  static JsonValue of_kind(JsonValue::Kind kind) {
    JsonValue value;
    value.kind = kind;
    return value;
  }

  std::size_t position() const { return static_cast<std::size_t>(*furthest_ - file_.data()); }

  bool add_number(double number) {
    auto node = of_kind(JsonValue::Kind::number);
    node.number = number;
    const auto begin = file_.find_first_of("-0123456789", last_);
    const auto end = std::min(file_.find_first_not_of("+-.0123456789eE", begin), file_.size());
    node.source = {begin, end};
    last_ = end;
    return add(std::move(node));
  }

  // Where the next value goes.
  JsonValue& place() {
    if (open_.empty()) return root_;
    auto& parent = *open_.back();
    if (parent.is_list()) return parent.items.emplace_back();
    return parent.members.emplace_back(JsonMember{std::move(key_), {}}).value;
  }

  bool add(JsonValue value) {
    if (++count_ > kMostJsonValues) return fail("it has too many values");
    last_ = std::max(last_, value.source.end);
    place() = std::move(value);
    return true;
  }

  bool open(JsonValue::Kind kind) {
    if (open_.size() >= kDeepestJson) return fail("it is nested too deeply");
    if (++count_ > kMostJsonValues) return fail("it has too many values");
    auto& value = place();
    value.kind = kind;
    open_.push_back(&value);
    return true;
  }

  bool close() {
    open_.pop_back();
    last_ = position();
    return true;
  }

  bool fail(std::string message) {
    error_ = {std::move(message), position()};
    return false;
  }

  std::string_view file_;
  const char** furthest_;
  JsonValue root_;
  std::vector<JsonValue*> open_;  // Each the last child of the one before, so that none moves.
  std::string key_;
  std::size_t last_ = 0;  // Behind what was taken.
  std::size_t count_ = 0;
  JsonError error_{"", 0};
};

// Bytes of the escape or the character at the beginning of a JSON string's source.
std::size_t unit_size(std::string_view source) {
  if (source[0] != '\\') return page::first_character_size(source);
  if (source.size() < 2 || source[1] != 'u') return std::min<std::size_t>(2, source.size());
  const auto is_high = source.size() >= 12 && (source[2] == 'd' || source[2] == 'D') &&
                       std::string_view("89abAB").find(source[3]) != std::string_view::npos;
  return std::min<std::size_t>(is_high ? 12 : 6, source.size());
}

}  // namespace

const JsonValue& JsonValue::operator[](std::string_view key) const {
  static const JsonValue nothing;
  const auto found = std::ranges::find(members, key, &JsonMember::key);
  return found == members.end() ? nothing : found->value;
}

tl::expected<JsonValue, JsonError> parse_json(std::string_view file, std::size_t begin) {
  const char* furthest = file.data() + begin;
  TreeBuilder builder(file, &furthest);
  const CountingIterator first(file.data() + begin, &furthest);
  const CountingIterator last(file.data() + file.size(), nullptr);
  const bool parsed = nlohmann::json::sax_parse(first, last, &builder);
  return std::move(builder).result(parsed);
}

page::MappedText mapped_string(const JsonValue& string, std::string_view file) {
  page::MappedText text;
  auto source = file.substr(string.source.begin, string.source.end - string.source.begin);
  std::string_view shown = string.text;
  auto origin = string.source.begin;
  while (!source.empty() && !shown.empty()) {
    const auto plain = std::min(source.find('\\'), source.size());
    const auto size = plain > 0 ? plain : unit_size(source);
    const auto shown_size =
        plain > 0 ? std::min(plain, shown.size()) : page::first_character_size(shown);
    if (plain > 0) {
      text.append(shown.substr(0, shown_size), origin);
    } else {  // Its last byte stands for the end of the escape.
      text.append(shown.substr(0, shown_size - 1), origin);
      text.append(shown.substr(shown_size - 1, 1), origin + size - 1);
    }
    source.remove_prefix(size);
    shown.remove_prefix(shown_size);
    origin += size;
  }
  return text;
}

}  // namespace cmos::transcript
