#include "speech/verbalisation.h"

#include <algorithm>
#include <utility>

namespace cmos {

Verbalisation parse_verbalisation(std::string_view items) {
  Verbalisation form;
  while (!items.empty()) {
    const auto space = items.find(' ');
    if (space != 0) form.emplace_back(items.substr(0, space));
    items.remove_prefix(std::min(space, items.size() - 1) + 1);
  }
  return form;
}

Verbalisations parse_verbalisations(std::string_view ways) {
  Verbalisations forms;
  for (auto bar = ways.find('|'); bar != std::string_view::npos; bar = ways.find('|')) {
    add_way(forms, parse_verbalisation(ways.substr(0, bar)));
    ways.remove_prefix(bar + 1);
  }
  add_way(forms, parse_verbalisation(ways));
  return forms;
}

std::optional<Verbalisations> find_spelling(std::span<const Spelling> table,
                                            std::string_view written) {
  for (const auto& spelling : table) {
    if (spelling.written == written) return parse_verbalisations(spelling.ways);
  }
  return std::nullopt;
}

void add_way(Verbalisations& ways, Verbalisation way) {
  if (std::ranges::find(ways, way) == ways.end()) ways.push_back(std::move(way));
}

void add_ways(Verbalisations& ways, const Verbalisations& more) {
  for (const auto& way : more) add_way(ways, way);
}

Verbalisations joined(const Verbalisations& first, const Verbalisations& second) {
  Verbalisations forms;
  for (std::size_t rank = 0; rank < first.size() + second.size(); ++rank) {
    for (std::size_t i = 0; i < first.size() && i <= rank; ++i) {
      if (rank - i >= second.size()) continue;
      if (forms.size() == kMaxVerbalisations) return forms;
      auto form = first[i];
      form.insert(form.end(), second[rank - i].begin(), second[rank - i].end());
      add_way(forms, std::move(form));
    }
  }
  return forms;
}

Verbalisations likeliest(Verbalisations ways, std::size_t count) {
  if (ways.size() > count) ways.resize(count);
  return ways;
}

}  // namespace cmos
