#include "config/config.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/unicode.h"
#include "base/web.h"
#include "cmos/language_tag.h"
#include "yaml/yaml.h"

namespace cmos {

namespace {

using Kind = YamlNode::Kind;

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

constexpr std::array<std::pair<std::string_view, Severity>, 3> kSeverities{
    {{"note", Severity::note}, {"warning", Severity::warning}, {"error", Severity::error}}};

class ConfigReader {
 public:
  explicit ConfigReader(const Page& page) : page_(page) {}

  WithDiagnostics<Settings> read() && {
    settings_.configuration = page_.name;
    if (is_readable()) {
      if (const auto root = parse_yaml(page_.text, {0, page_.text.size()})) {
        read_root(*root);
      } else {
        error(root.error().offset, "config-broken",
              fmt::format("the configuration is not one YAML document ({})", root.error().message));
      }
    }
    return {std::move(settings_), std::move(diagnostics_)};
  }

 private:
  using Reader = std::function<void(const YamlNode& value)>;
  using Readers = std::map<std::string, Reader, std::less<>>;

  void error(std::size_t offset, RuleName rule, std::string message) {
    diagnostics_.push_back(
        make_diagnostic(rule, page_.name, page_.lines.position(offset), std::move(message)));
  }

  void wrong_value(const YamlNode& node, std::string message) {
    error(node.source.begin, "config-value", std::move(message));
  }

  bool is_readable() {
    const auto& bytes = page_.text;
    if (bytes.size() > kMaxYamlSize) {
      error(
          0, "config-too-large",
          fmt::format("the configuration has {} bytes, more than {}", bytes.size(), kMaxYamlSize));
      return false;
    }
    const auto bad = std::min(find_invalid_utf8(bytes).value_or(bytes.size()), bytes.find('\0'));
    if (bad < bytes.size()) {
      error(bad, "config-encoding", "this byte is no UTF-8 text; save the file as UTF-8");
      return false;
    }
    return true;
  }

  void read_root(const YamlNode& root) {
    read_map(
        root, "",
        {{"formats", [&](const auto& node) { read_formats(node); }},
         {"language", [&](const auto& node) { read_language(node); }},
         {"media_roots",
          [&](const auto& node) {
            for_each_text(node, [&](const auto& text) { add_path(text, settings_.media_roots); });
          }},
         {"captions", [&](const auto& node) { read_captions(node); }},
         {"align",
          [&](const auto& node) {
            read_map(
                node, "align.",
                {{"model", [&](const auto& value) { read_path(value, settings_.speech.model); }},
                 {"dictionary",
                  [&](const auto& value) { read_path(value, settings_.speech.dictionary); }}});
          }},
         {"feed",
          [&](const auto& node) {
            read_map(node, "feed.",
                     {{"base_url", [&](const auto& value) { read_base_url(value); }}});
          }},
         {"check", [&](const auto& node) { read_check(node); }}});
  }

  // Whether there is a value of that kind; a key without a value says nothing.
  bool is(Kind kind, const YamlNode& node, std::string_view wanted) {
    if (node.kind == kind) return true;
    if (node.kind == Kind::alias) {
      error(node.source.begin, "config-alias",
            "an alias is not followed; write out what it stands for");
    } else if (node.kind != Kind::null) {
      wrong_value(node, fmt::format("{} is wanted here", wanted));
    }
    return false;
  }

  // Calls use(key, value) for each entry whose key is a text that was not there before.
  void for_each_entry(const YamlNode& map, const std::string& section,
                      const std::function<void(const YamlNode& key, const YamlNode& value)>& use) {
    if (!is(Kind::map, map, "a list of `key: value`")) return;
    std::set<std::string_view> seen;
    for (const auto& [key, value] : map.entries) {
      if (!is(Kind::scalar, key, "a name")) continue;
      if (seen.insert(key.text).second) {
        use(key, value);
      } else {
        error(key.source.begin, "config-repeated",
              fmt::format("{}{} is given twice; remove one", section, key.text));
      }
    }
  }

  void read_map(const YamlNode& map, const std::string& section, const Readers& readers) {
    for_each_entry(map, section, [&](const YamlNode& key, const YamlNode& value) {
      if (const auto reader = readers.find(key.text); reader != readers.end()) {
        reader->second(value);
        return;
      }
      std::vector<std::string> known;
      for (const auto& [name, ignored] : readers) known.push_back(name);
      error(
          key.source.begin, "config-unknown-key",
          fmt::format("there is no key {}{}, only {}", section, key.text, fmt::join(known, ", ")));
    });
  }

  // Calls use(node) for each text of a list, or for the only one.
  void for_each_text(const YamlNode& node, const Reader& use) {
    if (node.kind == Kind::scalar) return use(node);
    if (!is(Kind::list, node, "a list of texts")) return;
    for (const auto& item : node.items) {
      if (is(Kind::scalar, item, "a text")) use(item);
    }
  }

