#include "check/together.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <map>
#include <string_view>
#include <tuple>
#include <utility>

#include "base/similar.h"
#include "check/speaker_ids.h"
#include "cmos/diagnostic.h"

namespace cmos {

namespace {

class Comparison {
 public:
  explicit Comparison(std::span<const PageView> pages)
      : pages_(pages), diagnostics_(pages.size()) {}

  std::vector<Diagnostics> compare() && {
    for (std::size_t i = 0; i < pages_.size(); ++i) {
      compare_declared(i);
      const auto& speakers = pages_[i].episode.speakers;
      for (const auto& speaker :
           std::span(speakers).first(std::min(speakers.size(), kMostSpeakers)))
        if (!speaker.role.empty()) compare_speaker(i, speaker);
    }
    return std::move(diagnostics_);
  }

 private:
  void compare_declared(std::size_t page) {
    const auto& [file, size, duration] = pages_[page].episode.mp3;
    if (file) {
      if (const auto* other = find_or_add(files_, file->value, page)) {
        add(pages_[page].declaring, page, file->source, "mp3-claimed-twice",
            fmt::format("{} names the MP3 {} too; mend the wrong one", *other, file->value));
      }
    }
    if (size && duration) {
      if (const auto* other = find_or_add(sizes_, std::pair(size->value, duration->value), page)) {
        add(pages_[page].declaring, page, size->source, "size-and-time-claimed-twice",
            fmt::format("{} claims the size {} and the same time too; mend the one that was copied",
                        *other, size->value));
      }
    }
    if (const auto& video = pages_[page].episode.youtube_id) {
      if (const auto* other = find_or_add(videos_, video->value, page)) {
        add(pages_[page].declaring, page, video->source, "youtube-id-claimed-twice",
            fmt::format("{} shows the video {} too; mend the one that was copied", *other,
                        video->value));
      }
    }
  }

  void compare_speaker(std::size_t page, const Speaker& speaker) {
    const std::pair<std::string_view, std::string_view> key(speaker.id, speaker.name);
    if (!speakers_.try_emplace(key, page).second) return;
    for (const auto& [known, first_page] : speakers_) {
      const auto& [id, name] = known;
      const bool same_id = id == speaker.id;
      const bool other_spelling =
          nearly_same(name, speaker.name) || (!same_id && name == speaker.name);
      if (first_page == page || !other_spelling) continue;
      add(pages_[page].page, page, speaker.source, "speaker-spelt-differently",
          fmt::format("{} ({}) is {} ({}) on {}; write one spelling if they are one person",
                      speaker.name, speaker.id, name, id, pages_[first_page].page.name));
      return;
    }
  }

  // The name of the page that has the value already; null if this page is the first.
  template <typename Key>
  const std::string* find_or_add(std::map<Key, std::size_t>& known, const Key& value,
                                 std::size_t page) {
    const auto [place, is_new] = known.try_emplace(value, page);
    return is_new ? nullptr : &pages_[place->second].declaring.name;
  }

  void add(const Page& place, std::size_t page, SourceSpan source, RuleName rule,
           std::string message) {
    const auto& [name, text, lines] = place;
    diagnostics_[page].push_back(
        make_diagnostic(rule, name, lines.position(source.begin), std::move(message)));
  }

  std::span<const PageView> pages_;
  std::vector<Diagnostics> diagnostics_;
  // Where each value was seen first.
  std::map<std::string, std::size_t> files_;
  std::map<std::pair<std::uint64_t, Time>, std::size_t> sizes_;
  std::map<std::string, std::size_t> videos_;
  std::map<std::pair<std::string_view, std::string_view>, std::size_t> speakers_;  // By ID and
                                                                                   // name.
};

}  // namespace

std::vector<Diagnostics> check_together(std::span<const PageView> pages) {
  return Comparison(pages).compare();
}

}  // namespace cmos
