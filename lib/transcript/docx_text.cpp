#include "transcript/docx_text.h"

#include <zip.h>

#include <algorithm>
#include <memory>
#include <pugixml.hpp>

namespace cmos::transcript {

namespace {

constexpr std::string_view kArchive = "PK\x03\x04";
constexpr const char* kDocument = "word/document.xml";
constexpr std::size_t kDeepestHeading = 6;
// Tables within tables within tables.
constexpr int kDeepest = 64;

struct Discard {
  void operator()(zip_t* archive) const { zip_discard(archive); }
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};
using Archive = std::unique_ptr<zip_t, Discard>;
using File = std::unique_ptr<zip_file_t, Discard>;

Archive open_archive(std::string_view bytes) {
  zip_source_t* const source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, nullptr);
  if (source == nullptr) return nullptr;
  Archive archive(zip_open_from_source(source, ZIP_RDONLY, nullptr));
  if (!archive) zip_source_free(source);
  return archive;
}

std::optional<std::string> unpack(std::string_view bytes) {
  const auto archive = open_archive(bytes);
  zip_stat_t about{};
  if (!archive || zip_stat(archive.get(), kDocument, 0, &about) != 0) return std::nullopt;
  if ((about.valid & ZIP_STAT_SIZE) == 0 || about.size > kLargestDocument) return std::nullopt;
  const File file(zip_fopen(archive.get(), kDocument, 0));
  if (!file) return std::nullopt;
  std::string xml(about.size, '\0');
  const auto read = zip_fread(file.get(), xml.data(), xml.size());
  if (read < 0 || static_cast<zip_uint64_t>(read) != about.size) return std::nullopt;
  return xml;
}

class DocumentWriter {
 public:
  std::string write(const pugi::xml_node& body) && {
    write_blocks(body, 0);
    return std::move(text_);
  }

 private:
  using Name = std::string_view;

  void write_blocks(const pugi::xml_node& parent, int depth) {
    if (depth > kDeepest) return;
    for (const auto& node : parent.children()) {
      const Name name = node.name();
      if (name == "w:p") {
        write_paragraph(node);
      } else if (name == "w:tbl") {
        write_table(node);
      } else if (name != "w:sectPr") {
        write_blocks(node, depth + 1);
      }
    }
  }

  void write_paragraph(const pugi::xml_node& paragraph) {
    std::string text;
    append_runs(paragraph, text, 0);
    if (text.find_first_not_of(" \t\n") == std::string::npos) return;
    text_ += std::string(heading_level(paragraph), '#');
    if (text_.ends_with('#')) text_ += ' ';
    text_ += text + "\n\n";
  }

  // "Heading2" has two; what is no heading has none.
  static std::size_t heading_level(const pugi::xml_node& paragraph) {
    constexpr Name kHeading = "Heading";
    const Name style = paragraph.child("w:pPr").child("w:pStyle").attribute("w:val").as_string();
    if (!style.starts_with(kHeading) || style.size() != kHeading.size() + 1) return 0;
    const char digit = style.back();
    return digit >= '1' && digit <= '9'
               ? std::min(static_cast<std::size_t>(digit - '0'), kDeepestHeading)
               : 0;
  }

  static void append_runs(const pugi::xml_node& parent, std::string& text, int depth) {
    if (depth > kDeepest) return;
    for (const auto& node : parent.children()) {
      const Name name = node.name();
      if (name == "w:t") {
        text += node.text().get();
      } else if (name == "w:tab") {
        text += '\t';
      } else if (name == "w:br" || name == "w:cr") {
        text += '\n';
      } else if (name == "w:noBreakHyphen") {
        text += "\u2011";
      } else if (name != "w:del" && name != "mc:Fallback" && name != "w:pPr" && name != "w:rPr") {
        append_runs(node, text, depth + 1);
      }
    }
  }

  void write_table(const pugi::xml_node& table) {
    bool is_title = true;
    for (const auto& row : table.children("w:tr")) {
      std::size_t cells = 0;
      for (const auto& cell : row.children("w:tc")) {
        std::string text;
        append_runs(cell, text, 0);
        std::ranges::replace(text, '\n', ' ');
        text_ += "| " + text + ' ';
        ++cells;
      }
      text_ += "|\n";
      for (; is_title && cells > 0; --cells) text_ += cells > 1 ? "|---" : "|---|\n";
      is_title = false;
    }
    text_ += '\n';
  }

  std::string text_;
};

}  // namespace

std::optional<std::string> docx_text(std::string_view bytes) {
  if (!bytes.starts_with(kArchive)) return std::nullopt;
  const auto xml = unpack(bytes);
  if (!xml) return std::nullopt;
  pugi::xml_document document;
  if (!document.load_buffer(xml->data(), xml->size(), pugi::parse_default | pugi::parse_ws_pcdata))
    return std::nullopt;
  const auto body = document.child("w:document").child("w:body");
  if (!body) return std::nullopt;
  return DocumentWriter().write(body);
}

}  // namespace cmos::transcript
