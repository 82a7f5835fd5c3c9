// espeak-ng's voices, which have pronunciations of their own.
#pragma once

#include <memory>
#include <string>

#include "support/speaker/voice.h"

namespace cmos::speaker {

// A name as `espeak-ng -v` takes it: "en-us", "en+m7". Word times come from its events. Names of
// variants that add an echo (+f2, +m2 and others) are allowed, but their words sound on after their
// end.
std::unique_ptr<Voice> make_espeak_voice(const std::string& name);

}  // namespace cmos::speaker
