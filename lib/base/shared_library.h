// Libraries that are loaded when they are first needed, not when the program starts.
#pragma once

#include <string>

namespace cmos {

// A library that stays loaded until the process ends. Of several that are loaded after each other,
// and of their functions, `failure` is why the first cannot be had; it stays empty if all can. That
// there is no memory is no failure of theirs: std::bad_alloc, so that the next page may try again.
class SharedLibrary {
 public:
  // By its soname: "libcurl.so.4".
  SharedLibrary(const char* name, std::string& failure);
  SharedLibrary(const SharedLibrary&) = delete;
  SharedLibrary& operator=(const SharedLibrary&) = delete;

  // The address of a function, null if there is none.
  void* find(const char* name) const;

 private:
  void* handle_;
  std::string& failure_;
};

}  // namespace cmos

// Declares a member that points to the function of that name, whose type is the one that the
// library's own header declares. `library` is a SharedLibrary declared above it.
// NOLINTBEGIN(bugprone-macro-parentheses): a member's name can have none.
#define CMOS_LIBRARY_FUNCTION(library, name) \
  decltype(&::name) name = reinterpret_cast<decltype(&::name)>((library).find(#name))
// NOLINTEND(bugprone-macro-parentheses)
