#include "transcript/xml_form.h"

#include <fmt/format.h>

#include <cstring>
#include <map>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <utility>

#include "base/ascii.h"
#include "transcript/clock.h"

namespace cmos::transcript {

namespace {

// Text stays as it stands in the file, so that its place is known; its entities are read with the
// words.
constexpr unsigned kOptions = pugi::parse_cdata | pugi::parse_ws_pcdata;

std::string_view local_name(std::string_view name) {
  return name.substr(name.find(':') + 1);
}

pugi::xml_attribute find_attribute(const pugi::xml_node& node, std::string_view name) {
  for (const auto& attribute : node.attributes()) {
    if (local_name(attribute.name()) == name) return attribute;
  }
  return {};
}

class XmlReader {
 public:
  XmlReader(std::string_view file, std::size_t begin, DiagnosticCollector& diagnostics)
      : file_(file), begin_(begin), joiner_(draft_) {
    const auto parsed = document_.load_buffer(file.data() + begin, file.size() - begin, kOptions,
                                              pugi::encoding_utf8);
    if (parsed) return;
    diagnostics.add(begin + static_cast<std::size_t>(std::max<std::ptrdiff_t>(parsed.offset, 0)),
                    "transcript-form-broken",
                    fmt::format("the transcript begins like XML, but cannot be read from here on "
                                "({}); export it once more",
                                parsed.description()));
    document_.reset();
  }

  Draft ttml() && {
    for_each(document_, [this](const pugi::xml_node& node) { note_agent(node); });
    for_each(document_, [this](const pugi::xml_node& node) {
      if (local_name(node.name()) == "p") add_paragraph(node);
    });
    return std::move(draft_);
  }

  Draft trs() && {
    for_each(document_, [this](const pugi::xml_node& node) {
      if (local_name(node.name()) == "Speaker") {
        names_[node.attribute("id").value()] = node.attribute("name").value();
      } else if (local_name(node.name()) == "Turn") {
        add_turn(node);
      }
    });
    return std::move(draft_);
  }

 private:
  // In the document's order, without recursion: files may be nested as deeply as they like.
  template <typename Function>
  static void for_each(const pugi::xml_node& root, Function function) {
    auto node = root.first_child();
    while (node) {
      function(node);
      if (node.first_child()) {
        node = node.first_child();
        continue;
      }
      while (node && node != root && !node.next_sibling()) node = node.parent();
      if (!node || node == root) return;
      node = node.next_sibling();
    }
  }

  std::size_t offset_of(const pugi::xml_node& node) const {
    const auto offset = node.offset_debug();
    return begin_ + static_cast<std::size_t>(offset < 0 ? 0 : offset);
  }

  // An attribute's value in its element's start tag, for its place.
  SourceSpan source_of(const pugi::xml_node& node, std::string_view value) const {
    const auto tag = offset_of(node);
    const auto end = std::min(file_.find('>', tag), file_.size());
    const auto at = file_.substr(tag, end - tag).find(fmt::format("\"{}\"", value));
    if (value.empty() || at == std::string_view::npos) return {tag, tag};
    return {tag + at + 1, tag + at + 1 + value.size()};
  }

  std::optional<StatedTime> time_of(const pugi::xml_node& node, std::string_view attribute) const {
    const std::string_view value = find_attribute(node, attribute).value();
    const auto time = parse_time(value);
    return time ? std::optional(StatedTime{*time, source_of(node, value)}) : std::nullopt;
  }

  std::optional<Voice> voice_of(const pugi::xml_node& node, std::string_view attribute) const {
    const std::string id = find_attribute(node, attribute).value();
    if (id.empty()) return std::nullopt;
    const auto name = names_.find(id);
    return Voice{name == names_.end() ? id : name->second, source_of(node, id)};
  }

  // <ttm:agent xml:id="a1"><ttm:name>Ann</ttm:name></ttm:agent>
  void note_agent(const pugi::xml_node& node) {
    if (local_name(node.name()) != "agent") return;
    for (const auto& child : node.children()) {
      if (local_name(child.name()) != "name" || *child.text().get() == '\0') continue;
      names_[find_attribute(node, "id").value()] = child.text().get();
    }
  }

  void add_paragraph(const pugi::xml_node& paragraph) {
    const auto voice = voice_of(paragraph, "agent");
    auto time = time_of(paragraph, "begin");
    page::MappedText text;
    for_each(paragraph, [&](const pugi::xml_node& node) {
      const auto name = local_name(node.name());
      const bool is_word =
          name == "span" && std::string_view(find_attribute(node, "unit").value()) == "word";
      if (!time && name == "span") time = time_of(node, "begin");
      if ((is_word || name == "br") && !text.empty()) text.append(" ", offset_of(node));
      append_text(text, node);
    });
    add(voice, time, text);
  }

  void append_text(page::MappedText& text, const pugi::xml_node& node) const {
    if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata) {
      text.append(node.value(), offset_of(node));
    }
  }

  void add_turn(const pugi::xml_node& turn) {
    auto voice = voice_of(turn, "speaker");
    auto time = time_of(turn, "startTime");
    page::MappedText text;
    for (const auto& node : turn.children()) {
      const auto name = local_name(node.name());
      if (name == "Sync" || name == "Who") {
        add(voice, time, text);
        text.clear();
        if (name == "Sync") time = time_of(node, "time");
      }
      append_text(text, node);
    }
    add(voice, time, text);
  }

  void add(const std::optional<Voice>& voice, const std::optional<StatedTime>& time,
           const page::MappedText& text) {
    if (!text.empty()) joiner_.add({voice, false, time, draft_.append(text)});
  }

  std::string_view file_;
  std::size_t begin_;
  pugi::xml_document document_;
  Draft draft_;
  SegmentJoiner joiner_;
  std::map<std::string, std::string, std::less<>> names_;  // By ID.
};

}  // namespace

Draft read_ttml(std::string_view file, std::size_t begin, DiagnosticCollector& diagnostics) {
  return XmlReader(file, begin, diagnostics).ttml();
}

Draft read_trs(std::string_view file, std::size_t begin, DiagnosticCollector& diagnostics) {
  return XmlReader(file, begin, diagnostics).trs();
}

}  // namespace cmos::transcript
