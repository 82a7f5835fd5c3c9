#include "transcript/dialogue.h"

#include <algorithm>
#include <array>
#include <utility>

#include "transcript/names.h"

namespace cmos::transcript {

namespace {

// docs/transcripts.md has what these were measured on.
constexpr std::size_t kWeakNameHits = 5;
constexpr double kNamedShareOfStamped = 0.015;
constexpr double kAloneShareOfStamped = 0.5;
constexpr double kHeadedShareForOnce = 0.6;
constexpr double kHeadedShareAllOnce = 0.9;
constexpr std::size_t kSafeHits = 10;
constexpr std::size_t kFewestHits = 2;
constexpr std::size_t kMostWordsOnce = 3;

constexpr std::array kShapes = {HeadShape::heading, HeadShape::name_stamp, HeadShape::bold_name,
                                HeadShape::name,    HeadShape::stamp_line, HeadShape::stamp};

double weight(HeadShape shape) {
  switch (shape) {
    case HeadShape::heading:
    case HeadShape::name_stamp:
      return 1.5;
    case HeadShape::bold_name:
      return 1.3;
    case HeadShape::name:
    case HeadShape::stamp_line:
      return 1;
    case HeadShape::stamp:
      break;
  }
  return 0.9;
}

LineHead stamp_alone(const LineHead& head) {
  LineHead alone;
  alone.stamp = head.stamp;
  alone.text = *head.behind_stamp;
  return alone;
}

bool has_name(HeadShape shape) {
  return shape != HeadShape::stamp;
}

class Survey {
 public:
  Survey(const std::vector<SurveyedLine>& lines, const std::set<std::string, std::less<>>& declared)
      : lines_(lines), declared_(declared) {}

  Dialogue find() {
    count();
    count_single_names();
    choose_shape();
    if (result_.kind == Dialogue::Kind::named) accept_names();
    if (result_.kind == Dialogue::Kind::named && result_.names.empty()) result_.kind = {};
    result_.is_safe = is_safe();
    return std::move(result_);
  }

 private:
  using Counts = std::map<std::string, std::size_t>;

  static bool may_be_name(const SurveyedLine& line) {
    const auto& head = *line.head;
    return has_name(head.shape) && !line.has_address_behind && !is_no_name(head.name) &&
           !is_interlude(head.name);
  }

  void count() {
    for (const auto& line : lines_) {
      if (line.begins_paragraph) ++result_.paragraphs;
      if (!line.head) continue;
      const auto& head = *line.head;
      auto& shape = shapes_[head.shape];
      if (head.stamp) {
        if (head.stamp->time < shape.latest) ++shape.backwards;
        shape.latest = std::max(shape.latest, head.stamp->time);
        ++shape.stamps;
        ++stamps_;
      }
      if (!may_be_name(line)) continue;
      if (!head.initials.empty()) result_.full_names.emplace(head.initials, head.name);
      ++shape.names[head.name];
    }
    for (auto& [kind, shape] : shapes_) {
      for (const auto& [name, hits] : shape.names) {
        if (is_likely(name, hits)) shape.hits += hits;
      }
    }
    for (const auto& line : lines_) {
      if (line.head && is_stamp_alone(*line.head)) ++shapes_[HeadShape::stamp].hits;
    }
  }

  // A short exchange, in which nobody returns: nearly every paragraph begins with a name.
  void count_single_names() {
    for (auto& [kind, shape] : shapes_) {
      if (!has_name(kind) || shape.hits > 0) continue;
      const auto heads = static_cast<std::size_t>(std::ranges::count_if(
          lines_, [&](const SurveyedLine& line) { return is_single_name(line, kind); }));
      const auto share = static_cast<double>(heads) / static_cast<double>(result_.paragraphs);
      if (heads >= kFewestHits && share >= kHeadedShareAllOnce) shape.hits = heads;
    }
  }

  static bool is_single_name(const SurveyedLine& line, HeadShape shape) {
    return line.head && line.head->shape == shape && may_be_name(line) && line.begins_paragraph &&
           name_likeness(line.head->name) == NameLikeness::good &&
           count_words(line.head->name) <= kMostWordsOnce;
  }

