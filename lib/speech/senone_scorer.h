// Log likelihoods of senones, frame by frame.
#pragma once

#include <cstddef>
#include <cstdint>
#include <exception>
#include <memory>
#include <span>
#include <thread>
#include <vector>

#include "base/block_queue.h"
#include "speech/acoustic_model.h"
#include "speech/block_scores.h"
#include "speech/garbage_model.h"

namespace cmos {

// Scores the senones that are asked for, each at most once a frame. Garbage, which every search
// wants of every frame, is scored on a thread of its own, ahead of what is asked for; the result
// does not depend on the pace. Model and codebooks outlive it; codebooks may change while no block
// is prepared that was not started. All calls from one thread. Not copyable.
class SenoneScorer {
 public:
  // Frames that are taken together.
  static constexpr Frame kBlock = BlockScores::kFrames;

  // `codebooks` take the place of the model's own.
  SenoneScorer(const AcousticModel& model, const Codebooks& codebooks);
  SenoneScorer(const SenoneScorer&) = delete;
  SenoneScorer& operator=(const SenoneScorer&) = delete;
  ~SenoneScorer();

  // Takes up to kBlock frames, to be started behind those that were prepared before. At most
  // kAhead blocks may wait.
  static constexpr std::size_t kAhead = 2;
  void prepare(std::span<const FeatureFrame> frames);

  // The next block that was prepared: its frames are to be selected one after the other. Throws
  // what the thread has thrown.
  void start_block();
  std::size_t frame_count() const { return block_->scores.size(); }
  void select(std::size_t frame);

  // Log likelihood (but for a constant) of the frame selected.
  Score score(SenoneId senone) {
    Entry& entry = cache_[senone];
    if (entry.serial != serial_) entry = {serial_, block_->scores.score(senone)};
    return entry.score;
  }

  // garbage_model.h.
  Score garbage_score() const { return garbage_score_; }

 private:
  struct Block {
    BlockScores scores;
    GarbageScores garbage{};
  };
  using Blocks = BlockQueue<std::unique_ptr<Block>>;
  struct Entry {
    std::uint32_t serial = 0;
    Score score = 0;
  };

  void run();

  const AcousticModel& model_;
  const Codebooks& codebooks_;
  std::vector<std::unique_ptr<Block>> unused_;
  std::unique_ptr<Block> block_;
  std::vector<Entry> cache_;
  std::uint32_t serial_ = 0;
  Score garbage_score_ = 0;
  Blocks taken_{kAhead};
  Blocks prepared_{kAhead};
  std::exception_ptr failure_;
  std::thread thread_;
};

}  // namespace cmos
