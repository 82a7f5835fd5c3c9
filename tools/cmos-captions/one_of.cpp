#include "one_of.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "cmos/suggestion.h"
#include "cmos/visible_text.h"

namespace cmos {

CLI::Validator one_of(const std::vector<std::string>& names) {
  return {[names](const std::string& given) {
            if (std::ranges::find(names, given) != names.end()) return std::string();
            const std::vector<std::string_view> views(names.begin(), names.end());
            return fmt::format("\"{}\" is none of {}{}", visible_text(given),
                               fmt::join(names, ", "), did_you_mean(given, views));
          },
          fmt::format("{{{}}}", fmt::join(names, ","))};
}

}  // namespace cmos
