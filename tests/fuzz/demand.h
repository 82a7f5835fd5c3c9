// What a fuzzer wants to hold.
#pragma once

#include <cstdio>
#include <cstdlib>

inline void demand(bool holds, const char* what) {
  if (holds) return;
  std::fputs(what, stderr);
  std::abort();
}
