// What the front matter of other site generators calls an episode's sound and its transcript.
#pragma once

#include <optional>
#include <string>

#include "cmos/source_position.h"
#include "cmos/time.h"
#include "episode/declared_metadata.h"

namespace cmos::page {

// Null where there is none.
struct SoundKeys {
  const Entry* file = nullptr;      // A path or an address that ends like a file of sound.
  const Entry* size = nullptr;      // Digits.
  const Entry* duration = nullptr;  // That parse_duration() reads.
};

// docs/pages.md has the keys. Case, "_" and "-" in them do not count, nor do "extra." and "params."
// in front (Zola, Hugo).
SoundKeys find_sound_keys(const Entries& entries);

// The file that a key `transcript` names, by an ending that transcripts have.
const Entry* find_transcript_key(const Entries& entries);

// "m:ss", "h:mm:ss", with a fraction or without, or seconds.
std::optional<Time> parse_duration(const std::string& text);

// The entry's text, or of a list the first one.
const std::string& first_text(const Entry& entry);

}  // namespace cmos::page
