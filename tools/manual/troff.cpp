#include "troff.h"

#include <cmark.h>
#include <fmt/format.h>

#include <cstdlib>
#include <memory>
#include <regex>
#include <sstream>
#include <vector>

namespace cmos {

namespace {

std::string render(const std::string& markdown) {
  const std::unique_ptr<cmark_node, decltype(&cmark_node_free)> document(
      cmark_parse_document(markdown.data(), markdown.size(), CMARK_OPT_DEFAULT), cmark_node_free);
  const std::unique_ptr<char, decltype(&std::free)> text(
      cmark_render_man(document.get(), CMARK_OPT_DEFAULT, 0), std::free);
  // Code is set bold: terminals have one font of one width.
  return std::regex_replace(std::string(text.get()), std::regex(R"(\\f\[C\])"), "\\f[B]");
}

std::vector<std::string> cells(const std::string& row) {
  std::vector<std::string> found;
  std::istringstream text(row.substr(1));
  for (std::string cell; std::getline(text, cell, '|');) {
    const auto first = cell.find_first_not_of(' ');
    found.push_back(first == std::string::npos
                        ? ""
                        : cell.substr(first, cell.find_last_not_of(' ') - first + 1));
  }
  return found;
}

// "- first: second; title of the third: third"
std::string list_item(const std::vector<std::string>& titles, const std::vector<std::string>& row) {
  auto item = fmt::format("- {}:", row.front());
  for (std::size_t i = 1; i < row.size(); ++i) {
    if (row[i].empty()) continue;
    const bool is_titled = i > 1 && i < titles.size() && !titles[i].empty();
    item += fmt::format("{} {}{}", i == 1 ? "" : ";", is_titled ? titles[i] + ": " : "", row[i]);
  }
  return item + "\n";
}

// CommonMark has no tables.
std::string with_lists_for_tables(const std::string& markdown) {
  std::string result;
  std::istringstream lines(markdown);
  std::vector<std::string> titles;
  for (std::string line; std::getline(lines, line);) {
    if (!line.starts_with('|')) {
      titles.clear();
      result += line + "\n";
    } else if (titles.empty()) {
      titles = cells(line);
      result += "\n";
    } else if (!line.starts_with("|---")) {
      result += list_item(titles, cells(line));
    }
  }
  return result;
}

}  // namespace

std::string troff_of_document(std::string markdown) {
  static const std::regex link(R"(\[([^\]]*)\]\([^)]*\.md[^)]*\))");
  markdown = std::regex_replace(markdown, link, "$1");
  return render(with_lists_for_tables(markdown));
}

std::string troff(std::string_view markdown) {
  static const std::string paragraph = ".PP\n";
  auto text = troff_of_document(std::string(markdown));
  if (text.starts_with(paragraph)) text.erase(0, paragraph.size());
  while (text.ends_with('\n')) text.pop_back();
  return text;
}

std::string troff_entry(std::string_view names, std::string_view text) {
  return fmt::format(".TP\n{}\n{}\n", names, troff(text));
}

}  // namespace cmos
