// The text of Word documents.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace cmos::transcript {

// What the XML of a document may unpack to.
inline constexpr std::size_t kLargestDocument = std::size_t{64} << 20U;

// The text of a Word document (ECMA-376, "Office Open XML") as Markdown would have it: a blank line
// between paragraphs, hashes before headings, bars between the cells of tables. What was deleted
// with its changes tracked is left out. Nothing if the bytes are no whole Word document, or one of
// more than kLargestDocument.
std::optional<std::string> docx_text(std::string_view bytes);

}  // namespace cmos::transcript
