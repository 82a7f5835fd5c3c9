#include "speech/senone_scorer.h"

#include <utility>

namespace cmos {

SenoneScorer::SenoneScorer(const AcousticModel& model, const Codebooks& codebooks)
    : model_(model),
      codebooks_(codebooks),
      cache_(model.definition.senone_count()),
      thread_(&SenoneScorer::run, this) {}

SenoneScorer::~SenoneScorer() {
  taken_.close();
  thread_.join();
}

void SenoneScorer::prepare(std::span<const FeatureFrame> frames) {
  if (unused_.empty()) {
    unused_.push_back(std::make_unique<Block>(Block{BlockScores(model_, codebooks_)}));
  }
  auto block = std::move(unused_.back());
  unused_.pop_back();
  block->scores.start(frames);
  taken_.push(std::move(block));
}

void SenoneScorer::start_block() {
  if (block_) unused_.push_back(std::move(block_));
  auto block = prepared_.pop();
  if (!block) std::rethrow_exception(failure_);
  block_ = std::move(*block);
}

void SenoneScorer::select(std::size_t frame) {
  block_->scores.select(frame);
  garbage_score_ = block_->garbage[frame];
  ++serial_;
}

void SenoneScorer::run() {
  try {
    GarbageModel garbage(model_.definition);
    while (auto block = taken_.pop()) {
      garbage.score((*block)->scores, (*block)->garbage);
      prepared_.push(std::move(*block));
    }
  } catch (...) {
    failure_ = std::current_exception();
  }
  taken_.close();
  prepared_.close();
}

}  // namespace cmos
