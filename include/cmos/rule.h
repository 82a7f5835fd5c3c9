// Rules: everything that the program reports, by name. The table is cmos/rules.def, and
// docs/rules.md is made from it.
#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "cmos/export.h"

namespace cmos {

enum class Severity { note, warning, error };

// "note", "warning", "error".
CMOS_API std::string_view severity_name(Severity severity);

// What a rule looks at; also the order of the table.
enum class RuleTopic : std::uint8_t {
  page,          // The file as a whole.
  front_matter,  // Front matter, or the older form of it.
  transcript,    // Speakers, stamps, turns.
  markup,        // Links, tags, quotations, brackets.
  together,      // Pages that were given together.
  sound,         // The MP3, and what the page declares of it.
  alignment,     // The transcript against the sound.
  chapters,
  id3,            // Chapters in the MP3.
  captions,       // Caption files that are read back.
  publishing,     // Signing in and uploading.
  corrections,    // PAGE.corrections.yaml.
  configuration,  // .cmos-captions.yaml, and the style that it makes with the options.
  command_line,
};

// What has failed where an error of the rule ends the work.
enum class Failure : std::uint8_t {
  page,           // The page or the file in hand.
  usage,          // The command line or the configuration.
  not_signed_in,  // Nobody is signed in, or not any more.
  quota_spent,    // The day's units do not reach.
  conflict,       // The service has something else than this run may change.
  no_service,     // The service cannot be reached, safely or at all.
  refused,        // The service refuses, or cannot use what it got.
};

struct Rule {
  RuleTopic topic;
  std::string_view name;             // Lower case with hyphens: "stamp-beyond-end".
  std::optional<Severity> severity;  // Outside `check`. None: only `check` looks.
  std::optional<Severity> in_check;  // None: `check` does not look.
  std::string_view meaning;          // What is wrong, and what captions are made of then.
  std::string_view advice;      // What to do. Both in Markdown, without a capital and a full stop.
  bool has_one_answer = false;  // Whether `fix` can fix it, in some cases at least.
  Failure failure = Failure::page;
};

// The table.
CMOS_API std::span<const Rule> rules();

namespace internal {

#define CMOS_RULE(topic, name, ...) name,
inline constexpr auto kRuleNames = std::to_array<std::string_view>({
#include "cmos/rules.def"
});

}  // namespace internal

// The name of a rule of the table; any other does not compile.
class RuleName {
 public:
  // Names are written where diagnostics are made, as plain texts.
  // NOLINTNEXTLINE(google-explicit-constructor)
  consteval RuleName(const char* name) {
    while (index_ < internal::kRuleNames.size() && internal::kRuleNames[index_] != name) ++index_;
    if (index_ == internal::kRuleNames.size()) throw "there is no such rule";
  }

  constexpr std::string_view name() const { return internal::kRuleNames[index_]; }

  const Rule& operator*() const { return rules()[index_]; }
  const Rule* operator->() const { return &rules()[index_]; }

  friend constexpr bool operator==(RuleName, RuleName) = default;
  // In the table's order.
  friend constexpr std::strong_ordering operator<=>(RuleName, RuleName) = default;

 private:
  friend std::optional<RuleName> find_rule(std::string_view name);
  constexpr explicit RuleName(std::size_t index) : index_(index) {}

  // No pointer: with -fsanitize=undefined, g++ 12 compares none at compile time.
  std::size_t index_ = 0;
};

// The rule of that name, for names that are read while the program runs.
CMOS_API std::optional<RuleName> find_rule(std::string_view name);

// Which rules (cmos/rules.def) are looked at: those with a severity outside `check`, or all those
// of `check`, then with the edits that fix what they find.
enum class RuleSet : std::uint8_t { make, check };

// Markdown; docs/rules.md is this text.
CMOS_API std::string rules_text();

}  // namespace cmos
