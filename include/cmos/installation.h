// What the library works with on this machine: what of it is there, and what goes without it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cmos/export.h"

namespace cmos {

// Something that is looked for when it is needed, or that the library is linked with.
struct Component {
  std::string name;     // "libavcodec", "English model".
  std::string package;  // Debian's, which has it: "libavcodec59".
  std::string purpose;  // What goes only with it: "captions from sound of any kind".
  std::string version;  // As it says itself; a model's is its folder. Empty: it cannot be used.
  std::string failure;  // Why it cannot be used, one line; empty: it can.
  bool stops_captions;  // Whether no captions are made from sound because it cannot be used.

  bool is_usable() const { return failure.empty(); }
};

// Looks at all of it, which loads the libraries and the English model: takes a moment.
CMOS_API std::vector<Component> components();

// Whether captions can be made from sound, be it less well than with all components.
CMOS_API bool can_make_captions(const std::vector<Component>& components);

// The line that installs on Debian what cannot be used; empty if all can.
CMOS_API std::string install_command(const std::vector<Component>& components);

// The commit of the sources, twelve hexadecimal digits, with "-dirty" where they differ from it;
// "unknown" if they were not built in a clone.
CMOS_API std::string_view source_commit();

}  // namespace cmos
