// The real pages, read once more by this test's own means.
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <optional>
#include <string>
#include <vector>

#include "invariants.h"
#include "pages.h"

namespace {

using invariants::is_blank;

std::vector<std::filesystem::path> corpus_pages() {
  const char* folder = std::getenv("CMOS_CORPUS");
  if (folder == nullptr) {
    std::cout << "SKIPPED: CMOS_CORPUS is not set\n";
    return {};
  }
  std::vector<std::filesystem::path> pages;
  for (const auto& entry :
       std::filesystem::directory_iterator(std::filesystem::path(folder) / "pages")) {
    if (entry.path().extension() == ".md") pages.push_back(entry.path());
  }
  std::sort(pages.begin(), pages.end());
  REQUIRE_FALSE(pages.empty());
  return pages;
}

std::string read(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// A page's transcript, marked byte by byte.
class Marked {
 public:
  explicit Marked(const std::string& page) : page_(page), is_speech_(page.size()) {
    const auto begin = page.find("\n[transcript]\n") + 14;
    const auto end = page.find("\n[/transcript]", begin);
    REQUIRE(end != std::string::npos);
    for (auto line = begin; line < end;) {
      const auto next = std::min(page.find('\n', line), end);
      mark_line(line, next);
      line = next + 1;
    }
    remove_markup(begin, end);
  }

  bool is_speech(std::size_t i) const { return is_speech_[i]; }
  const std::vector<std::string>& stamps() const { return stamps_; }
  const std::vector<std::string>& ids() const { return ids_; }

 private:
  void mark_line(std::size_t begin, std::size_t end) {
    while (begin < end && is_blank(page_[begin])) ++begin;
    if (page_[begin] == '[' && begin + 1 < end) {
      const auto close = page_.find(']', begin);
      const auto inside = page_.substr(begin + 1, close - begin - 1);
      const bool clock = inside.find_first_not_of("0123456789:") == std::string::npos;
      if (clock) {
        const auto colon = page_.find(':', close);
        stamps_.push_back(inside);
        const auto id = page_.find_first_not_of(' ', close + 1);
        ids_.push_back(page_.substr(id, colon - id));
        begin = colon + 1;
      } else if (stamps_.empty()) {
        return;  // A declaration.
      }
    }
    for (auto i = begin; i < end; ++i) is_speech_[i] = !is_blank(page_[i]);
  }

  void remove(std::size_t begin, std::size_t end) {
    std::fill(is_speech_.begin() + static_cast<std::ptrdiff_t>(begin),
              is_speech_.begin() + static_cast<std::ptrdiff_t>(end), false);
  }

  // The markup that these pages have: <q>, <a> and links.
  void remove_markup(std::size_t begin, std::size_t end) {
    std::optional<std::size_t> bracket;
    for (auto i = begin; i < end; ++i) {
      for (const std::string tag : {"<q>", "</q>", "<a ", "</a>", "</A>"}) {
        if (page_.compare(i, tag.size(), tag) == 0) remove(i, page_.find('>', i) + 1);
      }
      if (page_[i] == '[') bracket = i;
      if (page_[i] == ']' && page_[i + 1] == '(' && bracket) {
        remove(*bracket, *bracket + 1);
        auto close = i + 1;
        for (int depth = 0; close < end; ++close) {
          depth += page_[close] == '(' ? 1 : page_[close] == ')' ? -1 : 0;
          if (depth == 0) break;
        }
        remove(i, close + 1);
      }
    }
  }

  const std::string& page_;
  std::vector<bool> is_speech_;
  std::vector<std::string> stamps_;
  std::vector<std::string> ids_;
};

std::string without(std::string text, const std::string& what) {
  for (auto at = text.find(what); at != std::string::npos; at = text.find(what)) {
    text.erase(at, what.size());
  }
  return text;
}

void check_words(const std::string& page, const cmos::Episode& episode, const Marked& marked) {
  std::size_t end = 0;  // Of the word before.
  for (const auto& word : episode.words) {
    for (auto i = end; i < word.source.begin; ++i) REQUIRE_FALSE(marked.is_speech(i));
    std::string text;
    for (auto i = word.source.begin; i < word.source.end; ++i) {
      if (marked.is_speech(i)) text += page[i];
    }
    REQUIRE(text == without(without(word.text, "“"), "”"));
    end = word.source.end;
  }
  for (auto i = end; i < page.size(); ++i) REQUIRE_FALSE(marked.is_speech(i));
}

void check_turns(const cmos::Episode& episode, const Marked& marked) {
  REQUIRE(episode.turns.size() == marked.stamps().size());
  for (std::size_t i = 0; i < episode.turns.size(); ++i) {
    CHECK(episode.turns[i].stamp == cmos::parse_clock(marked.stamps()[i]));
    CHECK(episode.speakers.at(episode.turns[i].speaker).id == marked.ids()[i]);
  }
}

}  // namespace

TEST_CASE("every byte of speech on the real pages is in one word, and words are their bytes") {
  std::size_t turns = 0;
  for (const auto& path : corpus_pages()) {
    INFO(path);
    const auto page = read(path);
    const auto parsed = pages::parse(page);
    CHECK(invariants::broken(parsed, page).empty());
    const Marked marked(page);
    check_turns(parsed.value, marked);
    check_words(page, parsed.value, marked);
    turns += parsed.value.turns.size();
  }
  std::cout << turns << " turns\n";
}

TEST_CASE("every speaker and every link of the real pages is found") {
  for (const auto& path : corpus_pages()) {
    INFO(path);
    const auto page = read(path);
    const auto episode = pages::parse(page).value;
    const auto transcript = page.substr(page.find("\n[transcript]\n"));
    std::size_t links = 0;
    for (const std::string sign : {"](", "<a "}) {
      for (auto at = transcript.find(sign); at != std::string::npos;
           at = transcript.find(sign, at + 1)) {
        ++links;
      }
    }
    CHECK(episode.links.size() == links);
    for (const auto& speaker : episode.speakers) {
      CHECK(pages::bytes(page, speaker.source) ==
            "[" + speaker.id + " " + speaker.role + " " + speaker.name + "]");
    }
    CHECK_FALSE(episode.title.empty());
    CHECK(episode.mp3.file.has_value());
    CHECK(episode.mp3.size.has_value());
    CHECK(episode.mp3.duration.has_value());
  }
}

TEST_CASE("the real pages' faults are told, and nothing else") {
  const std::vector<std::pair<std::string, std::string>> faults = {
      {"time: 25.01", "time-float"},
      {"time: 30.02", "time-float"},
      {"simple!<q>", "quote-unbalanced"},
      {"using it,<q>", "quote-unbalanced"},
      {"</l>", "tag-unknown"},
      {"(http://www.http://", "link-doubled-scheme"},
      {"(http://http://", "link-doubled-scheme"}};
  for (const auto& path : corpus_pages()) {
    INFO(path);
    const auto page = read(path);
    std::vector<std::string> expected;
    for (const auto& [text, rule] : faults) {
      for (auto at = page.find(text); at != std::string::npos; at = page.find(text, at + 1)) {
        expected.push_back(rule);
      }
    }
    std::vector<std::string> found;
    for (const auto& diagnostic : pages::parse(page).diagnostics)
      found.emplace_back(diagnostic.rule.name());
    std::sort(expected.begin(), expected.end());
    std::sort(found.begin(), found.end());
    CHECK(found == expected);
  }
}
