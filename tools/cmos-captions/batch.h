// Many pages, several at a time.
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <iosfwd>
#include <span>

namespace cmos {

struct BatchOptions {
  std::size_t jobs = 1;        // Pages worked on at a time.
  bool show_progress = false;  // The stream is a terminal.
};

// Does the work of each page, whose index it gets; it says what there is to say to the stream it
// gets and returns whether it succeeded. With several jobs it is called by several threads. What is
// said comes to `err` in the order of the pages. A failure does not keep the others from being
// done; an interruption does: then this prints what is done and ends the process. Returns how many
// failed.
std::size_t run_batch(std::span<const std::filesystem::path> pages, const BatchOptions& options,
                      const std::function<bool(std::size_t page, std::ostream& err)>& work,
                      std::ostream& err);

}  // namespace cmos
