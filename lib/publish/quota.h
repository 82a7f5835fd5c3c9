// Units of the Data API: what calls cost, and what this program has spent today.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>

namespace cmos {

// YouTube Data API v3, "Quota costs"; captions.insert, .update and .download, "Quota impact".
inline constexpr int kListChannelsUnits = 1;
inline constexpr int kListVideosUnits = 1;
inline constexpr std::size_t kVideosPerCall = 50;  // videos.list, parameter id.
inline constexpr int kUpdateVideoUnits = 50;
inline constexpr int kListCaptionsUnits = 50;
inline constexpr int kInsertCaptionUnits = 400;
inline constexpr int kUpdateCaptionUnits = 450;
inline constexpr int kDownloadCaptionUnits = 200;
inline constexpr int kRefusedUnits = 1;  // An invalid request costs at least that much.

inline constexpr int kMostPolls = 3;  // Of a new track's status.

// The day whose quota a moment belongs to, "2026-11-24": quotas begin anew at midnight in
// California, daylight saving time included.
std::string quota_day(std::chrono::sys_seconds moment);

// What was spent on one day. Units of another day begin a new sum.
struct SpentUnits {
  std::string day;
  int units = 0;

  int on(const std::string& today) const { return day == today ? units : 0; }
  void add(const std::string& today, int more) {
    units = on(today) + more;
    day = today;
  }
};

}  // namespace cmos
