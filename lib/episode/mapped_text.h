// Text put together from pieces of a page, with the way back to the page's bytes.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "cmos/source_position.h"

namespace cmos::page {

class MappedText {
 public:
  // `origin` is where the first byte of `text` stands in the page. Texts are appended in page
  // order.
  void append(std::string_view text, std::size_t origin);
  // Appends bytes [begin, end) of another text, with their origins.
  void append(const MappedText& other, std::size_t begin, std::size_t end);
  void clear();

  const std::string& text() const { return text_; }
  bool empty() const { return text_.empty(); }

  // The page's offset of the byte at `offset`; of the end of the text for offsets at or past it.
  std::size_t origin(std::size_t offset) const;
  // From the range's first byte to past its last one in the page. The range is not empty.
  SourceSpan origin(std::size_t begin, std::size_t end) const;

 private:
  struct Piece {
    std::size_t offset;  // In text_.
    std::size_t origin;  // In the page.
  };

  std::size_t piece_at(std::size_t offset) const;

  std::string text_;
  std::vector<Piece> pieces_;  // By offset; each lasts until the next one.
};

}  // namespace cmos::page
