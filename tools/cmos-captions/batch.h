// Many pages, several at a time.
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <iosfwd>
#include <span>

#include "progress.h"

namespace cmos {

// Does the work of each page, `jobs` at a time. The work gets the page's index; it says what there
// is to say to the stream it gets and returns whether it succeeded. With several jobs it is called
// by several threads. What is said comes to `err` in the order of the pages. A failure does not
// keep the others from being done; an interruption does: then this prints what is done and ends the
// process. Returns how many failed.
std::size_t run_batch(std::span<const std::filesystem::path> pages, std::size_t jobs,
                      const std::function<bool(std::size_t page, std::ostream& err)>& work,
                      Progress& progress, std::ostream& err);

}  // namespace cmos
