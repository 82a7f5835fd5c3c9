#include "check/rules_text.h"

#include <fmt/format.h>

#include <optional>
#include <string_view>

#include "base/rules.h"

namespace cmos {

namespace {

std::string_view title(RuleTopic topic) {
  switch (topic) {
    case RuleTopic::page:
      return "The page as a file";
    case RuleTopic::front_matter:
      return "The head";
    case RuleTopic::transcript:
      return "The transcript";
    case RuleTopic::markup:
      return "Markup";
    case RuleTopic::together:
      return "Pages given together";
    case RuleTopic::sound:
      return "The sound";
    case RuleTopic::alignment:
      return "The transcript against the sound";
    case RuleTopic::chapters:
      return "Chapters";
    case RuleTopic::id3:
      return "Chapters in the MP3";
    case RuleTopic::configuration:
      return "The configuration";
  }
  return "";
}

std::string severities(const Rule& rule) {
  if (!rule.in_check) return fmt::format("{}, make only", severity_name(rule.in_make.value()));
  const auto in_check = severity_name(*rule.in_check);
  if (!rule.in_make) return fmt::format("{}, check only", in_check);
  if (rule.in_make == rule.in_check) return std::string(in_check);
  return fmt::format("{}, in make {}", in_check, severity_name(*rule.in_make));
}

}  // namespace

std::string rules_text() {
  std::string text =
      "# Rules\n\nEverything that is found wrong with a page, its sound, its chapters and the "
      "configuration, by name: how grave it\nis in `check` (and in `make`), what it means, what to "
      "do. Made by `cmos-captions check --rules`.\nElsewhere: what `upload` reports "
      "(docs/publishing.md), what `stats` finds in caption files (docs/formats.md),\nand what "
      "`chapters` finds in an MP3 (docs/id3.md).\n";
  std::optional<RuleTopic> topic;
  for (const auto& rule : kRules) {
    if (rule.topic != topic) text += fmt::format("\n## {}\n\n", title(rule.topic));
    topic = rule.topic;
    text +=
        fmt::format("- `{}` ({}): {}. *{}.*{}\n", rule.name, severities(rule), rule.meaning,
                    rule.advice, rule.has_one_answer ? " `fix` does it where it is certain." : "");
  }
  return text;
}

}  // namespace cmos
