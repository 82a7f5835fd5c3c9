#include "cmos/captioner.h"

namespace cmos {

namespace {

// GNU make halves the backslashes in front of what a backslash protects.
std::string escaped(const std::string& name) {
  std::string result;
  std::size_t backslashes = 0;
  for (const char c : name) {
    if (c == ' ' || c == '\t' || c == '#' || c == ':') result.append(backslashes + 1, '\\');
    if (c == '$') result += '$';
    result += c;
    backslashes = c == '\\' ? backslashes + 1 : 0;
  }
  return result;
}

bool is_one_line(const std::filesystem::path& name) {
  return name.string().find('\n') == std::string::npos;
}

std::string joined(std::span<const std::filesystem::path> names) {
  std::string result;
  for (const auto& name : names) {
    if (!is_one_line(name)) continue;
    if (!result.empty()) result += ' ';
    result += escaped(name.string());
  }
  return result;
}

}  // namespace

std::string make_rule(std::span<const std::filesystem::path> targets,
                      std::span<const std::filesystem::path> inputs) {
  std::string rules = joined(targets) + ": " + joined(inputs) + '\n';
  for (std::size_t i = 1; i < inputs.size(); ++i) {
    if (is_one_line(inputs[i])) rules += escaped(inputs[i].string()) + ":\n";
  }
  return rules;
}

}  // namespace cmos
