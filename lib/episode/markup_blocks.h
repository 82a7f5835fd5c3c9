// Blocks of whole lines that are no text. Inside lib/episode only.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "episode/markup.h"

namespace cmos::page {

// Looks for blocks line by line, in page order.
class BlockFinder {
 public:
  // `begin` is where the first line begins.
  BlockFinder(std::string_view page, std::size_t begin) : page_(page), begin_(begin) {}

  // The block that begins with the line at the offset, if one does.
  std::optional<MarkupPiece> find(std::size_t line_offset);

 private:
  std::optional<std::size_t> end_of_fence(std::size_t offset);
  std::optional<std::size_t> end_of_html(std::size_t offset);
  std::optional<std::size_t> end_of_indented_code(std::size_t offset) const;
  std::optional<std::size_t> end_of_footnote(std::size_t offset) const;
  // The first offset behind the indented lines that begin here, blank ones between them included.
  std::size_t skip_indented(std::size_t offset) const;
  bool is_blank_before(std::size_t offset) const;

  std::string_view page_;
  std::size_t begin_;
  bool in_transcript_ = false;
  // What has begun and does not end; from there on no other one is looked for.
  bool backticks_are_unclosed_ = false;
  bool tildes_are_unclosed_ = false;
  bool html_is_unclosed_ = false;
};

// Bytes of "[^id]" at the beginning of the text; 0 if there is none.
std::size_t footnote_mark_size(std::string_view text);

}  // namespace cmos::page
