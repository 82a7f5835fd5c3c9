#include "cmos/diagnostic.h"

#include <catch2/catch.hpp>

using cmos::Diagnostic;
using cmos::Severity;
using cmos::SourcePosition;
using cmos::to_diagnostic;
using cmos::to_string;

TEST_CASE("a diagnostic is one line in compiler style") {
  const Diagnostic diagnostic{Severity::warning, "page.md", SourcePosition{41, 1}, "stamp is late",
                              "stamp-off"};
  CHECK(to_string(diagnostic) == "page.md:41:1: warning: stamp is late [stamp-off]");
}

TEST_CASE("a diagnostic without a position names the file alone") {
  CHECK(to_string(to_diagnostic({"cannot read it", "not-found"}, "page.md")) ==
        "page.md: error: cannot read it [not-found]");
}

TEST_CASE("control characters cannot break the line or drive a terminal") {
  const Diagnostic diagnostic{Severity::note, "a\nb", {}, "x\x1B[2J", "stamp-off"};
  CHECK(to_string(diagnostic) == "a\\x0Ab: note: x\\x1B[2J [stamp-off]");
}
