#include "publish/youtube.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <nlohmann/json.hpp>
#include <utility>

#include "base/ascii.h"
#include "format/json_text.h"
#include "publish/digest.h"
#include "publish/parameters.h"

namespace cmos {

namespace {

using nlohmann::json;

constexpr int kInsertTries = 3;

// A day of speech at three words a second comes to 3 MB of SubRip.
constexpr std::size_t kLargestDownload = std::size_t{16} << 20U;

// Reads the body of an answer; errors pass through.
template <typename Parse>
auto parsed(const Result<HttpResponse>& response, Parse parse) -> decltype(parse("")) {
  if (!response) return tl::unexpected(response.error());
  return parse(response->body);
}

}  // namespace

Multipart make_multipart(std::string_view json, std::string_view file) {
  std::string boundary;
  do {
    boundary = "cmos-" + random_text(18);
  } while (file.find(boundary) != std::string_view::npos);
  return {"multipart/related; boundary=" + boundary,
          fmt::format("--{0}\r\nContent-Type: application/json; charset=UTF-8\r\n\r\n{1}\r\n"
                      "--{0}\r\nContent-Type: application/octet-stream\r\n\r\n{2}\r\n--{0}--\r\n",
                      boundary, json, file)};
}

const CaptionTrack* find_track(const std::vector<CaptionTrack>& tracks, const TrackKey& key) {
  const auto found = std::ranges::find_if(tracks, [&](const CaptionTrack& track) {
    return !track.is_automatic && track.name == key.name &&
           equal_ignoring_case(track.language, key.language);
  });
  return found == tracks.end() ? nullptr : &*found;
}

Result<std::optional<Channel>> YouTube::own_channel() {
  const auto url =
      url_ + "/youtube/v3/channels?" + encode_parameters({{"part", "snippet"}, {"mine", "true"}});
  auto channels = parsed(session_.send({"GET", url, {}, {}}, kListChannelsUnits), parse_channels);
  if (!channels) return tl::unexpected(channels.error());
  if (channels->empty()) return std::nullopt;
  return std::move(channels->front());
}

Result<std::vector<Video>> YouTube::videos(const std::vector<std::string>& ids) {
  std::string list;
  for (const auto& id : ids) list += (list.empty() ? "" : ",") + id;
  const auto url = url_ + "/youtube/v3/videos?" +
                   encode_parameters({{"part", "snippet,contentDetails"}, {"id", list}});
  return parsed(session_.send({"GET", url, {}, {}}, kListVideosUnits), parse_videos);
}

Result<std::vector<CaptionTrack>> YouTube::tracks(const std::string& video) {
  const auto url =
      url_ + "/youtube/v3/captions?" + encode_parameters({{"part", "snippet"}, {"videoId", video}});
  return parsed(session_.send({"GET", url, {}, {}}, kListCaptionsUnits), parse_tracks);
}

Result<CaptionTrack> YouTube::post_track(const TrackKey& key, const std::string& file,
                                         bool is_draft) {
  const json snippet{{"snippet",
                      {{"videoId", key.video},
                       {"language", key.language},
                       {"name", key.name},
                       {"isDraft", is_draft}}}};
  auto [type, body] = make_multipart(json_text(snippet), file);
  const auto url = url_ + "/upload/youtube/v3/captions?part=snippet&uploadType=multipart";
  return parsed(session_.send({"POST", url, {"Content-Type: " + type}, std::move(body), true},
                              kInsertCaptionUnits),
                parse_track);
}

Result<CaptionTrack> YouTube::insert(const TrackKey& key, const std::string& file, bool is_draft) {
  for (int tries = 1;; ++tries) {
    auto track = post_track(key, file, is_draft);
    if (track || track.error().rule != "maybe-done") return track;
    const auto on_youtube = tracks(key.video);
    if (!on_youtube) return tl::unexpected(on_youtube.error());
    if (const auto* landed = find_track(*on_youtube, key)) return *landed;
    if (tries == kInsertTries) return tl::unexpected(Error{track.error().message, "network"});
  }
}

Result<CaptionTrack> YouTube::update(const std::string& caption_id, const std::string* file,
                                     bool is_draft) {
  // A property that is left out would lose its value.
  const json metadata{{"id", caption_id}, {"snippet", {{"isDraft", is_draft}}}};
  HttpRequest request{"PUT", url_, {}, {}};
  if (file == nullptr) {
    request.url += "/youtube/v3/captions?part=snippet";
    request.headers.emplace_back("Content-Type: application/json; charset=UTF-8");
    request.body = json_text(metadata);
  } else {
    auto [type, body] = make_multipart(json_text(metadata), *file);
    request.url += "/upload/youtube/v3/captions?part=snippet&uploadType=multipart";
    request.headers.push_back("Content-Type: " + type);
    request.body = std::move(body);
  }
  return parsed(session_.send(request, kUpdateCaptionUnits), parse_track);
}

Result<std::string> YouTube::download(const std::string& caption_id) {
  const auto url = url_ + "/youtube/v3/captions/" + caption_id + '?' +
                   encode_parameters({{"tfmt", "srt"}, {"alt", "media"}});
  auto response =
      session_.send({"GET", url, {}, {}, false, kLargestDownload}, kDownloadCaptionUnits);
  if (!response) return tl::unexpected(response.error());
  return std::move(response->body);
}

Result<void> YouTube::set_description(const Video& video, const std::string& description) {
  auto snippet = json::parse(video.snippet);
  snippet["description"] = description;
  const json resource{{"id", video.id}, {"snippet", std::move(snippet)}};
  const auto response = session_.send({"PUT",
                                       url_ + "/youtube/v3/videos?part=snippet",
                                       {"Content-Type: application/json; charset=UTF-8"},
                                       json_text(resource)},
                                      kUpdateVideoUnits);
  if (!response) return tl::unexpected(response.error());
  return {};
}

}  // namespace cmos
