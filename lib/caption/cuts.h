// Every cue that an episode's captions could have, and what it costs by itself.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "caption/cue_measure.h"

namespace cmos {

// A cue that begins with some token. Its tokens are counted from there.
struct Cut {
  std::int32_t cost;
  std::uint16_t split;  // Where the second line begins: at `end` there is none, at 0 the first line
                        // is the label alone.
  std::uint16_t end;
  bool dialogue;  // Of two speakers, the second from `split` on.

  bool has_line_end() const { return split > 0 && split < end; }
};

// Those that keep the style's limits. At least one begins with each token.
class Cuts {
 public:
  explicit Cuts(const Measure& measure);

  std::size_t tokens() const { return first_.size() - 1; }
  std::span<const Cut> from(std::size_t token) const {
    return std::span(cuts_).subspan(first_[token], first_[token + 1] - first_[token]);
  }

 private:
  std::vector<Cut> cuts_;  // By the token that they begin with.
  std::vector<std::size_t> first_;
};

}  // namespace cmos
