// What the Data API answers, read from memory. Any bytes are allowed: proxies answer, too.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cmos/error.h"
#include "cmos/publish.h"
#include "cmos/time.h"
#include "publish/ports.h"

namespace cmos {

struct Channel {
  std::string id;
  std::string title;
};

struct Video {
  std::string id;
  std::string title;
  std::string channel_id;
  std::string channel_title;
  std::optional<Time> duration;  // Whole seconds; none while YouTube does not know it yet.
  std::string description;
  std::string snippet;  // JSON of what videos.update must send back, the description left out.
};

// Rule of errors: "youtube-answer" (no JSON, or not of this shape).
Result<std::vector<Channel>> parse_channels(std::string_view body);
Result<std::vector<Video>> parse_videos(std::string_view body);
Result<std::vector<CaptionTrack>> parse_tracks(std::string_view body);
Result<CaptionTrack> parse_track(std::string_view body);

// "PT1H2M3S", "P1DT1S": ISO 8601 as the API writes it.
std::optional<Time> parse_iso_duration(std::string_view text);

// Why the service did not do what was asked.
struct Refusal {
  std::string reason;   // "quotaExceeded"; empty if the answer gives none.
  std::string message;  // One line of plain text; empty if there is none.
};
Refusal parse_refusal(std::string_view body);

// An answer with a status of 400 and above. Rules: "sign-in-needed" (401, or not allowed to see
// captions), "quota-exceeded", "upload-conflict" (409), "network" (5xx and the like: try later),
// "youtube-refused".
Error to_error(const HttpResponse& response);

// Whether the same request may do later: 408, 429, 5xx, 403 rateLimitExceeded.
bool is_passing(const HttpResponse& response);

}  // namespace cmos
