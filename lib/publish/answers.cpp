#include "publish/answers.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>
#include <utility>

#include "base/ascii.h"
#include "base/unicode.h"
#include "format/json_text.h"
#include "publish/json_answer.h"

namespace cmos {

namespace {

using nlohmann::json;

constexpr std::size_t kLongestMessage = 300;  // Grapheme clusters.

tl::unexpected<Error> not_understood(std::string_view body) {
  const bool is_html = body.substr(0, body.find_first_not_of(" \t\r\n") + 1).ends_with('<');
  return tl::unexpected(Error{
      is_html ? "the answer is a web page, not YouTube's: something on the way stands in for it"
              : "the answer is not what YouTube answers",
      "youtube-answer"});
}

// Reads each item of a list; `read` may throw json::exception.
template <typename Read>
auto parse_items(std::string_view body, Read read)
    -> Result<std::vector<decltype(read(std::declval<const json&>()))>> {
  std::vector<decltype(read(std::declval<const json&>()))> items;
  try {
    const auto document = parse_answer(body);
    if (!document.is_object()) return not_understood(body);
    // The API leaves an empty list out.
    for (const auto& item : document.value("items", json::array())) items.push_back(read(item));
  } catch (const json::exception&) {
    return not_understood(body);
  }
  return items;
}

CaptionTrack read_track(const json& item) {
  const auto& snippet = item.at("snippet");
  auto kind = snippet.value("trackKind", "standard");
  std::ranges::transform(kind, kind.begin(), to_lower);
  return {item.at("id"),
          snippet.at("language"),
          snippet.value("name", ""),
          snippet.value("lastUpdated", ""),
          snippet.value("status", ""),
          snippet.value("failureReason", ""),
          snippet.value("isDraft", false),
          kind == "asr"};
}

Video read_video(const json& item) {
  const auto& snippet = item.at("snippet");
  const auto details = item.value("contentDetails", json::object());
  json kept = json::object();
  for (const auto* key :
       {"title", "categoryId", "tags", "defaultLanguage", "defaultAudioLanguage"}) {
    if (snippet.contains(key)) kept[key] = snippet[key];
  }
  return {item.at("id"),
          snippet.at("title"),
          snippet.at("channelId"),
          snippet.value("channelTitle", ""),
          parse_iso_duration(details.value("duration", "")),
          snippet.value("description", ""),
          json_text(kept)};
}

// Messages hold HTML: tags go, the five references of XML become characters, blanks become one.
std::string plain_text(std::string_view html) {
  static constexpr std::pair<std::string_view, char> kReferences[] = {
      {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&#39;", '\''}, {"&amp;", '&'}};
  std::string text;
  for (std::size_t i = 0; i < html.size();) {
    const auto rest = html.substr(i);
    const auto* const reference = std::ranges::find_if(
        kReferences, [&](const auto& known) { return rest.starts_with(known.first); });
    if (rest[0] == '<' && rest.find('>') != std::string_view::npos) {
      i += rest.find('>') + 1;
    } else if (reference != std::end(kReferences)) {
      text += reference->second;
      i += reference->first.size();
    } else if (static_cast<unsigned char>(rest[0]) <= ' ') {
      if (!text.empty() && text.back() != ' ') text += ' ';
      ++i;
    } else {
      text += rest[0];
      ++i;
    }
  }
  return text;
}

}  // namespace

Result<std::vector<Channel>> parse_channels(std::string_view body) {
  return parse_items(body, [](const json& item) {
    return Channel{item.at("id"), item.at("snippet").at("title")};
  });
}

Result<std::vector<Video>> parse_videos(std::string_view body) {
  return parse_items(body, read_video);
}

Result<std::vector<CaptionTrack>> parse_tracks(std::string_view body) {
  return parse_items(body, read_track);
}

Result<CaptionTrack> parse_track(std::string_view body) {
  try {
    return read_track(parse_answer(body));
  } catch (const json::exception&) {
    return not_understood(body);
  }
}

std::optional<Time> parse_iso_duration(std::string_view text) {
  if (!text.starts_with('P') || text.size() < 3) return std::nullopt;
  text.remove_prefix(1);
  long seconds = 0;
  bool is_time = false;
  while (!text.empty()) {
    if (text[0] == 'T') {
      is_time = true;
      text.remove_prefix(1);
      continue;
    }
    unsigned count = 0;
    const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), count);
    if (error != std::errc{} || stop == text.data() + text.size() || count > 1'000'000)
      return std::nullopt;
    const auto unit = std::pair(is_time, *stop);
    if (unit == std::pair(false, 'D'))
      seconds += 86'400L * count;
    else if (unit == std::pair(true, 'H'))
      seconds += 3'600L * count;
    else if (unit == std::pair(true, 'M'))
      seconds += 60L * count;
    else if (unit == std::pair(true, 'S'))
      seconds += count;
    else
      return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(stop - text.data()) + 1);
  }
  return std::chrono::seconds(seconds);
}

Refusal parse_refusal(std::string_view body) {
  const auto document = parse_answer(body);
  if (!document.is_object()) return {};
  try {
    const auto& error = document.at("error");
    const auto details = error.value("errors", json::array());
    const auto reason = details.empty() ? std::string() : details.at(0).value("reason", "");
    const auto text = plain_text(error.value("message", ""));
    if (find_invalid_utf8(text)) return {reason, ""};
    return {reason, std::string(first_graphemes(text, kLongestMessage))};
  } catch (const json::exception&) {
    return {};
  }
}

bool is_passing(const HttpResponse& response) {
  return response.status == 408 || response.status == 429 || response.status >= 500 ||
         (response.status == 403 && parse_refusal(response.body).reason == "rateLimitExceeded");
}

Error to_error(const HttpResponse& response) {
  const auto [reason, message] = parse_refusal(response.body);
  const auto said = message.empty()
                        ? fmt::format("status {}", response.status)
                        : fmt::format("{} ({})", message, reason.empty() ? "no reason" : reason);
  if (response.status == 401 || reason == "insufficientPermissions") {
    return {fmt::format("YouTube does not accept the sign-in, {}: sign in again with "
                        "`cmos-captions login`",
                        said),
            "sign-in-needed"};
  }
  if (reason == "quotaExceeded" || reason == "dailyLimitExceeded")
    return {"the day's quota is spent; it begins anew at midnight in California", "quota-exceeded"};
  if (is_passing(response))
    return {fmt::format("YouTube fails for now, {}: try again later", said), "network"};
  if (response.status == 409)
    return {fmt::format("YouTube has such a track already, {}", said), "upload-conflict"};
  return {fmt::format("YouTube refuses: {}", said), "youtube-refused"};
}

}  // namespace cmos