  template <typename Choices>
  auto chosen(const YamlNode& node, const Choices& choices) {
    std::optional<typename Choices::value_type::second_type> value;
    if (!is(Kind::scalar, node, "a text")) return value;
    std::vector<std::string_view> names;
    for (const auto& [name, meaning] : choices) {
      names.emplace_back(name);
      if (node.text == name) value = meaning;
    }
    if (!value) {
      wrong_value(node, fmt::format("\"{}\" is none of {}", node.text, fmt::join(names, ", ")));
    }
    return value;
  }

  void read_formats(const YamlNode& node) {
    std::vector<std::string> names;
    for_each_text(node, [&](const YamlNode& format) {
      names.push_back(format.text);
      if (auto found = find_formats(names)) {
        settings_.formats = std::move(*found);
      } else {
        wrong_value(format, found.error().message);
        names.pop_back();
      }
    });
  }

  // A rule that `check` looks at.
  std::optional<RuleName> known_rule(const YamlNode& node) {
    const auto rule = find_rule(node.text);
    if (rule && (*rule)->in_check) return rule;
    wrong_value(node, fmt::format("there is no rule \"{}\"", node.text));
    return std::nullopt;
  }

  void read_language(const YamlNode& node) {
    if (!is(Kind::scalar, node, "a language")) return;
    if (is_language_tag(node.text)) {
      settings_.default_language = node.text;
    } else {
      wrong_value(node, fmt::format("\"{}\" is no language such as en or pt-BR", node.text));
    }
  }

  void add_path(const YamlNode& node, std::vector<std::filesystem::path>& paths) {
    if (node.text.empty()) return wrong_value(node, "a path is wanted here");
    paths.push_back((settings_.configuration.parent_path() / node.text).lexically_normal());
  }

  void read_path(const YamlNode& node, std::filesystem::path& path) {
    std::vector<std::filesystem::path> paths;
    if (is(Kind::scalar, node, "a path")) add_path(node, paths);
    if (!paths.empty()) path = paths.front();
  }

  void read_base_url(const YamlNode& node) {
    if (!is(Kind::scalar, node, "an address")) return;
    if (is_web_address(node.text)) {
      settings_.feed_base_url = node.text;
    } else {
      wrong_value(node, "an address that begins with https:// or http:// is wanted here");
    }
  }

  void read_captions(const YamlNode& node) {
    Readers readers{
        {"style", [this](const auto& value) { read_style(value); }},
        {"speaker_labels",
         [&](const auto& value) { settings_.speaker_labels = chosen(value, kSpeakerLabelNames); }},
        {"unspoken",
         [&](const auto& value) { settings_.unspoken = chosen(value, kUnspokenNames); }}};
    for (const auto& number : style_numbers()) {
      readers[std::string(number.name)] = [this, &number](const auto& value) {
        read_number(value, number);
      };
    }
    read_map(node, "captions.", readers);
  }

  void read_style(const YamlNode& node) {
    std::vector<std::pair<std::string_view, const Style*>> styles;
    styles.reserve(kStyles.size());
    for (const auto& style : kStyles) styles.emplace_back(style.name, &style);
    settings_.style.style = chosen(node, styles).value_or(nullptr);
  }

  void read_number(const YamlNode& node, const StyleNumber& number) {
    if (!is(Kind::scalar, node, "a number")) return;
    int value = 0;
    const auto* const end = node.text.data() + node.text.size();
    const auto [stop, fault] = std::from_chars(node.text.data(), end, value);
    if (fault == std::errc{} && stop == end && value >= number.smallest &&
        value <= number.largest) {
      settings_.style.changes.push_back({&number, value});
    } else {
      wrong_value(node, fmt::format("captions.{} is a whole number from {} to {}", number.name,
                                    number.smallest, number.largest));
    }
  }

  void read_check(const YamlNode& node) {
    read_map(node, "check.",
             {{"disable",
               [&](const auto& value) {
                 for_each_text(value, [&](const auto& text) {
                   if (const auto rule = known_rule(text)) settings_.disabled_rules.insert(*rule);
                 });
               }},
              {"severity", [&](const auto& value) {
                 for_each_entry(value, "check.severity.", [&](const auto& key, const auto& name) {
                   const auto severity = chosen(name, kSeverities);
                   const auto rule = known_rule(key);
                   if (rule && severity) settings_.severities.emplace(*rule, *severity);
                 });
               }}});
  }

  const Page& page_;
  Settings settings_;
  Diagnostics diagnostics_;
};

}  // namespace

WithDiagnostics<Settings> parse_config(const Page& page) {
  const std::string_view text = page.text;
  if (!text.starts_with(kByteOrderMark)) return ConfigReader(page).read();
  const Page unmarked(page.name, std::string(text.substr(kByteOrderMark.size())));
  return ConfigReader(unmarked).read();
}

}  // namespace cmos
