// A review page for a browser on this machine, and for nobody else.
#pragma once

#include <filesystem>
#include <functional>
#include <string>

#include "cmos/error.h"
#include "cmos/export.h"

namespace cmos {

// What became of corrections that were sent.
struct Saved {
  bool accepted;
  std::string told;  // To who sent them.
};

struct ServedReview {
  std::filesystem::path page;   // Read anew each time it is asked for.
  std::filesystem::path sound;  // With byte ranges; empty: there is none.
  std::function<Saved(const std::string& corrections)> save;
  std::function<void(const std::string& address)> ready;  // Once it can be reached there.
  std::function<bool()> goes_on;  // Asked a few times a second; when not, serving ends.
};

// Serves these on 127.0.0.1, at any free port, below a random token: the page at its root, "sound",
// and "corrections", which takes what is saved, at most kMaxCorrectionsSize. Everything else is
// refused: other paths, another Host, another Origin (RFC 6454), a request to save without one. All
// functions are called on the caller's thread. Rules: "libmicrohttpd-missing"; "no-resources" where
// nothing can be served, or not any more.
CMOS_API Result<void> serve_review(const ServedReview& review);

}  // namespace cmos
