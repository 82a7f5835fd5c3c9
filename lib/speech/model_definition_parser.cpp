#include <fmt/format.h>

#include <utility>

#include "speech/byte_cursor.h"
#include "speech/model_definition.h"
#include "speech/sphinx_array.h"

namespace cmos {
namespace {

constexpr std::string_view kMdef = "mdef";
constexpr std::uint32_t kMagic = 0x46444d42;  // "BMDF" on a little-endian machine.
constexpr std::uint32_t kVersion = 1;
constexpr std::uint32_t kMaxPhones = 250;
constexpr std::size_t kMaxNameLength = 32;
// Sizes of a tree node and of a phone in the file.
constexpr std::size_t kNodeBytes = 8;
constexpr std::size_t kPhoneBytes = 12;

}  // namespace

// Reads the sections one after the other; the first fault found is kept.
class ModelDefinition::Parser {
 public:
  explicit Parser(std::string_view bytes) : cursor_(bytes) {}

  Result<ModelDefinition> run() {
    if (!(read_header() && read_names() && read_tree() && read_phones() && read_sequences() &&
          assign_senones())) {
      return tl::unexpected(*error_);
    }
    return std::move(result_);
  }

 private:
  // The numbers in front of the tables, in the file's order.
  struct Counts {
    std::uint32_t base_phones, phones, states, base_senones, senones, transitions, sequences,
        context, tree_nodes, silence;
  };

  bool fail(std::string_view what) {
    error_ = damaged_model(kMdef, cursor_.failed() ? "is cut short" : what);
    return false;
  }

  bool read_header() {
    const std::uint32_t magic = cursor_.u32();
    if (magic != kMagic && magic != __builtin_bswap32(kMagic)) {
      return fail("is not a binary model definition (\"BMDF\")");
    }
    cursor_.set_swapped(magic != kMagic);
    if (cursor_.u32() != kVersion) return fail("has another version than 1");
    cursor_.take(cursor_.u32());  // A description of the format, for people.
    Counts& c = counts_;
    for (auto* count : {&c.base_phones, &c.phones, &c.states, &c.base_senones, &c.senones,
                        &c.transitions, &c.sequences, &c.context, &c.tree_nodes, &c.silence}) {
      *count = cursor_.u32();
    }
    if (cursor_.failed()) return fail("");
    if (c.states != kStatesPerPhone) {
      error_ =
          Error{fmt::format("acoustic model: mdef: phones of {} states are not supported, only "
                            "of {}",
                            c.states, kStatesPerPhone),
                "model-unsupported"};
      return false;
    }
    return check_counts();
  }

  bool check_counts() {
    const Counts& c = counts_;
    if (c.base_phones == 0 || c.base_phones > kMaxPhones || c.phones < c.base_phones ||
        c.silence >= c.base_phones || c.senones > 0xFFFF || c.base_senones > c.senones ||
        c.transitions == 0 || c.transitions > 0xFFFF) {
      return fail("has counts that do not fit each other");
    }
    const std::uint64_t needed = std::uint64_t{c.tree_nodes} * kNodeBytes +
                                 std::uint64_t{c.phones} * kPhoneBytes +
                                 std::uint64_t{c.sequences} * kStatesPerPhone * sizeof(SenoneId);
    if (needed > cursor_.remaining()) return fail("is cut short");
    result_.silence_ = static_cast<PhoneId>(c.silence);
    result_.transition_count_ = c.transitions;
    return true;
  }

  bool read_names() {
    std::size_t length = 0;
    for (std::uint32_t i = 0; i < counts_.base_phones; ++i) {
      const std::string_view name = cursor_.take_until('\0');
      if (name.empty() || name.size() > kMaxNameLength) return fail("has a phone without a name");
      result_.phones_.push_back({std::string(name), false, {}});
      length += name.size() + 1;
    }
    cursor_.take((4 - length % 4) % 4);
    return !cursor_.failed() || fail("");
  }

  bool read_tree() {
    result_.tree_.resize(counts_.tree_nodes);
    for (TreeNode& node : result_.tree_) {
      node.label = static_cast<std::int16_t>(cursor_.u16());
      node.child_count = cursor_.u16();
      node.target = cursor_.u32();
      if (node.child_count != 0 &&
          std::uint64_t{node.target} + node.child_count > counts_.tree_nodes) {
        return fail("has a context tree that leads out of the file");
      }
    }
    return !cursor_.failed() || fail("");
  }

  bool read_phones() {
    result_.triphones_.resize(counts_.phones);
    bases_.resize(counts_.phones);
    for (std::uint32_t i = 0; i < counts_.phones; ++i) {
      const std::uint32_t sequence = cursor_.u32();
      const std::uint32_t transitions = cursor_.u32();
      const std::string_view attributes = cursor_.take(4);
      if (cursor_.failed()) return fail("");
      if (sequence >= counts_.sequences || transitions >= counts_.transitions) {
        return fail("has a phone whose states do not exist");
      }
      result_.triphones_[i] = {sequence, static_cast<std::uint16_t>(transitions)};
      const bool is_base = i < counts_.base_phones;
      if (is_base) result_.phones_[i].is_filler = attributes[0] != 0;
      // A phone in context says its word position, then its base phone.
      const auto base = is_base ? i : static_cast<std::uint8_t>(attributes[1]);
      if (base >= counts_.base_phones) return fail("has a phone whose base does not exist");
      bases_[i] = static_cast<PhoneId>(base);
    }
    result_.phones_[counts_.silence].is_filler = true;
    return true;
  }

  bool read_sequences() {
    if (cursor_.u32() != std::uint64_t{counts_.sequences} * kStatesPerPhone) {
      return fail("has a wrong size of its state table");
    }
    result_.sequences_.resize(counts_.sequences);
    for (auto& sequence : result_.sequences_) {
      for (SenoneId& senone : sequence) {
        senone = cursor_.u16();
        if (senone >= counts_.senones) return fail("has a state that does not exist");
      }
    }
    if (!cursor_.failed() && cursor_.remaining() == 0) return true;
    return fail("goes on behind its end");
  }

  bool assign_senones() {
    result_.senone_phones_.assign(counts_.senones, result_.silence_);
    for (std::size_t i = 0; i < bases_.size(); ++i) {
      const Triphone& phone = result_.triphones_[i];
      const auto& senones = result_.sequences_[phone.sequence];
      for (const SenoneId senone : senones) result_.senone_phones_[senone] = bases_[i];
      if (i < counts_.base_phones) result_.phones_[i].model = {senones, phone.transitions};
    }
    return true;
  }

  ByteCursor cursor_;
  Counts counts_{};
  std::vector<PhoneId> bases_;
  ModelDefinition result_;
  std::optional<Error> error_;  // The first fault.
};

Result<ModelDefinition> ModelDefinition::parse(std::string_view bytes) {
  return Parser(bytes).run();
}

}  // namespace cmos
