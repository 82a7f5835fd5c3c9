// Options whose value is one of some names.
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

namespace cmos {

// Accepts the names alone; of others it says which name may have been meant.
CLI::Validator one_of(const std::vector<std::string>& names);

template <typename Map>
CLI::Validator one_of_keys(const Map& map) {
  std::vector<std::string> names;
  names.reserve(map.size());
  for (const auto& [name, value] : map) names.emplace_back(name);
  return one_of(names);
}

}  // namespace cmos
