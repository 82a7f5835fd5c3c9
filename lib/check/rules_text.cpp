#include "cmos/rule.h"

#include <fmt/format.h>

#include <optional>
#include <string_view>

#include "cmos/rule.h"

namespace cmos {

namespace {

std::string_view title(RuleTopic topic) {
  switch (topic) {
    case RuleTopic::page:
      return "The page as a file";
    case RuleTopic::front_matter:
      return "Front matter";
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
    case RuleTopic::captions:
      return "Caption files";
    case RuleTopic::publishing:
      return "Publishing";
    case RuleTopic::corrections:
      return "Corrections";
    case RuleTopic::configuration:
      return "The configuration";
    case RuleTopic::command_line:
      return "The command line";
  }
  return "";
}

std::string severities(const Rule& rule) {
  if (!rule.in_check) return fmt::format("{}, not in check", severity_name(rule.severity.value()));
  const auto in_check = severity_name(*rule.in_check);
  if (!rule.severity) return fmt::format("{}, check only", in_check);
  if (rule.severity == rule.in_check) return std::string(in_check);
  return fmt::format("{}, in make {}", in_check, severity_name(*rule.severity));
}

}  // namespace

std::string rules_text() {
  std::string text =
      "# Rules\n\nEverything that the program reports, by name: how grave it is in `check` (and in "
      "`make`), what it means, what\nto do. Made by `cmos-captions check --rules`. More is said of "
      "uploading and its exit codes in docs/publishing.md,\nof caption files in docs/formats.md, "
      "of "
      "chapters in an MP3 in docs/id3.md.\n";
  std::optional<RuleTopic> topic;
  for (const auto& rule : rules()) {
    if (rule.topic != topic) text += fmt::format("\n## {}\n\n", title(rule.topic));
    topic = rule.topic;
    text +=
        fmt::format("- `{}` ({}): {}. *{}.*{}\n", rule.name, severities(rule), rule.meaning,
                    rule.advice, rule.has_one_answer ? " `fix` does it where it is certain." : "");
  }
  return text;
}

}  // namespace cmos
