#include "speech/english/endings.h"
#include "speech/english/letter_to_sound.h"
#include "speech/english/reductions.h"
#include "speech/english/verbalise.h"
#include "speech/pronunciation_rules.h"

namespace cmos {

const PronunciationRules& english_pronunciation() {
  static constexpr PronunciationRules kRules{
      .verbalise = verbalise,
      .say_ending = say_ending,
      .reduce = reductions,
      .guess = letters_to_sound,
  };
  return kRules;
}

}  // namespace cmos
