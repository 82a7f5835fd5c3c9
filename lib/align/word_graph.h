// The words of an episode as a chain of phones that sound can be laid against.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "align/text_pacing.h"
#include "cmos/time.h"
#include "speech/acoustic_model.h"
#include "speech/frame.h"

namespace cmos {

// One word as it is heard.
struct WordPhones {
  std::vector<std::vector<std::string>> pronunciations;  // Phone names; none: nothing to say.
  // Silence is likely at any break, and only at a sentence's start does the search resynchronise.
  Break break_before = Break::none;
  bool is_hesitation = false;       // It may last, and has pauses around it.
  std::optional<Time> stamp;        // When the page says that a turn begins with this word.
  std::optional<Time> known_start;  // When somebody has heard it begin,
  std::optional<Time> known_end;    // and end.
};

// What may sound between two words.
enum class FillerKind : std::uint8_t { silence, garbage, noise };

// What a word's first or last phone has beside it outside the word.
enum class Neighbour : std::uint8_t { word, pause };

// Nodes are phones. Before each word, and behind the last one, lies a boundary with its fillers:
// silence, garbage (speech that the page does not have, music) and the model's noises. From
// boundary w each pronunciation of word w leads to boundary w + 1; its first and its last phone
// stand there twice, beside the neighbouring word's and beside a filler. The model outlives the
// graph.
class WordGraph {
 public:
  struct Node {
    PhoneModel model;
    PhoneId phone;
    std::uint8_t next;  // By how much the next node's number is greater; 0: a boundary is next.
    std::uint8_t next_count;  // So many nodes from there on are next.
    Neighbour behind;         // Where a boundary is next.
    bool is_first;            // Of its word.
    std::uint32_t word;       // For fillers: the boundary.

    bool is_last() const { return next == 0; }
  };

  // Phones that the model does not have make a pronunciation vanish. Errors: none.
  WordGraph(const AcousticModel& model, std::span<const WordPhones> words);

  const AcousticModel& model() const { return model_; }
  std::size_t word_count() const { return first_starts_.size() - 1; }
  std::size_t node_count() const { return filler_nodes() + phones_.size(); }

  bool is_filler(std::uint32_t node) const { return node < filler_nodes(); }
  bool is_filler(std::uint32_t node, FillerKind kind) const {
    return is_filler(node) && filler_kind(node) == kind;
  }
  FillerKind filler_kind(std::uint32_t node) const {
    return static_cast<FillerKind>(std::min(node % filler_count_, kFirstNoise));
  }
  Node node(std::uint32_t id) const;

  // The fillers at a boundary are filler_count() nodes from its silence on: silence, garbage, and
  // each of the model's noises.
  std::size_t filler_count() const { return filler_count_; }
  std::uint32_t filler(std::size_t boundary, FillerKind kind) const {
    return static_cast<std::uint32_t>(boundary * filler_count_ + static_cast<std::size_t>(kind));
  }

  // First nodes of a word's pronunciations beside a word, the likeliest first.
  std::span<const std::uint32_t> starts(std::size_t word) const {
    return {starts_.data() + first_starts_[word], starts_.data() + first_starts_[word + 1]};
  }
  // The nodes that a pronunciation begins with where it has such a neighbour before it.
  struct Entries {
    std::uint32_t node;
    std::optional<std::uint32_t> other;  // Of a word of one phone.
  };
  Entries entries(std::uint32_t start, Neighbour before) const {
    const std::uint32_t entry = start + static_cast<std::uint32_t>(before);
    if (node(entry).is_last()) return {entry, entry + 2};
    return {entry, std::nullopt};
  }
  // Words with a stamp and the frame it names, in the order of the page.
  struct Stamp {
    std::uint32_t word;
    Frame frame;
  };
  std::span<const Stamp> stamps() const { return stamps_; }

  // A boundary that every path is at with this frame: what lies before it is said before, and what
  // lies behind it then or later.
  struct FixedEnd {
    std::uint32_t boundary;
    Frame frame;
  };
  // Rising in both.
  std::span<const FixedEnd> fixed_ends() const { return fixed_ends_; }

  // Whether the text asks for a pause at a boundary; it does at both ends.
  bool has_break_at(std::size_t boundary) const { return has_break_at_[boundary]; }

  // Whether the word before a boundary ends in a stop, whose closure is silent.
  bool is_behind_stop(std::size_t boundary) const { return is_behind_stop_[boundary]; }

  // Whether a word is what people say while they look for words.
  bool is_hesitation(std::size_t word) const { return is_hesitation_[word]; }
  bool is_beside_hesitation(std::size_t boundary) const {
    return (boundary > 0 && is_hesitation_[boundary - 1]) ||
           (boundary < word_count() && is_hesitation_[boundary]);
  }

  // Words that start a sentence, ascending.
  std::span<const std::uint32_t> sentences() const { return sentences_; }

 private:
  using PhoneIds = std::vector<PhoneId>;
  static constexpr std::size_t kFirstNoise = static_cast<std::size_t>(FillerKind::noise);

  std::size_t filler_nodes() const { return (word_count() + 1) * filler_count_; }
  std::vector<std::vector<PhoneIds>> find_phones(std::span<const WordPhones> words) const;
  void add(std::uint32_t word, const PhoneIds& phones, PhoneId before, PhoneId after);
  void fix(std::size_t boundary, std::optional<Time> time);

  const AcousticModel& model_;
  std::size_t filler_count_;
  std::vector<Node> phones_;
  std::vector<std::uint32_t> starts_;
  std::vector<std::uint32_t> first_starts_;  // Index into starts_ of each word and behind the last.
  std::vector<bool> has_break_at_;
  std::vector<bool> is_behind_stop_;
  std::vector<bool> is_hesitation_;
  std::vector<std::uint32_t> sentences_;
  std::vector<Stamp> stamps_;
  std::vector<FixedEnd> fixed_ends_;
};

}  // namespace cmos
