// The calls of the YouTube Data API v3 that captions need.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cmos/error.h"
#include "cmos/publish.h"
#include "publish/answers.h"
#include "publish/session.h"
#include "publish/state.h"

namespace cmos {

// The body of an upload: the snippet's JSON and the file (RFC 2387). Nothing of the boundary's text
// is in the file.
struct Multipart {
  std::string content_type;
  std::string body;
};
Multipart make_multipart(std::string_view json, std::string_view file);

// Each function is one call, and costs what quota.h says. Errors: those of Session::send() and of
// answers.h. One thread at a time.
class YouTube {
 public:
  // `url` is kYouTubeUrl or a test's server, without a slash at its end. The session outlives this.
  YouTube(std::string url, Session& session) : url_(std::move(url)), session_(session) {}

  // The channel of who signed in. None: an account without one.
  Result<std::optional<Channel>> own_channel();

  // Those of the IDs that exist and may be seen; at most kVideosPerCall.
  Result<std::vector<Video>> videos(const std::vector<std::string>& ids);

  Result<std::vector<CaptionTrack>> tracks(const std::string& video);

  // An answer that is lost costs another tracks() call, and another insertion only if that shows no
  // such track.
  Result<CaptionTrack> insert(const TrackKey& key, const std::string& file, bool is_draft);

  // Replaces the file, or without one sets is_draft alone. Safe to repeat.
  Result<CaptionTrack> update(const std::string& caption_id, const std::string* file,
                              bool is_draft);

  // The track as SubRip.
  Result<std::string> download(const std::string& caption_id);

  // Sends the video's snippet back with another description: what is left out would be wiped.
  Result<void> set_description(const Video& video, const std::string& description);

 private:
  Result<CaptionTrack> post_track(const TrackKey& key, const std::string& file, bool is_draft);

  std::string url_;
  Session& session_;
};

// The track that an insertion of that key would collide with: same language without regard to case,
// same name, not YouTube's own. Null if there is none.
const CaptionTrack* find_track(const std::vector<CaptionTrack>& tracks, const TrackKey& key);

}  // namespace cmos
