// What is wrong with pages, and fixing what has one right answer.
#pragma once

#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cmos/captioner.h"
#include "cmos/diagnostic.h"
#include "cmos/export.h"
#include "cmos/rule.h"

namespace cmos {

// Everything that can be found wrong with each page, alone and beside the others, and with its
// sound unless the times come from stamps alone. `take` gets each page's diagnostics, by their
// place, as soon as they are known.
CMOS_API void check_pages(Captioner& captioner, std::span<const std::filesystem::path> pages,
                          const Settings& asked,
                          const std::function<void(const Diagnostics&)>& take);

struct FixedPage {
  std::string before;  // Empty if the page cannot be read.
  std::string after;
  Diagnostics left;  // What check_pages() says of the fixed page.
};

// Makes the edits that are the one right answer to what is wrong with the page, those of `only` if
// it names rules. Writes nothing. A page whose stamps are fixed is heard again, and better: what is
// found then is fixed, too. A page whose sound is another's [sound-of-another-page] stays as it is,
// unless Settings::force.
CMOS_API FixedPage fix_page(Captioner& captioner, const std::filesystem::path& page,
                            const Settings& asked, std::span<const RuleName> only = {});

}  // namespace cmos
