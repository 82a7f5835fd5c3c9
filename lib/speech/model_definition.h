// Which states a phone in its context has: the file `mdef` of a Sphinx acoustic model.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cmos/error.h"

namespace cmos {

constexpr int kStatesPerPhone = 3;

using PhoneId = std::uint8_t;    // Index into ModelDefinition::phones.
using SenoneId = std::uint16_t;  // A tied state's output distribution.

// Where in its word a phone stands. The values are the file's.
enum class WordPosition : std::uint8_t { internal = 0, begin = 1, end = 2, single = 3 };

// A phone in context as a chain of three states.
struct PhoneModel {
  std::array<SenoneId, kStatesPerPhone> senones;
  std::uint16_t transitions;  // Index of its transition matrix.
};

class ModelDefinition {
 public:
  // Reads the binary form ("BMDF", version 1; SphinxBase, bin_mdef.c) in either byte order. Every
  // index in the file is checked here, so that lookups need no checks. Errors: "model-damaged",
  // "model-unsupported" (phones that have not three states).
  static Result<ModelDefinition> parse(std::string_view bytes);

  std::size_t phone_count() const { return phones_.size(); }
  std::size_t senone_count() const { return senone_phones_.size(); }
  std::size_t transition_count() const { return transition_count_; }

  const std::string& phone_name(PhoneId phone) const { return phones_[phone].name; }
  std::optional<PhoneId> find_phone(std::string_view name) const;
  // Whether the phone is silence or noise.
  bool is_filler(PhoneId phone) const { return phones_[phone].is_filler; }
  PhoneId silence() const { return silence_; }

  // The phone whatever its neighbours are.
  const PhoneModel& base_model(PhoneId phone) const { return phones_[phone].model; }

  // The phone between two others; fillers as neighbours count as silence. Where the model has not
  // seen the triple there, it is looked for in other positions of a word, then beside silence; at
  // last it is base_model().
  PhoneModel triphone(PhoneId phone, PhoneId left, PhoneId right, WordPosition position) const;

  // The phone that a senone belongs to: its codebook in a phonetically tied model.
  PhoneId senone_phone(SenoneId senone) const { return senone_phones_[senone]; }

 private:
  struct Phone {
    std::string name;
    bool is_filler;
    PhoneModel model;
  };
  struct TreeNode {
    std::int16_t label;         // Word position or phone.
    std::uint16_t child_count;  // 0: a leaf.
    std::uint32_t target;       // First child, or a context-dependent phone.
  };
  struct Triphone {
    std::uint32_t sequence;  // Index into sequences_.
    std::uint16_t transitions;
  };

  class Parser;
  const Triphone* find_triphone(PhoneId phone, PhoneId left, PhoneId right,
                                WordPosition position) const;

  std::vector<Phone> phones_;
  std::vector<TreeNode> tree_;  // The first four are the word positions.
  std::vector<Triphone> triphones_;
  std::vector<std::array<SenoneId, kStatesPerPhone>> sequences_;
  std::vector<PhoneId> senone_phones_;
  std::size_t transition_count_ = 0;
  PhoneId silence_ = 0;
};

}  // namespace cmos
