#include "doctor.h"

#include <fmt/format.h>
#include <fmt/ostream.h>

#include <ostream>

#include "cmos/captions.h"
#include "cmos/visible_text.h"
#include "exit_code.h"

namespace cmos {

namespace {

std::string program_line() {
  return fmt::format("cmos-captions {} (commit {})\n", CMOS_VERSION, source_commit());
}

}  // namespace

std::string version_text() {
  auto text = program_line();
  for (const auto& component : components()) {
    text += fmt::format("{}: {}\n", component.name,
                        component.is_usable() ? component.version : "cannot be used");
  }
  text.pop_back();  // CLI11 ends the line.
  return text;
}

int run_doctor(std::ostream& out) {
  const auto all = components();
  out << program_line() << '\n';
  for (const auto& component : all) {
    fmt::print(out, "{:<15}{:<8}{}\n", component.name, component.is_usable() ? "ok" : "missing",
               component.is_usable() ? component.version : "for " + component.purpose);
    if (!component.is_usable()) {
      fmt::print(out, "{:<23}{}\n", "", visible_text(component.failure));
    }
  }
  const auto command = install_command(all);
  if (!command.empty()) fmt::print(out, "\nThis installs what is missing:\n\n  {}\n", command);
  const bool can = can_make_captions(all);
  fmt::print(out, "\nCaptions {} be made from sound.\n", can ? "can" : "cannot");
  return can ? kSuccess : kPageFailed;
}

}  // namespace cmos
