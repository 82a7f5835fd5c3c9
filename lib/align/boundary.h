// Where a word begins or ends, seen in the sound.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "speech/band_levels.h"
#include "speech/frame.h"

namespace cmos {

enum class PhoneClass : std::uint8_t {
  vowel,
  approximant,
  nasal,
  voiceless_fricative,
  voiced_fricative,
  voiced_stop,
  voiceless_stop,
  pause,
};
inline constexpr std::size_t kPhoneClasses = 8;

constexpr bool is_stop(PhoneClass phone) {
  return phone == PhoneClass::voiced_stop || phone == PhoneClass::voiceless_stop;
}

// Of a phone as the model names it; fillers are pauses.
PhoneClass phone_class(std::string_view phone);

enum class BoundaryKind : std::uint8_t {
  inside,       // Between two phones without a pause.
  joint,        // Between two words, with a silence that is a sound's own: a stop's closure.
  pause_start,  // A word's end before a pause.
  pause_end,    // A word's start behind one.
  slip_end,     // A word's start behind what the text lacks, or a pause that it does not ask for.
};
inline constexpr std::size_t kBoundaryKinds = 5;

// Whether such a boundary is at the end of the silence or pause beside it.
constexpr bool ends_pause(BoundaryKind kind) {
  return kind == BoundaryKind::pause_end || kind == BoundaryKind::slip_end;
}

// A boundary as the search has it.
struct Boundary {
  BoundaryKind kind;
  PhoneClass left;
  PhoneClass right;
  SoundTime start;        // Of the silence or pause at it,
  SoundTime end;          // and its end; the same inside.
  SoundTime left_length;  // Of the phones at it.
  SoundTime right_length;
};

// Where the boundary may be, as a step of the levels each, and what the sound says of it there.
struct BoundaryChoices {
  static constexpr std::size_t kFeatures = 33;
  using Features = std::array<std::int32_t, kFeatures>;

  std::size_t first_step = 0;
  std::vector<Features> features;
};

// At a recording's very ends there may be none.
BoundaryChoices boundary_choices(const Boundary& boundary,
                                 std::span<const BandLevels::Levels> levels);

// The boundary where people mark it: a conditional logit over the choices, of which it takes the
// median (docs/acoustic-alignment.md). Without choices it stays where the search has it.
SoundTime place_boundary(const Boundary& boundary, std::span<const BandLevels::Levels> levels);

}  // namespace cmos
