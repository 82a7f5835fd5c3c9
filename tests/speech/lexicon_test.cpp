#include "speech/lexicon.h"

#include <rapidcheck.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <set>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

#include "base/atomic_file.h"
#include "base/unicode.h"
#include "support/rule_of.h"
#include "support/said.h"
#include "support/temporary_folder.h"

namespace fs = std::filesystem;
using cmos::arpabet;
using cmos::Lexicon;

namespace {

using Lines = std::vector<std::string>;

constexpr std::size_t kMaxFileSize = 10'000'000;

const Lexicon& english() {
  static const auto lexicon = Lexicon::open(cmos::kDefaultDictionary).value();
  return lexicon;
}

bool can_be(const std::string& shown, const std::string& phones) {
  const auto ways = as_lines(english().pronounce(shown));
  return std::ranges::find(ways, phones) != ways.end();
}

void check_sound(const std::vector<cmos::Phones>& ways) {
  RC_ASSERT(ways.size() <= 24U);
  const std::set<cmos::Phones> different(ways.begin(), ways.end());
  RC_ASSERT(different.size() == ways.size());
  for (const auto& phones : ways) {
    RC_ASSERT(!phones.empty());
    for (const auto& phone : phones) {
      RC_ASSERT(arpabet().contains(phone) || phone == cmos::kPausePhone);
    }
  }
}

// Mostly ASCII, some of every plane, no surrogates.
rc::Gen<std::vector<std::int32_t>> random_code_points() {
  return rc::gen::container<std::vector<std::int32_t>>(rc::gen::oneOf(
      rc::gen::inRange(0x20, 0x7F), rc::gen::inRange(0x20, 0x7F), rc::gen::inRange(0xA0, 0x2200),
      rc::gen::inRange(1, 0xD800), rc::gen::inRange(0xE000, 0x110000)));
}

std::string utf8_of(const std::vector<std::int32_t>& code_points) {
  std::string text;
  return icu::UnicodeString::fromUTF32(code_points.data(),
                                       static_cast<std::int32_t>(code_points.size()))
      .toUTF8String(text);
}

// What stands between the transcript's marks, without the targets of links.
std::vector<std::string> words_of(const std::string& page) {
  const auto begin = page.find("[transcript]");
  const auto end = page.find("[/transcript]");
  std::istringstream text(page.substr(begin, end - begin));
  std::vector<std::string> words;
  for (std::string word; text >> word;) words.push_back(word.substr(0, word.find("](")));
  return words;
}

}  // namespace

TEST_CASE("words of the dictionary have all its pronunciations, the first first") {
  CHECK(as_line(english().pronounce("Hello,").at(0)) == "HH AH L OW");
  CHECK(as_lines(english().pronounce("tomato")) == Lines{"T AH M EY T OW", "T AH M AA T OW"});
}

TEST_CASE("shown words sound as they are said") {
  const std::vector<std::pair<std::string, std::string>> table = {
      {"I’m", "AY M"},
      {"gonna", "G AA N AH"},
      {"'cause", "K AH Z"},
      {"Jason’s", "JH EY S AH N Z"},
      {"Marcus’", "M AA R K AH S IH Z"},
      {"kits", "K IH T S"},
      {"C++", "S IY P L AH S P L AH S"},
      {"C#,", "S IY SH AA R P"},
      {".NET", "D AA T N EH T"},
      {"5.24", "F AY V P OY N T T W EH N T IY F AO R"},
      {"2016,", "T W EH N T IY S IH K S T IY N"},
      {"1990s", "N AY N T IY N N AY N T IY Z"},
      {"21st", "T W EH N T IY F ER S T"},
      {"70%", "S EH V AH N T IY P ER S EH N T"},
      {"YAPC", "W AY EY P IY S IY"},
      {"APIs", "EY P IY AY Z"},
      {"JSON", "JH EY S AH N"},
      {"jQuery", "JH EY K W IY R IY"},
      {"Node.js", "N OW D D AA T JH EY EH S"},
      {"example.com", "IH G Z AE M P AH L D AA T K AA M"},
      {"@perl", "AE T P ER L"},
      {"Yorùbá", "Y AH R UW B AH"},
      {"Привет", "P R IH V AH T"},
      {"and", "AH N"},
      {"him", "IH M"},
      {"going", "G OW IH N"},
      {"&", "AH N D"},
      {"so...it", "S OW SIL IH T"},
  };
  for (const auto& [shown, phones] : table) {
    INFO(shown << ": " << phones << " is not among: "
               << fmt::format("{}", fmt::join(as_lines(english().pronounce(shown)), " | ")));
    CHECK(can_be(shown, phones));
  }
}

TEST_CASE("an unstressed -ing is shortened, a stressed one is not") {
  CHECK(can_be("talking", "T AO K IH N"));
  CHECK_FALSE(can_be("thing", "TH IH N"));
}

TEST_CASE("punctuation has nothing to say") {
  for (const auto* nothing : {"", "—", "...", "“", "(!)", "👍", "𓂀"}) {
    CHECK(english().pronounce(nothing).empty());
  }
}

