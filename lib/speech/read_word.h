// How a shown word of a language without a dictionary is read.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "speech/espeak_voice.h"
#include "speech/phones.h"

namespace cmos {

// More ways to say a word in IPA cost more time than they gain.
inline constexpr std::size_t kWaysOfIpa = 4;

// The ways in which the voice reads a whitespace-separated piece of a page's text (UTF-8), in the
// phones of arpabet(), the likelier first; none if it has neither letters nor digits nor signs that
// are said.
std::vector<Phones> read_word(const EspeakVoice& voice, std::string_view shown);

}  // namespace cmos
