// A review page for a browser on this machine, and for nobody else.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

#include "cmos/captions.h"

namespace cmos {

// What became of corrections that were sent.
struct Saved {
  bool accepted;
  std::string told;  // To who sent them.
};

struct ServedReview {
  std::filesystem::path page;   // Read anew each time it is asked for.
  std::filesystem::path sound;  // With byte ranges; empty: there is none.
  std::function<Saved(const std::string& corrections)> save;  // One call at a time.
};

// Serves these on 127.0.0.1, at any free port, below a random token: the page at its root, "sound",
// and "corrections", which takes what is saved. Everything else is refused: other paths, another
// Host, another Origin (RFC 6454), a request to save without one. `ready` gets the address once it
// can be reached. Returns when nothing can be served any more, with the rule "no-resources"; an
// interruption ends the process.
Result<void> serve_review(const ServedReview& review,
                          const std::function<void(const std::string& address)>& ready);

}  // namespace cmos
