#include "batch.h"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <ostream>
#include <sstream>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "cmos/captions.h"
#include "colour.h"
#include "interruption.h"
#include "progress.h"

namespace cmos {

namespace {

using std::chrono::milliseconds;

// How soon an interruption is seen, and the time left written anew.
constexpr milliseconds kTick{100};

struct PageOutcome {
  std::string diagnostics;
  bool succeeded = false;
  Result<void> told;  // Why there are no diagnostics.
  Progress::Clock::duration time{};
};

// A stream that is tied to another flushes that with each line, on the thread that writes the line.
class Untied {
 public:
  explicit Untied(std::ostream& stream) : stream_(stream), other_(stream.tie(nullptr)) {}
  Untied(const Untied&) = delete;
  Untied& operator=(const Untied&) = delete;
  ~Untied() { stream_.tie(other_); }

 private:
  std::ostream& stream_;
  std::ostream* other_;
};

class Batch {
 public:
  Batch(std::span<const std::filesystem::path> pages,
        const std::function<bool(std::size_t, std::ostream&)>& work, Progress& progress,
        std::ostream& err)
      : pages_(pages), work_(work), progress_(progress), err_(err), outcomes_(pages.size()) {}

  // On each worker's thread: takes one page after the other.
  void work_on_pages() {
    for (auto page = next_++; page < outcomes_.size() && !is_interrupted(); page = next_++) {
      auto outcome = work_on(page);
      progress_.note(pages_[page], {1});
      const std::lock_guard lock(mutex_);
      ++done_;
      if (!outcome.succeeded) ++failed_;
      outcomes_[page] = std::move(outcome);
      changed_.notify_one();
    }
  }

  // On the caller's thread, beside the workers.
  std::size_t report() {
    std::unique_lock lock(mutex_);
    std::size_t shown = 0;
    const auto show = [&] {
      if (const auto& outcome = outcomes_[shown]) {
        const auto& page = pages_[shown];
        progress_.show_page(page, outcome->told ? outcome->diagnostics : line(outcome->told, page),
                            outcome->succeeded, outcome->time);
      }
    };
    while (shown < pages_.size() && !is_interrupted()) {
      changed_.wait_for(lock, kTick);
      for (; shown < pages_.size() && outcomes_[shown]; ++shown) show();
      progress_.show_total(done_);
    }
    const bool interrupted = shown < pages_.size();
    for (; shown < pages_.size(); ++shown) show();
    progress_.finish(done_, failed_, interrupted);
    if (interrupted) end_interrupted();
    return failed_;
  }

 private:
  // A page that finds no memory fails, and the others go on.
  PageOutcome work_on(std::size_t page) {
    const auto began = Progress::Clock::now();
    PageOutcome outcome;
    outcome.told = attempt([&] {
      std::ostringstream diagnostics;
      diagnostics.copyfmt(err_);
      diagnostics.exceptions(std::ios::badbit);  // No line is lost in silence.
      const auto worked = attempt([&] { outcome.succeeded = work_(page, diagnostics); });
      if (!worked) diagnostics << line(worked, pages_[page]);
      outcome.diagnostics = diagnostics.str();
    });
    outcome.succeeded = outcome.succeeded && outcome.told;
    outcome.time = Progress::Clock::now() - began;
    return outcome;
  }

  std::string line(const Result<void>& failed, const std::filesystem::path& page) const {
    return diagnostic_line(to_diagnostic(failed.error(), page.string()), err_);
  }

  std::span<const std::filesystem::path> pages_;
  const std::function<bool(std::size_t, std::ostream&)>& work_;
  Progress& progress_;
  std::ostream& err_;
  std::atomic<std::size_t> next_{0};

  std::mutex mutex_;  // Of all below.
  std::condition_variable changed_;
  std::vector<std::optional<PageOutcome>> outcomes_;
  std::size_t done_ = 0;
  std::size_t failed_ = 0;
};

}  // namespace

std::size_t run_batch(std::span<const std::filesystem::path> pages, std::size_t jobs,
                      const std::function<bool(std::size_t page, std::ostream& err)>& work,
                      Progress& progress, std::ostream& err) {
  const Untied untied(err);
  Batch batch(pages, work, progress, err);
  std::vector<std::jthread> workers;
  const auto started = attempt([&] {
    for (std::size_t i = 0; i < std::min(jobs, pages.size()); ++i) {
      workers.emplace_back([&batch] { batch.work_on_pages(); });
    }
  });
  if (!started && workers.empty()) batch.work_on_pages();  // On this thread, then.
  return batch.report();
}

}  // namespace cmos
