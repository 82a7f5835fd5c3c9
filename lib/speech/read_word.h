// How shown words of a language without a dictionary are read.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "speech/espeak_voice.h"
#include "speech/phones.h"

namespace cmos {

// More ways to say a word in IPA cost more time than they gain.
inline constexpr std::size_t kWaysOfIpa = 4;

// A shown word as a voice is given it: without the marks around it. Empty if it has neither letters
// nor digits nor signs that are said. UTF-8.
std::string readable_word(std::string_view shown);

// How the voice says each word of a phrase, in IPA as EspeakVoice::to_ipa() has it: what neighbours
// change is (liaison, voices that meet, prepositions of one letter). `alone` is what it says of
// each word by itself: if the phrase has not as many words of IPA as these together, nobody knows
// which belongs to which, and they stand. Words and `alone` are equally many.
std::vector<std::string> read_phrase(const EspeakVoice& voice, std::span<const std::string> words,
                                     std::span<const std::string> alone);

// The ways to say what is read so, a readable_word(), in the phones of arpabet(), the likelier
// first.
std::vector<Phones> ways_of(std::string_view ipa, std::string_view word);

}  // namespace cmos
