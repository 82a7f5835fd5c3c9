#include "align/sounds.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <fstream>
#include <iostream>
#include <map>
#include <sstream>
#include <string>

using cmos::count_sounds;

TEST_CASE("English words have the sounds that are heard, not the letters that are written") {
  CHECK(count_sounds("a") == 1);
  CHECK(count_sounds("the") == 2);
  CHECK(count_sounds("light") == 3);
  CHECK(count_sounds("knowledge") == 5);
  CHECK(count_sounds("something") == 6);
  CHECK(count_sounds("used") == 3);
  CHECK(count_sounds("started") == 7);
  CHECK(count_sounds("video") == 5);
  CHECK(count_sounds("going") == 4);
  CHECK(count_sounds("didn't") == 6);
  CHECK(count_sounds("didn’t") == 6);
  CHECK(count_sounds("“Okay,”") == 3);
  CHECK(count_sounds("hmm") == 1);
}

TEST_CASE("numbers, acronyms and signs count as they are said") {
  CHECK(count_sounds("2016") == count_sounds("20") + count_sounds("16"));
  CHECK(count_sounds("5.24") == 12.5);     // five point twenty four
  CHECK(count_sounds("10,000") == 7.5);    // ten thousand
  CHECK(count_sounds("1,234,567") == 45);  // 18 syllables
  CHECK(count_sounds("1900") == 10);       // nineteen hundred
  CHECK(count_sounds("2005") == 10);       // two thousand five
  CHECK(count_sounds("0") == 5);           // zero
  CHECK(count_sounds("1990s") == count_sounds("1990"));
  CHECK(count_sounds("12345678901") > 25);  // digit by digit
  CHECK(count_sounds("99%") == 12.5);
  CHECK(count_sounds("HTML") == 8);
  CHECK(count_sounds("html") == 8);
  CHECK(count_sounds("WWW") == 21);
  CHECK(count_sounds("APIs") == count_sounds("API") + 1);
  CHECK(count_sounds("NASA") == 4);
  CHECK(count_sounds("ROM") == 3);
  CHECK(count_sounds("C++") == 7);
  CHECK(count_sounds("GitHub") == count_sounds("Git") + count_sounds("Hub"));
  CHECK(count_sounds("XMLParser") == count_sounds("XML") + count_sounds("Parser"));
  CHECK(count_sounds("https://perl.org/") == count_sounds("perl") + 2.5 + count_sounds("org"));
  CHECK(count_sounds(".NET") == 2.5 + count_sounds("NET"));
  CHECK(count_sounds("e.g.") == 3);
  CHECK(count_sounds("...and") == count_sounds("and"));
}

TEST_CASE("every script has sounds") {
  CHECK(count_sounds("привет") == 6);
  CHECK(count_sounds("日本語") == 7.5);
  CHECK(count_sounds("한국어") == 8);
  CHECK(count_sounds("Gábor") == count_sounds("Gabor"));
  CHECK(count_sounds("١٩٩٠") == count_sounds("1990"));
}

TEST_CASE("what is not said has no sounds") {
  for (const auto* word : {"", "—", "-", "...", "“”", "(", "/", "\U0001F600"}) {
    CAPTURE(word);
    CHECK(count_sounds(word) == 0);
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
    const double difference = std::abs(count_sounds(word) - phones);
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
