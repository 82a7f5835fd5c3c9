#include "cmos/import.h"

#include <optional>

#include "format/page.h"

namespace cmos {

std::string write_page(const TimedPage& timed) {
  std::optional<PageSound> sound;
  if (timed.sound) sound = {timed.sound->file.filename().string(), timed.sound->info.size};
  return write_page(timed.page.episode, timed.alignment, sound);
}

}  // namespace cmos
