// `cmos-captions doctor` and `--version`: what the program works with on this machine.
#pragma once

#include <iosfwd>
#include <string>

namespace cmos {

// The program's version and commit, then a line for each component.
std::string version_text();

// What is there, what goes without what is not, and how to install it. Returns the exit code: 0 if
// captions can be made from sound.
int run_doctor(std::ostream& out);

}  // namespace cmos
