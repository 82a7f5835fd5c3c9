// How far a batch has come, on a terminal.
#pragma once

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <iosfwd>
#include <string>

namespace cmos {

// Prints a line for each page that is done and, below it, one that is written over: pages done and
// the time left. Lines are cut to the terminal's width. Off, it prints the diagnostics alone.
class Progress {
 public:
  using Clock = std::chrono::steady_clock;

  // The stream outlives this; on a terminal it is the standard error.
  Progress(std::ostream& stream, bool is_on, std::size_t pages);

  // In page order: what there is to say of a page, and how long it took.
  void show_page(const std::filesystem::path& page, const std::string& diagnostics, bool succeeded,
                 Clock::duration time);

  // So many pages are done, in whatever order.
  void show_total(std::size_t done);

  // The last line of a batch: so many pages are done, so many of them failed. An interruption is
  // told of in any case.
  void finish(std::size_t done, std::size_t failed, bool interrupted);

 private:
  void write_total(std::string line);

  std::ostream& stream_;
  bool is_on_;
  std::size_t pages_;
  std::size_t shown_ = 0;
  Clock::duration left_ = Clock::duration::max();  // As last told: it never grows.
  std::string total_;  // The line that is written over; empty: there is none.
  Clock::time_point began_ = Clock::now();
};

}  // namespace cmos
