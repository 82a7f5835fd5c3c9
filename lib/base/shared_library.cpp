#include "base/shared_library.h"

#include <dlfcn.h>

#include <cerrno>
#include <new>
#include <system_error>

namespace cmos {

namespace {

// What `load` gives. Not every text of dlerror() says that memory was short, errno does.
template <typename Load>
void* loaded(Load load, std::string& failure) {
  errno = 0;
  void* const result = load();
  if (result != nullptr) return result;
  const int code = errno;
  const char* const why = ::dlerror();
  if (code == ENOMEM) throw std::bad_alloc();
  if (failure.empty()) failure = why != nullptr ? why : std::generic_category().message(code);
  return nullptr;
}

}  // namespace

SharedLibrary::SharedLibrary(const char* name, std::string& failure)
    : handle_(loaded([&] { return ::dlopen(name, RTLD_LAZY | RTLD_LOCAL); }, failure)),
      failure_(failure) {}

void* SharedLibrary::find(const char* name) const {
  if (handle_ == nullptr) return nullptr;
  return loaded([&] { return ::dlsym(handle_, name); }, failure_);
}

}  // namespace cmos
