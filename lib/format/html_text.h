// Text on its way into HTML.
#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "cmos/time.h"
#include "episode/episode.h"

namespace cmos {

// Safe as text and in quoted attributes.
std::string escape_html(std::string_view text);

// One line, escaped.
std::string line_html(std::string_view text);

// With every character that is no ASCII as a numeric reference, so that a page that does not say
// its encoding, or says a wrong one, shows it right. UTF-8 in.
std::string ascii_html(std::string_view html);

// The words [first_word, end_word), the links of the page around theirs; a link with another scheme
// than http, https or mailto is text. Between two words stands one space (U+0020), or <wbr> where
// the second one is joined to the first; in none stands a space: those of a word (it may have had
// control characters) become no-break spaces.
std::string words_html(const Episode& episode, std::size_t first_word, std::size_t end_word);

// A web address that may stand in an attribute, escaped; nothing if it has another scheme.
std::optional<std::string> link_html(std::string_view target);

// "62.14": seconds, as short as can be.
std::string short_seconds(Time time);

// The places of a page that #t=62.14 in an address names: the first one of each moment.
class MomentAnchors {
 public:
  // " id=\"t=62.14\"", or nothing if there is one already.
  std::string id(Time time);

 private:
  std::set<Time> known_;
};

// Where the page says that the site has its MP3, percent-encoded; nothing if it does not say.
std::optional<std::string> sound_address(const Episode& episode);

}  // namespace cmos
