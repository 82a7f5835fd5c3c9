// FFmpeg's own messages.
#pragma once

namespace cmos {

// Keeps FFmpeg from printing to stderr, for the whole process: what matters of its messages comes
// back as Error and Damage. For the start of a program or of a test only; nothing in
// lib/ calls it.
void silence_ffmpeg_log();

}  // namespace cmos
