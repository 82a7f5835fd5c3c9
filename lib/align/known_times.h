// What people have heard goes before what was measured.
#pragma once

#include <optional>
#include <vector>

#include "episode/episode.h"
#include "speech/frame.h"

namespace cmos {

// Words begin and end exactly when Episode::known_times says; what lies on the other side of one
// gives way, and what touched the old time touches the new one. A word that was not found begins
// so, too. `spans` has one entry a word, in order.
void keep_known_times(const Episode& episode, std::vector<std::optional<SoundInterval>>& spans);

}  // namespace cmos
