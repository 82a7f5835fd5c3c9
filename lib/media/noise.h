// How loud the background is, and how far above it sound begins. Inside lib/media only.
#pragma once

#include <span>
#include <vector>

#include "media/levels.h"

namespace cmos {

// The level above which a frame holds sound, for each second of the recording.
//
// Pauses of speech last longer than 250 ms; within speech, any 250 ms hold a vowel. So the loudest
// frame of 250 ms falls into two well-parted classes: speech, which within a voice varies by some
// 10 dB only, and background (noise or music at its loudest). Otsu's method (IEEE Trans. Systems,
// Man, and Cybernetics 9, 1979) parts them in the histogram of the 10 s before and after each
// second, or of a longer stretch where 10 s hold no pause, so that a change of the room is
// followed. Where the lower class is itself parted, into a soft voice (whose level goes up and down
// by syllables) and the background, only the latter counts. The threshold lies above the background
// by a tenth of what parts it from speech. What is softer than the local speech by 50 dB is always
// silent; where no background shows, only that is.
std::vector<Level> sound_thresholds(std::span<const Level> levels);

}  // namespace cmos
