#include "episode/mapped_text.h"

#include <algorithm>

namespace cmos::page {

void MappedText::append(std::string_view text, std::size_t origin) {
  if (text.empty()) return;
  const bool continues =
      !pieces_.empty() && pieces_.back().origin + (text_.size() - pieces_.back().offset) == origin;
  if (!continues) pieces_.push_back({text_.size(), origin});
  text_ += text;
}

void MappedText::append(const MappedText& other, std::size_t begin, std::size_t end) {
  if (begin >= end) return;
  const std::string_view text = other.text_;
  for (auto piece = other.piece_at(begin); begin < end; ++piece) {
    const auto last = piece + 1 == other.pieces_.size();
    const auto stop = last ? end : std::min(end, other.pieces_[piece + 1].offset);
    append(text.substr(begin, stop - begin), other.origin(begin));
    begin = stop;
  }
}

void MappedText::clear() {
  text_.clear();
  pieces_.clear();
}

std::size_t MappedText::origin(std::size_t offset) const {
  if (pieces_.empty()) return 0;
  const auto& piece = pieces_[piece_at(offset)];
  return piece.origin + (std::min(offset, text_.size()) - piece.offset);
}

SourceSpan MappedText::origin(std::size_t begin, std::size_t end) const {
  return {origin(begin), origin(end - 1) + 1};
}

std::size_t MappedText::piece_at(std::size_t offset) const {
  const auto next = std::ranges::upper_bound(pieces_, offset, {}, &Piece::offset);
  return static_cast<std::size_t>(next - pieces_.begin()) - 1;
}

}  // namespace cmos::page
