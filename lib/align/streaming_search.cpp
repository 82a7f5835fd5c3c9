#include "align/streaming_search.h"

#include <utility>

namespace cmos {
namespace {

// Frames handed over at once, and blocks that may wait: some seconds of sound.
constexpr std::size_t kBlockFrames = 512;
constexpr std::size_t kQueueCapacity = 4;

}  // namespace

StreamingSearch::StreamingSearch(const WordGraph& graph, ShareSink again)
    : graph_(graph),
      again_(std::move(again)),
      front_end_(graph.model().features),
      blocks_(kQueueCapacity),
      search_(graph, store_),
      thread_(&StreamingSearch::run, this) {}

StreamingSearch::~StreamingSearch() {
  stop();
}

void StreamingSearch::consume(std::span<const float> samples) {
  front_end_.consume(samples, pending_);
  hand_over(kBlockFrames);
}

void StreamingSearch::finish() {
  front_end_.finish(pending_);
  hand_over(1);
  stop();
  if (failure_) std::rethrow_exception(failure_);
}

void StreamingSearch::hand_over(std::size_t minimum) {
  if (pending_.size() < minimum) return;
  blocks_.push(std::exchange(pending_, {}));
}

void StreamingSearch::stop() {
  blocks_.close();
  if (thread_.joinable()) thread_.join();
}

void StreamingSearch::run() {
  try {
    while (const auto block = blocks_.pop()) {
      store_.add(*block);
      search_.advance();
    }
    store_.finish();
    found_ = search_within_map(graph_, store_, search_, again_);
  } catch (...) {
    failure_ = std::current_exception();
    blocks_.close();
  }
}

}  // namespace cmos
