#include "publish/quota.h"

#include <fmt/format.h>
#include <unicode/timezone.h>

#include <cstdint>
#include <memory>
#include <stdexcept>

namespace cmos {

std::string quota_day(std::chrono::sys_seconds moment) {
  const std::unique_ptr<icu::TimeZone> zone(icu::TimeZone::createTimeZone("America/Los_Angeles"));
  std::int32_t raw_offset = 0;
  std::int32_t saving = 0;
  UErrorCode status = U_ZERO_ERROR;
  zone->getOffset(static_cast<double>(moment.time_since_epoch().count()) * 1000, false, raw_offset,
                  saving, status);
  if (U_FAILURE(status) != 0) throw std::runtime_error("ICU knows no time zones");
  const auto local = moment + std::chrono::seconds((raw_offset + saving) / 1000);
  const std::chrono::year_month_day day(std::chrono::floor<std::chrono::days>(local));
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()),
                     static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
}

}  // namespace cmos
