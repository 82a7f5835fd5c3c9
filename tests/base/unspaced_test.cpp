#include "base/unspaced.h"

#include <rapidcheck/catch.h>
#include <catch2/catch.hpp>

#include <string>
#include <vector>

namespace {

using Texts = std::vector<std::string>;

Texts words(const std::string& text) {
  Texts result;
  std::size_t begin = 0;
  for (const auto at : cmos::unspaced_word_breaks(text)) {
    result.push_back(text.substr(begin, at - begin));
    begin = at;
  }
  result.push_back(text.substr(begin));
  return result;
}

}  // namespace

TEST_CASE("words of scripts without spaces are told by dictionaries") {
  CHECK(words("今天我们谈谈软件") == Texts{"今天", "我们", "谈", "谈", "软件"});
  CHECK(words("今日は彼女と") == Texts{"今日", "は", "彼女", "と"});
  CHECK(words("ภาษาไทย") == Texts{"ภาษา", "ไทย"});
  CHECK(words("ພາສາລາວ") == Texts{"ພາສາ", "ລາວ"});
  CHECK(words("ខ្ញុំទៅផ្សារ") == Texts{"ខ្ញុំ", "ទៅ", "ផ្សារ"});
  CHECK(words("မြန်မာစာ").size() > 1);
}

TEST_CASE("punctuation stays with its word") {
  CHECK(words("他说：「你好！」再见。") == Texts{"他", "说：", "「你好！」", "再见。"});
}

TEST_CASE("numbers and foreign words among them are words") {
  CHECK(words("从2010年用Perl写") == Texts{"从", "2010", "年", "用", "Perl", "写"});
}

TEST_CASE("other scripts and emoji have none") {
  for (const std::string text : {"", "well-known", "https://example.com/a/b-c?d=e", "안녕하세요",
                                 "שלום", "don’t", "👍👍", "naïve—yes"}) {
    CHECK(words(text) == Texts{text});
  }
}

TEST_CASE("words of any text are its bytes in order") {
  rc::prop("breaks are ascending, inside the text and at starts of characters", [] {
    const auto pieces = *rc::gen::container<Texts>(rc::gen::element<std::string>(
        "中", "文", "。", "「", "ไ", "ทย", "a", " ", "-", "1", "か", "ー", "👍", "é"));
    std::string text;
    for (const auto& piece : pieces) text += piece;
    std::size_t before = 0;
    for (const auto at : cmos::unspaced_word_breaks(text)) {
      RC_ASSERT(at > before);
      RC_ASSERT(at < text.size());
      RC_ASSERT((static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U);
      before = at;
    }
  });
}
