// Flite's English voices, which share the CMU dictionary's pronunciations.
#pragma once

#include <memory>
#include <string>

#include "support/speaker/voice.h"

namespace cmos::speaker {

// kal16 (diphones), rms, slt, awb (statistical). Word times are those of the utterance's segments.
std::unique_ptr<Voice> make_flite_voice(const std::string& name);

}  // namespace cmos::speaker