TEST_CASE("a page's pronunciation takes the place of all others") {
  const auto phones = english().parse_pronunciation("s ah B g AE b");
  REQUIRE(phones);
  CHECK(as_lines(*phones) == Lines{"S AH B G AE B"});
  const auto cmos = english().parse_pronunciation("S IY M AO S").value();
  const auto see = english().parse_pronunciation("S IY").value();
  const auto lexicon = english().with({{"Szabgab", *phones}, {"CMOS", cmos}, {"“C++”", see}});
  CHECK(as_lines(lexicon.pronounce("(szabgab)")) == Lines{"S AH B G AE B"});
  CHECK(as_lines(lexicon.pronounce("Szabgab’s")) == Lines{"S AH B G AE B Z"});
  CHECK(as_lines(lexicon.pronounce("CMOS")) == Lines{"S IY M AO S"});
  CHECK(as_lines(lexicon.pronounce("c++,")) == Lines{"S IY"});
  CHECK(as_line(lexicon.pronounce("CMOS-Szabgab").at(0)) == "S IY M AO S S AH B G AE B");
  CHECK(as_lines(english().pronounce("Szabgab")) != Lines{"S AH B G AE B"});
  CHECK(lexicon.with({}).pronounce("Szabgab") == english().pronounce("Szabgab"));
}

TEST_CASE("phones the model does not have are an error that names them") {
  const auto unknown = english().parse_pronunciation("S IY M OO S");
  REQUIRE_FALSE(unknown);
  CHECK(unknown.error().rule.name() == "pronunciation-unknown-phone");
  CHECK(unknown.error().message.find("no phone \"OO\"; the phones are AA AE AH") == 0);
  for (const auto* wrong : {"", " ", "AH0", "SIL", "A\nH", "/", "//", "/ˈ/", "/S IY"})
    CHECK_FALSE(english().parse_pronunciation(wrong));
}

TEST_CASE("a page's pronunciation may be in IPA, which may be said in several ways") {
  const auto hammer = english().parse_pronunciation("/ˈkʲiːtu/");
  REQUIRE(hammer);
  CHECK(as_lines(*hammer) == Lines{"K IY T UW"});
  const auto two = english().parse_pronunciation("/ˈɾis/").value();
  CHECK(as_lines(english().with({{"Ris", two}}).pronounce("Ris")) == Lines{"R IY S", "D IY S"});
}

TEST_CASE("a dictionary that cannot be used is an error") {
  const TemporaryFolder folder;
  const auto path = folder.path() / "made.dict";
  CHECK(rule_of(Lexicon::open(path)) == "not-found");
  CHECK(rule_of(Lexicon::open(folder.path())) == "read-failed");
  std::ofstream(path) << "hello HH AH L Q\n";
  CHECK(rule_of(Lexicon::open(path)) == "dictionary-invalid");
}

TEST_CASE("another model's dictionary gives only phones of that model") {
  const TemporaryFolder folder;
  const auto path = folder.path() / "es.dict";
  std::ofstream(path) << "año A NY O\nhola O L A\ny I\n";
  const auto lexicon = Lexicon::open(path, {"A", "I", "L", "NY", "O"});
  REQUIRE(lexicon);
  CHECK(as_lines(lexicon->pronounce("¡Hola!")) == Lines{"O L A"});
  CHECK(as_lines(lexicon->pronounce("Año")) == Lines{"A NY O"});
  CHECK(as_lines(lexicon->pronounce("y")) == Lines{"I"});
  CHECK(lexicon->pronounce("queso").empty());
}

TEST_CASE("every phone is one of the acoustic model's") {
  const auto definition =
      cmos::read_file("/usr/share/pocketsphinx/model/en-us/en-us/mdef", kMaxFileSize);
  REQUIRE(definition);
  auto phones = arpabet();
  phones.emplace(cmos::kPausePhone);
  for (const auto& phone : phones) {
    INFO(phone);
    CHECK(definition->find('\0' + phone + '\0') != std::string::npos);
  }
}

TEST_CASE("any text has sound pronunciations, always the same") {
  const auto is_sound = [](const std::string& word) {
    const auto ways = english().pronounce(word);
    check_sound(ways);
    RC_ASSERT(english().pronounce(word) == ways);
  };
  CHECK(rc::check("bytes", is_sound));
  CHECK(rc::check("Unicode", [&] { is_sound(utf8_of(*random_code_points())); }));
}

TEST_CASE("threads hear the same") {
  const Lines words = {"Yorùbá",     "going",  "$200-$300",     "gron",
                       "moyinoluwa", "Привет", "me@example.com"};
  std::vector<std::vector<cmos::Phones>> expected;
  expected.reserve(words.size());
  for (const auto& word : words) expected.push_back(english().pronounce(word));
  std::vector<int> failures(4, 0);
  {
    std::vector<std::jthread> threads;
    threads.reserve(failures.size());
    for (auto& failed : failures) {
      threads.emplace_back([&] {
        for (std::size_t i = 0; i < 30 * words.size(); ++i) {
          const auto word = i % words.size();
          if (english().pronounce(words[word]) != expected[word]) ++failed;
        }
      });
    }
  }
  CHECK(failures == std::vector<int>(4, 0));
}

TEST_CASE("every word of the real pages can be said") {
  const char* corpus = std::getenv("CMOS_CORPUS");
  if (corpus == nullptr) {
    std::cout << "SKIPPED: CMOS_CORPUS is not set\n";
    return;
  }
  std::size_t words = 0;
  for (const auto& entry : fs::directory_iterator(fs::path(corpus) / "pages")) {
    if (entry.path().extension() != ".md") continue;
    const auto page = cmos::read_file(entry.path(), kMaxFileSize);
    REQUIRE(page);
    for (const auto& word : words_of(*page)) {
      ++words;
      const auto ways = english().pronounce(word);
      INFO(entry.path() << ": " << word);
      if (cmos::has_letter_or_digit(word)) CHECK_FALSE(ways.empty());
    }
  }
  CHECK(words > 10'000);
}
