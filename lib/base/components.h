// Components (cmos/installation.h) that are libraries.
#pragma once

#include <functional>
#include <string>

#include "base/shared_library.h"
#include "cmos/installation.h"

namespace cmos {

// One that is loaded when it is needed, by its soname: "libcurl.so.4" is libcurl, in the package
// libcurl4. `version` asks the library, if it is there, and finds the functions for that in it.
Component library_component(const std::string& soname, const std::string& purpose,
                            bool stops_captions,
                            const std::function<std::string(const SharedLibrary&)>& version);

// ICU, which is linked.
Component icu_component();

}  // namespace cmos