  // Whether a time stands before something that is not likely to be a name.
  bool is_stamp_alone(const LineHead& head) {
    if (!has_name(head.shape)) return true;
    const auto& names = shapes_[head.shape].names;
    const auto counted = names.find(head.name);
    return head.behind_stamp && (counted == names.end() || !is_likely(head.name, counted->second));
  }

  bool is_likely(const std::string& name, std::size_t hits) const {
    if (declared_.contains(name)) return true;
    const auto& full = result_.full_names;
    const bool has_initials =
        full.contains(name) ||
        std::ranges::any_of(full, [&](const auto& entry) { return entry.second == name; });
    if (name_likeness(name) == NameLikeness::weak) return hits >= kWeakNameHits;
    return has_initials || hits >= kFewestHits;
  }

  double score(HeadShape kind) {
    const auto& shape = shapes_[kind];
    const double steady = shape.stamps == 0 ? 1
                                            : 1 - static_cast<double>(shape.backwards) /
                                                      static_cast<double>(shape.stamps);
    return static_cast<double>(shape.hits) * weight(kind) * steady;
  }

  // A form with names is preferred to one of times alone, which long answers make many.
  void choose_shape() {
    double best = 0;
    for (const auto kind : kShapes) {
      const auto hits = shapes_[kind].hits;
      if (hits < kFewestHits || score(kind) <= best) continue;
      const auto share =
          static_cast<double>(hits) / static_cast<double>(std::max<std::size_t>(stamps_, 1));
      const auto least =
          kind == HeadShape::stamp_line ? kAloneShareOfStamped : kNamedShareOfStamped;
      if (has_name(kind) && stamps_ > 0 && share < least) continue;
      if (kind == HeadShape::stamp && result_.kind == Dialogue::Kind::named) continue;
      best = score(kind);
      result_.shape = kind;
      result_.kind = has_name(kind) ? Dialogue::Kind::named : Dialogue::Kind::stamped;
    }
    result_.heads = shapes_[result_.shape].hits;
  }

  void accept_names() {
    for (const auto& [name, hits] : shapes_[result_.shape].names) {
      if (is_likely(name, hits)) result_.names.insert(name);
    }
    for (const auto& [initials, full] : result_.full_names) {
      result_.names.insert({initials, full});
    }
    const auto headed = static_cast<double>(result_.heads) /
                        static_cast<double>(std::max<std::size_t>(result_.paragraphs, 1));
    const bool names_are_sure =
        result_.shape == HeadShape::name_stamp || result_.shape == HeadShape::heading;
    for (const auto& line : lines_) {
      if (!line.head || line.head->shape != result_.shape || !may_be_name(line)) continue;
      const auto& name = line.head->name;
      const bool is_once = headed >= kHeadedShareForOnce && is_single_name(line, result_.shape);
      if (is_once || names_are_sure) result_.names.insert(name);
    }
  }

  bool is_safe() const {
    if (result_.kind == Dialogue::Kind::prose) return result_.heads == 0;
    return result_.heads >= kSafeHits && result_.heads * 3 >= result_.paragraphs &&
           (result_.kind == Dialogue::Kind::stamped || result_.names.size() >= 2);
  }

  struct Shape {
    Counts names;
    std::size_t hits = 0;  // With names that are likely.
    std::size_t stamps = 0;
    std::size_t backwards = 0;
    Time latest{0};
  };

  const std::vector<SurveyedLine>& lines_;
  const std::set<std::string, std::less<>>& declared_;
  std::map<HeadShape, Shape> shapes_;
  std::size_t stamps_ = 0;
  Dialogue result_;
};

}  // namespace

std::optional<LineHead> Dialogue::accepted(const LineHead& head) const {
  const bool is_named = has_name(head.shape);
  if (is_named && kind == Kind::named && (names.contains(head.name) || is_interlude(head.name))) {
    return head;
  }
  if (is_named && !head.behind_stamp) return std::nullopt;
  const bool has_brackets = head.stamp->end > head.stamp->source.end;
  if (kind == Kind::prose && !has_brackets) return std::nullopt;
  return is_named ? stamp_alone(head) : head;
}

std::string Dialogue::full_name(const std::string& name) const {
  const auto full = full_names.find(name);
  return full == full_names.end() ? name : full->second;
}

Dialogue find_dialogue(const std::vector<SurveyedLine>& lines,
                       const std::set<std::string, std::less<>>& declared) {
  return Survey(lines, declared).find();
}

}  // namespace cmos::transcript
