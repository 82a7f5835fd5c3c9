// How far the work on pages has come, on a terminal.
#pragma once

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <iosfwd>
#include <map>
#include <mutex>
#include <optional>
#include <string>

#include "cmos/captioner.h"

namespace cmos {

// Prints a line for each of several pages that is done and, below it, one that is written over: how
// far the page or the pages are, and the time left. Lines are cut to the terminal's width. Off, it
// prints the diagnostics alone. All but note() is for one thread at a time.
class Progress {
 public:
  using Clock = std::chrono::steady_clock;

  // The stream outlives this; on a terminal it is the standard error.
  Progress(std::ostream& stream, bool is_on, std::size_t pages);

  // Lets note() know what the captioner hears, as long as this lives and if it is on.
  void follow(Captioner& captioner);

  // From any thread. A page that is done has a share of 1, whatever was heard of it.
  void note(const std::filesystem::path& page, const PageProgress& progress);

  // In page order: what there is to say of a page, and how long it took.
  void show_page(const std::filesystem::path& page, const std::string& diagnostics, bool succeeded,
                 Clock::duration time);

  // So many pages are done, in whatever order.
  void show_total(std::size_t done);

  // Nothing stands in the way of what is printed next.
  void clear();

  // The last line of a batch: so many pages are done, so many of them failed. An interruption is
  // told of in any case.
  void finish(std::size_t done, std::size_t failed, bool interrupted);

 private:
  std::string total(std::size_t done);
  std::string time_left(double share);
  void write_total(std::string line);

  std::ostream& stream_;
  bool is_on_;
  std::size_t pages_;
  std::size_t shown_ = 0;
  std::optional<Clock::duration> left_;  // As last told: it never grows.
  std::string total_;                    // The line that is written over; empty: there is none.
  Clock::time_point began_ = Clock::now();

  std::mutex mutex_;  // Of what follows.
  std::map<std::filesystem::path, PageProgress> heard_;
};

// The same for pages that are worked on one after the other, on the caller's thread.
class ProgressLine {
 public:
  // The captioner and the stream outlive this. Off unless the standard error takes_escapes().
  ProgressLine(Captioner& captioner, std::ostream& err, std::size_t pages, bool quiet = false);
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;
  ~ProgressLine();

  // This page is done; what is printed next has a line of its own.
  void finish(const std::filesystem::path& page);

 private:
  void show(const std::filesystem::path& page, const PageProgress& heard);

  Captioner& captioner_;
  Progress progress_;
  std::size_t done_ = 0;
  Progress::Clock::time_point shown_ = Progress::Clock::now();
};

}  // namespace cmos
