#include "transcript/columns.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/ascii.h"

namespace cmos::transcript {

std::optional<Column> column_named(std::string_view title) {
  static constexpr auto kTitles =
      std::to_array<std::pair<std::string_view, Column>>({{"start", Column::start},
                                                          {"begin", Column::start},
                                                          {"from", Column::start},
                                                          {"start time", Column::start},
                                                          {"start_time", Column::start},
                                                          {"time", Column::start},
                                                          {"timestamp", Column::start},
                                                          {"end", Column::end},
                                                          {"end time", Column::end},
                                                          {"end_time", Column::end},
                                                          {"to", Column::end},
                                                          {"text", Column::text},
                                                          {"body", Column::text},
                                                          {"transcript", Column::text},
                                                          {"sentence", Column::text},
                                                          {"speech", Column::text},
                                                          {"dialogue", Column::text},
                                                          {"content", Column::text},
                                                          {"quote", Column::text},
                                                          {"message", Column::text},
                                                          {"utterance", Column::text},
                                                          {"what", Column::text},
                                                          {"speaker", Column::speaker},
                                                          {"speaker name", Column::speaker},
                                                          {"speaker_name", Column::speaker},
                                                          {"voice", Column::speaker},
                                                          {"name", Column::speaker},
                                                          {"who", Column::speaker}});
  const auto* const found = std::ranges::find_if(
      kTitles, [&](const auto& known) { return equal_ignoring_case(known.first, title); });
  return found == kTitles.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace cmos::transcript
