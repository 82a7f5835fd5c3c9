// Work that the system may refuse memory or a thread.
#pragma once

#include <new>
#include <stdexcept>
#include <string>
#include <utility>

#include "cmos/error.h"

namespace cmos {

// Calls `work`. Where it throws because there is no memory or no thread, or a library that it
// stands on cannot begin: why, with the rule "no-resources". Everything else that is thrown is a
// bug, and goes on.
template <typename Work>
Result<void> attempt(Work&& work) {
  const auto failed = [](std::string why) {
    return tl::unexpected(Error{std::move(why), "no-resources"});
  };
  try {
    std::forward<Work>(work)();
    return {};
  } catch (const std::bad_alloc&) {
    return failed("there is not enough memory");
  } catch (const std::runtime_error& error) {
    return failed(std::string("the system gives too little to go on: ") + error.what());
  }
}

}  // namespace cmos
