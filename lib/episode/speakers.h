// Who speaks in the transcript.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/diagnostic_collector.h"
#include "cmos/source_position.h"
#include "episode/episode.h"
#include "episode/turn_grammar.h"

namespace cmos::page {

// Fills Episode::speakers: the declared ones first, then the undeclared ones as they are used.
class Speakers {
 public:
  Speakers(Episode& episode, DiagnosticCollector& diagnostics)
      : episode_(episode), diagnostics_(diagnostics) {}

  // `source` is the declaration in the page. All are declared before any is used.
  void declare(const Declaration& declaration, SourceSpan source);
  bool is_declared(std::string_view id) const;
  // By the name that is shown.
  bool is_declared_name(std::string_view name) const;

  // Index of the speaker whose ID, or whose declared name, stands at `source`. An undeclared one is
  // added, with a diagnostic.
  std::size_t use(std::string_view id, SourceSpan source);
  // Index of the speaker to take where no ID stands; `place` is where it is missing.
  std::size_t first_or_unknown(std::size_t place);

  void report_unused();

 private:
  std::optional<std::size_t> find(std::string_view id) const;
  std::size_t add(Speaker speaker, bool is_declared);

  struct State {
    bool is_declared;
    bool is_used;
  };

  Episode& episode_;
  DiagnosticCollector& diagnostics_;
  std::unordered_map<std::string, std::size_t> by_id_;
  std::vector<State> states_;  // One for each speaker of the episode.
};

}  // namespace cmos::page
