// What the MP3 says of itself, and of what the page declares of it.
#pragma once

#include <filesystem>
#include <string>

#include "cmos/diagnostic.h"
#include "cmos/page.h"
#include "episode/episode.h"
#include "media/audio.h"

namespace cmos {

// The size and the length that the page declares, against the MP3's. `time` is floored, so up to 1
// s of difference is right.
Diagnostics compare_declared(const DeclaredMp3& declared, const AudioInfo& audio, const Page& page);

// [mp3-clipped] and [mp3-channel-silent].
Diagnostics check_channels(const AudioInfo& audio, const std::string& file);

// An error [mp3-container] if the sound is none that can be marked as an MP3, with the way to get
// chapters into it all the same: `metadata` is what -f ffmetadata writes.
Diagnostics check_container(const AudioInfo& audio, const std::filesystem::path& file,
                            const std::filesystem::path& metadata);

// What is wrong with the sound as a podcast's: a file that is called an MP3 and is none
// [mp3-container], one that many podcast apps do not play [sound-container].
Diagnostics check_feed(const AudioInfo& audio, const std::filesystem::path& file);

}  // namespace cmos
