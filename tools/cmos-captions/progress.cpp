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

Time to_time(Progress::Clock::duration duration) {
  return std::chrono::round<Time>(duration);
}

}  // namespace

Progress::Progress(std::ostream& stream, bool is_on, std::size_t pages)
    : stream_(stream), is_on_(is_on), pages_(pages) {}

void Progress::show_page(const std::filesystem::path& page, const std::string& diagnostics,
                         bool succeeded, Clock::duration time) {
  write_total({});
  stream_ << diagnostics;
  ++shown_;
  if (is_on_) {
    const auto total = std::to_string(pages_);
    const auto front = fmt::format("[{:>{}}/{}] ", shown_, total.size(), total);
    const auto back = succeeded
                          ? fmt::format("  {:.1f} s", std::chrono::duration<double>(time).count())
                          : "  failed";
    const auto taken = std::min(front.size() + back.size() + 1, terminal_width());
    stream_ << front << fitting(visible_text(page.string()), terminal_width() - taken) << back
            << '\n';
  }
  stream_ << std::flush;
}

void Progress::show_total(std::size_t done) {
  if (!is_on_ || done == pages_) return;
  auto line = fmt::format("{} of {} pages", done, pages_);
  if (done > 0) {
    const auto each = (Clock::now() - began_) / static_cast<Clock::rep>(done);
    left_ = std::min(left_, each * static_cast<Clock::rep>(pages_ - done));
    line += fmt::format(", about {} left", format_clock(to_time(left_)));
  }
  write_total(line.substr(0, terminal_width() - 1));
}

void Progress::finish(std::size_t done, std::size_t failed, bool interrupted) {
  write_total({});
  if (pages_ == 1 || (!is_on_ && !interrupted)) return;
  stream_ << (interrupted ? "interrupted: " : "")
          << fmt::format("{} of {} pages done", done - failed, pages_)
          << (failed > 0 ? fmt::format(", {} failed", failed) : "")
          << fmt::format(" in {}\n", format_clock(to_time(Clock::now() - began_))) << std::flush;
}

void Progress::write_total(std::string line) {
  if (line == total_) return;
  stream_ << kClearLine << line << std::flush;
  total_ = std::move(line);
}

}  // namespace cmos
