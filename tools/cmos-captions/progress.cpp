#include "progress.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <ostream>
#include <utility>

#include "cmos/graphemes.h"
#include "cmos/time.h"
#include "cmos/visible_text.h"
#include "terminal.h"

namespace cmos {

namespace {

// ECMA-48, 8.3.41: the cursor's line becomes empty.
constexpr const char* kClearLine = "\r\x1b[2K";

// A page that is done sooner shows no progress.
constexpr std::chrono::milliseconds kSoonest{500};
// What has to be done, or else to have passed, before a time left is told.
constexpr double kTellingShare = 0.05;
constexpr std::chrono::seconds kTellingTime{10};
// How often a line is written anew.
constexpr std::chrono::milliseconds kRedraw{100};

std::size_t terminal_width() {
  return terminal_columns(STDERR_FILENO).value_or(kUsualColumns);
}

// The last part is what tells names apart.
std::string fitting(const std::string& name, std::size_t columns) {
  const auto length = count_graphemes(name);
  if (length <= columns) return name;
  if (columns < 2) return {};
  const auto dropped = first_graphemes(name, length - (columns - 1));
  return "\u2026" + name.substr(dropped.size());
}

// The name of a page, in what the rest of the line leaves of the terminal.
std::string fitting_name(const std::filesystem::path& page, std::size_t rest) {
  const auto width = terminal_width();
  return fitting(visible_text(page.string()), width - std::min(rest + 1, width));
}

Time to_time(Progress::Clock::duration duration) {
  return std::chrono::round<Time>(duration);
}

}  // namespace

Progress::Progress(std::ostream& stream, bool is_on, std::size_t pages)
    : stream_(stream), is_on_(is_on), pages_(pages) {}

void Progress::follow(Captioner& captioner) {
  if (!is_on_) return;
  captioner.on_progress([this](const std::filesystem::path& page, const PageProgress& progress) {
    note(page, progress);
  });
}

void Progress::note(const std::filesystem::path& page, const PageProgress& progress) {
  const std::lock_guard lock(mutex_);
  heard_[page] = progress;
}

void Progress::show_page(const std::filesystem::path& page, const std::string& diagnostics,
                         bool succeeded, Clock::duration time) {
  clear();
  stream_ << diagnostics;
  ++shown_;
  if (is_on_ && pages_ > 1) {
    const auto total = std::to_string(pages_);
    const auto front = fmt::format("[{:>{}}/{}] ", shown_, total.size(), total);
    const auto back = succeeded
                          ? fmt::format("  {:.1f} s", std::chrono::duration<double>(time).count())
                          : "  failed";
    stream_ << front << fitting_name(page, front.size() + back.size()) << back << '\n';
  }
  stream_ << std::flush;
}

void Progress::show_total(std::size_t done) {
  if (is_on_ && done < pages_) write_total(total(done));
}

std::string Progress::total(std::size_t done) {
  const std::lock_guard lock(mutex_);
  if (pages_ == 1) {
    if (heard_.empty() || Clock::now() - began_ < kSoonest) return {};
    const auto& [page, heard] = *heard_.begin();
    const auto percent = static_cast<int>(100 * heard.share);
    const auto back = heard.is_again ? fmt::format(": once more, {} %", percent)
                                     : fmt::format(": {} %{}", percent, time_left(heard.share));
    return fitting_name(page, back.size()) + back;
  }
  double share = 0;
  for (const auto& [page, heard] : heard_) share += heard.is_again ? 1 : heard.share;
  const auto line =
      fmt::format("{} of {} pages{}", done, pages_, time_left(share / static_cast<double>(pages_)));
  return line.substr(0, terminal_width() - 1);
}

std::string Progress::time_left(double share) {
  const auto passed = Clock::now() - began_;
  if (share <= 0 || (share < kTellingShare && passed < kTellingTime)) return {};
  const auto estimate = std::chrono::duration_cast<Clock::duration>(passed * (1 - share) / share);
  left_ = std::min(left_.value_or(estimate), estimate);
  return *left_ < std::chrono::seconds(1)
             ? ", nearly done"
             : fmt::format(", about {} left", format_clock(to_time(*left_)));
}

void Progress::clear() {
  write_total({});
}

void Progress::finish(std::size_t done, std::size_t failed, bool interrupted) {
  clear();
  if (pages_ == 1 || (!is_on_ && !interrupted)) return;
  stream_ << (interrupted ? "interrupted: " : "")
          << fmt::format("{} of {} pages done", done - failed, pages_)
          << (failed > 0 ? fmt::format(", {} failed", failed) : "")
          << fmt::format(" in {}\n", format_clock(to_time(Clock::now() - began_))) << std::flush;
}

void Progress::write_total(std::string line) {
  if (line == total_) return;
  stream_ << kClearLine + line << std::flush;
  total_ = std::move(line);
}

ProgressLine::ProgressLine(Captioner& captioner, std::ostream& err, std::size_t pages, bool quiet)
    : captioner_(captioner), progress_(err, !quiet && takes_escapes(STDERR_FILENO), pages) {
  captioner.on_progress(
      [this](const std::filesystem::path& page, const PageProgress& heard) { show(page, heard); });
}

ProgressLine::~ProgressLine() {
  captioner_.on_progress({});
  progress_.clear();
}

void ProgressLine::show(const std::filesystem::path& page, const PageProgress& heard) {
  progress_.note(page, heard);
  const auto now = Progress::Clock::now();
  if (now - shown_ < kRedraw) return;
  shown_ = now;
  progress_.show_total(done_);
}

void ProgressLine::finish(const std::filesystem::path& page) {
  progress_.note(page, {1});
  ++done_;
  progress_.clear();
}

}  // namespace cmos
