// Lines for an episode's item of an RSS feed: .feed.xml.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace cmos {

// A file of the episode's that a feed may name.
struct FeedFile {
  std::string path;       // On the site, parts separated by slashes.
  std::string_view type;  // "text/vtt"; application/json+chapters is that of chapters.
};

inline constexpr std::string_view kChaptersType = "application/json+chapters";

// The podcast namespace's <podcast:transcript> or <podcast:chapters> for each file
// (podcasting2.org/docs/podcast-namespace/tags), the transcripts in this language (BCP 47). URLs
// are the base, which needs no slash at its end, and the path, percent-encoded.
std::string write_feed(std::string_view base_url, std::string_view language,
                       const std::vector<FeedFile>& files);

}  // namespace cmos
