// Random text for property tests: every kind of character that captions meet, hostile ones
// included.
#pragma once

#include <rapidcheck.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <string>
#include <vector>

namespace random_text {

inline std::string encode(UChar32 c) {
  char bytes[U8_MAX_LENGTH];
  int length = 0;
  U8_APPEND_UNSAFE(bytes, length, c);
  return {bytes, static_cast<std::size_t>(length)};
}

// One piece of text: a letter, mark-up, a line end, right-to-left and ideographic letters, emoji
// with joiners, any assigned or unassigned code point.
inline rc::Gen<std::string> piece() {
  const auto any = rc::gen::map(rc::gen::suchThat(rc::gen::inRange<UChar32>(0, 0x110000),
                                                  [](UChar32 c) { return !U_IS_SURROGATE(c); }),
                                encode);
  return rc::gen::oneOf(
      rc::gen::map(rc::gen::inRange<UChar32>(0x20, 0x7F), encode),
      rc::gen::elementOf(std::vector<std::string>{"&",
                                                  "<",
                                                  ">",
                                                  "--",
                                                  "-->",
                                                  "&amp;",
                                                  "<v X>",
                                                  "</v>",
                                                  "\n",
                                                  "\r\n",
                                                  "\t",
                                                  "\v",
                                                  "\u0085",
                                                  "\u2028",
                                                  "\u05D0",
                                                  "\u05D1",
                                                  "\u0639",
                                                  "\u200F",
                                                  "\u4E2D",
                                                  "\u6587",
                                                  "\u3042",
                                                  "\u0E01",
                                                  "\u0E34",
                                                  "e\u0301",
                                                  "\U0001F600",
                                                  "\U0001F468\u200D\U0001F469\u200D\U0001F467",
                                                  "\uFEFF",
                                                  "\u00A0",
                                                  ".",
                                                  ",",
                                                  "\u201C",
                                                  "1",
                                                  "00:00:01.000",
                                                  "NOTE",
                                                  "WEBVTT",
                                                  "{"}),
      any);
}

inline rc::Gen<std::string> text(int max_pieces = 12) {
  return rc::gen::withSize([=](int size) {
    return rc::gen::map(rc::gen::resize(std::min(size, max_pieces),
                                        rc::gen::container<std::vector<std::string>>(piece())),
                        [](const std::vector<std::string>& pieces) {
                          std::string result;
                          for (const auto& one : pieces) result += one;
                          return result;
                        });
  });
}

}  // namespace random_text
