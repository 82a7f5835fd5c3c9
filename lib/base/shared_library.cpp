#include "base/shared_library.h"

#include <dlfcn.h>

namespace cmos {

SharedLibrary::SharedLibrary(const char* name, std::string& failure)
    : handle_(::dlopen(name, RTLD_LAZY | RTLD_LOCAL)), failure_(failure) {
  if (handle_ == nullptr && failure_.empty()) failure_ = ::dlerror();
}

void* SharedLibrary::find(const char* name) const {
  if (handle_ == nullptr) return nullptr;
  void* function = ::dlsym(handle_, name);
  if (function == nullptr && failure_.empty()) failure_ = ::dlerror();
  return function;
}

}  // namespace cmos
