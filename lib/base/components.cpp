#include "base/components.h"

#include <fmt/format.h>
#include <unicode/uversion.h>

#include <array>
#include <string_view>

namespace cmos {

Component library_component(const std::string& soname, const std::string& purpose,
                            bool stops_captions,
                            const std::function<std::string(const SharedLibrary&)>& version) {
  constexpr std::string_view kMark = ".so.";
  const auto mark = soname.find(kMark);
  const auto name = soname.substr(0, mark);
  Component component{name, name + soname.substr(mark + kMark.size()), purpose, "", "", false};
  const SharedLibrary library(soname.c_str(), component.failure);
  if (component.is_usable()) component.version = version(library);
  component.stops_captions = stops_captions && !component.is_usable();
  return component;
}

Component icu_component() {
  UVersionInfo numbers;
  ::u_getVersion(numbers);
  std::array<char, U_MAX_VERSION_STRING_LENGTH> version{};
  ::u_versionToString(numbers, version.data());
  return {"ICU",
          fmt::format("libicu{}", U_ICU_VERSION_MAJOR_NUM),
          "characters, words and lines",
          version.data(),
          "",
          false};
}

}  // namespace cmos
