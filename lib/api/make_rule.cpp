#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <system_error>

#include "base/atomic_file.h"
#include "cmos/outputs.h"

namespace cmos {

namespace {

namespace fs = std::filesystem;

// "=" behind a name would make the line a variable's, wherever it is not the value of one.
constexpr std::string_view kEquals = "$(equals_sign)";
constexpr std::string_view kEqualsDefinition = "equals_sign := =\n";

constexpr std::size_t kMaxRulesSize = 256'000'000;

constexpr std::string_view kWildcards = "*?[";

bool has_any(std::string_view text, std::string_view characters) {
  return text.find_first_of(characters) != std::string_view::npos;
}

// Why GNU make has no way to write the name; empty: it has. Found by trying (tests/api).
std::string_view obstacle(std::string_view name) {
  const auto is_control = [](char c) { return static_cast<unsigned char>(c) < ' ' || c == '\x7F'; };
  if (name.empty()) return "it is empty";
  if (std::ranges::any_of(name, is_control)) return "a control character is in it";
  if (has_any(name, ";|")) return "; or | is in it";
  if (has_any(name, "\\%") && has_any(name, kWildcards)) {
    return "\\ or % and one of *?[ are in it";
  }
  if (has_any(name.substr(name.size() - 1), "\\&)")) return "it ends with \\, & or )";
  if (name.front() == '~') return "it begins with ~";
  return {};
}

// A keyword ("define", "private") has neither dot nor slash; make takes the "./" off again.
bool may_be_keyword(std::string_view name) {
  return !has_any(name, "./");
}

// GNU make halves the backslashes in front of what a backslash protects.
std::string escaped(std::string_view name, std::string_view protect) {
  std::string result = may_be_keyword(name) ? "./" : "";
  std::size_t backslashes = 0;
  for (const char c : name) {
    if (protect.find(c) != std::string_view::npos) result.append(backslashes + 1, '\\');
    if (c == '$') result += '$';
    if (c == '=') {
      result += kEquals;
    } else {
      result += c;
    }
    backslashes = c == '\\' ? backslashes + 1 : 0;
  }
  return result;
}

std::string as_target(const fs::path& name) {
  return escaped(name.string(), " #:%*?[");
}

std::string as_input(const fs::path& name) {
  return escaped(name.string(), " #:*?[");
}

std::string joined(std::span<const fs::path> names, std::string (*write)(const fs::path&)) {
  std::string result;
  for (const auto& name : names) {
    if (!result.empty()) result += ' ';
    result += write(name);
  }
  return result;
}

// A recipe, an assignment or a comment is a person's.
bool is_rule(std::string_view line) {
  const bool is_definition = line == kEqualsDefinition.substr(0, kEqualsDefinition.size() - 1);
  return is_definition || (!has_any(line.substr(0, 1), "\t#") && !has_any(line, "=;") &&
                           (line.ends_with(':') || line.find(": ") != std::string_view::npos));
}

}  // namespace

Result<void> check_rules_file(const fs::path& file, bool force) {
  if (std::error_code ignored; force || !fs::exists(file, ignored)) return {};
  const auto text = read_file(file, kMaxRulesSize);
  if (!text) return tl::unexpected(text.error());
  for (std::string_view rest = *text; !rest.empty();) {
    const auto line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(line.size() + 1, rest.size()));
    if (is_rule(line)) continue;
    return tl::unexpected(Error{
        fmt::format("{}, which the rules of -M would become, has more than such rules, and is left "
                    "as it is; --force writes it anew",
                    file.string()),
        "output-edited"});
  }
  return {};
}

Result<void> check_make_name(const fs::path& name) {
  const auto reason = obstacle(name.string());
  if (reason.empty()) return {};
  return tl::unexpected(Error{
      fmt::format("-M can write no rule for {}, because {}; give it another name, or leave -M out",
                  name.string(), reason),
      "usage"});
}

std::string make_rule(std::span<const fs::path> targets, std::span<const fs::path> inputs) {
  auto rules = joined(targets, as_target) + ": " + joined(inputs, as_input) + '\n';
  for (std::size_t i = 1; i < inputs.size(); ++i) rules += as_target(inputs[i]) + ":\n";
  if (rules.find(kEquals) != std::string::npos) rules.insert(0, kEqualsDefinition);
  return rules;
}

}  // namespace cmos
