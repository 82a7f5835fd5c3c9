#include "batch.h"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

#include "interruption.h"
#include "progress.h"

namespace cmos {

namespace {

using std::chrono::milliseconds;

// How soon an interruption is seen, and the time left written anew.
constexpr milliseconds kTick{100};

struct PageOutcome {
  std::string diagnostics;
  bool succeeded;
  Progress::Clock::duration time;
};

class Batch {
 public:
  Batch(std::size_t pages, const std::function<bool(std::size_t, std::ostream&)>& work)
      : work_(work), outcomes_(pages) {}

  // On each worker's thread: takes one page after the other.
  void work_on_pages() {
    for (auto page = next_++; page < outcomes_.size() && !is_interrupted(); page = next_++) {
      std::ostringstream diagnostics;
      const auto began = Progress::Clock::now();
      const bool succeeded = work_(page, diagnostics);
      const std::lock_guard lock(mutex_);
      outcomes_[page] = {diagnostics.str(), succeeded, Progress::Clock::now() - began};
      ++done_;
      if (!succeeded) ++failed_;
      changed_.notify_one();
    }
  }

  // On the caller's thread, beside the workers.
  std::size_t report(std::span<const std::filesystem::path> pages, Progress& progress) {
    std::unique_lock lock(mutex_);
    std::size_t shown = 0;
    const auto show = [&] {
      if (const auto& outcome = outcomes_[shown]) {
        progress.show_page(pages[shown], outcome->diagnostics, outcome->succeeded, outcome->time);
      }
    };
    while (shown < pages.size() && !is_interrupted()) {
      changed_.wait_for(lock, kTick);
      for (; shown < pages.size() && outcomes_[shown]; ++shown) show();
      progress.show_total(done_);
    }
    const bool interrupted = shown < pages.size();
    for (; shown < pages.size(); ++shown) show();
    progress.finish(done_, failed_, interrupted);
    if (interrupted) end_interrupted();
    return failed_;
  }

 private:
  const std::function<bool(std::size_t, std::ostream&)>& work_;
  std::atomic<std::size_t> next_{0};

  std::mutex mutex_;  // Of all below.
  std::condition_variable changed_;
  std::vector<std::optional<PageOutcome>> outcomes_;
  std::size_t done_ = 0;
  std::size_t failed_ = 0;
};

}  // namespace

std::size_t run_batch(std::span<const std::filesystem::path> pages, const BatchOptions& options,
                      const std::function<bool(std::size_t page, std::ostream& err)>& work,
                      std::ostream& err) {
  Batch batch(pages.size(), work);
  Progress progress(err, options.show_progress, pages.size());
  std::vector<std::jthread> workers;
  for (std::size_t i = 0; i < std::min(options.jobs, pages.size()); ++i) {
    workers.emplace_back([&batch] { batch.work_on_pages(); });
  }
  return batch.report(pages, progress);
}

}  // namespace cmos
