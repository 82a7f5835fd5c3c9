// By which acoustic model a page is heard. Inside lib/api only.
#pragma once

#include "cmos/captioner.h"
#include "cmos/diagnostic.h"
#include "speech/speech_model.h"

namespace cmos {

// Null where silences have to do, which is a diagnostic.
Result<const SpeechModel*> choose_model(const EpisodePage& page, SpeechModels& models,
                                        Diagnostics& diagnostics);

}  // namespace cmos
