// Hands blocks from one thread to another.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>
#include <optional>
#include <utility>

namespace cmos {

// First in, first out, of bounded length. One thread pushes and closes, another one pops.
template <typename Block>
class BlockQueue {
 public:
  explicit BlockQueue(std::size_t capacity) : capacity_(capacity) {}

  // Waits while the queue is full. Dropped if the other side has given up.
  void push(Block block) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return blocks_.size() < capacity_ || is_closed_; });
    if (is_closed_) return;
    blocks_.push_back(std::move(block));
    changed_.notify_all();
  }

  // Waits for a block; nothing behind the last one.
  std::optional<Block> pop() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return !blocks_.empty() || is_closed_; });
    if (blocks_.empty()) return std::nullopt;
    Block block = std::move(blocks_.front());
    blocks_.pop_front();
    changed_.notify_all();
    return block;
  }

  // Either side: nothing will be pushed any more.
  void close() {
    const std::scoped_lock lock(mutex_);
    is_closed_ = true;
    changed_.notify_all();
  }

 private:
  const std::size_t capacity_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Block> blocks_;
  bool is_closed_ = false;
};

}  // namespace cmos
