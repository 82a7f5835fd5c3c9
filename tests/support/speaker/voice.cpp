#include "support/speaker/voice.h"

#include <stdexcept>

#include "support/speaker/espeak_voice.h"
#include "support/speaker/flite_voice.h"

namespace cmos::speaker {

std::unique_ptr<Voice> make_voice(const std::string& name) {
  const auto colon = name.find(':');
  const auto family = name.substr(0, colon);
  const auto rest = colon == std::string::npos ? "" : name.substr(colon + 1);
  if (family == "flite") return make_flite_voice(rest);
  if (family == "espeak") return make_espeak_voice(rest);
  throw std::runtime_error("no voice \"" + name + "\": say flite:NAME or espeak:NAME");
}

}  // namespace cmos::speaker
