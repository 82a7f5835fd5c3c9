#include "language/english_sounds.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <fstream>
#include <iostream>
#include <map>
#include <sstream>
#include <string>

TEST_CASE("English words have the sounds that are heard, not the letters that are written") {
  CHECK(cmos::count_english_sounds("a") == 1);
  CHECK(cmos::count_english_sounds("the") == 2);
  CHECK(cmos::count_english_sounds("light") == 3);
  CHECK(cmos::count_english_sounds("knowledge") == 5);
  CHECK(cmos::count_english_sounds("something") == 6);
  CHECK(cmos::count_english_sounds("used") == 3);
  CHECK(cmos::count_english_sounds("started") == 7);
  CHECK(cmos::count_english_sounds("video") == 5);
  CHECK(cmos::count_english_sounds("going") == 4);
  CHECK(cmos::count_english_sounds("didn't") == 6);
  CHECK(cmos::count_english_sounds("didn’t") == 6);
  CHECK(cmos::count_english_sounds("“Okay,”") == 3);
  CHECK(cmos::count_english_sounds("hmm") == 1);
}

TEST_CASE("numbers, acronyms and signs count as they are said") {
  CHECK(cmos::count_english_sounds("2016") ==
        cmos::count_english_sounds("20") + cmos::count_english_sounds("16"));
  CHECK(cmos::count_english_sounds("5.24") == 12.5);     // five point twenty four
  CHECK(cmos::count_english_sounds("10,000") == 7.5);    // ten thousand
  CHECK(cmos::count_english_sounds("1,234,567") == 45);  // 18 syllables
  CHECK(cmos::count_english_sounds("1900") == 10);       // nineteen hundred
  CHECK(cmos::count_english_sounds("2005") == 10);       // two thousand five
  CHECK(cmos::count_english_sounds("0") == 5);           // zero
  CHECK(cmos::count_english_sounds("1990s") == cmos::count_english_sounds("1990"));
  CHECK(cmos::count_english_sounds("12345678901") > 25);  // digit by digit
  CHECK(cmos::count_english_sounds("99%") == 12.5);
  CHECK(cmos::count_english_sounds("HTML") == 8);
  CHECK(cmos::count_english_sounds("html") == 8);
  CHECK(cmos::count_english_sounds("WWW") == 21);
  CHECK(cmos::count_english_sounds("APIs") == cmos::count_english_sounds("API") + 1);
  CHECK(cmos::count_english_sounds("NASA") == 4);
  CHECK(cmos::count_english_sounds("ROM") == 3);
  CHECK(cmos::count_english_sounds("C++") == 7);
  CHECK(cmos::count_english_sounds("GitHub") ==
        cmos::count_english_sounds("Git") + cmos::count_english_sounds("Hub"));
  CHECK(cmos::count_english_sounds("XMLParser") ==
        cmos::count_english_sounds("XML") + cmos::count_english_sounds("Parser"));
  CHECK(cmos::count_english_sounds("https://perl.org/") ==
        cmos::count_english_sounds("perl") + 2.5 + cmos::count_english_sounds("org"));
  CHECK(cmos::count_english_sounds(".NET") == 2.5 + cmos::count_english_sounds("NET"));
  CHECK(cmos::count_english_sounds("e.g.") == 3);
  CHECK(cmos::count_english_sounds("...and") == cmos::count_english_sounds("and"));
}

TEST_CASE("every script has sounds") {
  CHECK(cmos::count_english_sounds("привет") == 6);
  CHECK(cmos::count_english_sounds("日本語") == 7.5);
  CHECK(cmos::count_english_sounds("한국어") == 8);
  CHECK(cmos::count_english_sounds("Gábor") == cmos::count_english_sounds("Gabor"));
  CHECK(cmos::count_english_sounds("١٩٩٠") == cmos::count_english_sounds("1990"));
}

TEST_CASE("what is not said has no sounds") {
  for (const auto* word : {"", "—", "-", "...", "“”", "(", "/", "\U0001F600"}) {
    CAPTURE(word);
    CHECK(cmos::count_english_sounds(word) == 0);
  }
}

TEST_CASE("the number of sounds agrees with a dictionary of pronunciations") {
  const std::string path = "/usr/share/pocketsphinx/model/en-us/cmudict-en-us.dict";
  std::ifstream dictionary(path);
  if (!dictionary) {
    std::cout << "SKIPPED: Debian's pocketsphinx-en-us is not installed\n";
    return;
  }
  std::map<std::string, double> differences;  // The least over a word's pronunciations.
  for (std::string line; std::getline(dictionary, line);) {
    std::istringstream fields(line);
    std::string word;
    fields >> word;
    word.resize(std::min(word.find('('), word.size()));
    if (word.find_first_not_of("abcdefghijklmnopqrstuvwxyz'") != std::string::npos) continue;
    double phones = 0;
    for (std::string phone; fields >> phone;) ++phones;
    const double difference = std::abs(cmos::count_english_sounds(word) - phones);
    const auto [entry, is_new] = differences.emplace(word, difference);
    if (!is_new) entry->second = std::min(entry->second, difference);
  }
  REQUIRE(differences.size() > 100000);
  const auto share = [&](double most) {
    double count = 0;
    for (const auto& [word, difference] : differences) count += difference <= most ? 1 : 0;
    return count / static_cast<double>(differences.size());
  };
  CHECK(share(0) > 0.78);
  CHECK(share(1) > 0.98);
}
