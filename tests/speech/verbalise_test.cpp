#include "speech/english/verbalise.h"

#include <rapidcheck.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <set>
#include <string>
#include <vector>

#include "support/said.h"

using cmos::verbalise;

namespace {

using Lines = std::vector<std::string>;

// A dictionary of a few words.
bool is_known(std::string_view word) {
  static const std::set<std::string, std::less<>> words = {
      "'cause", "about",  "and",   "api",     "based", "build", "building", "c2",         "call",
      "cast",   "charm",  "class", "com",     "cpp",   "don't", "e-mail",   "e.g.",       "example",
      "foo",    "handle", "hello", "html",    "i'm",   "it",    "java",     "javascript", "kit",
      "marcus", "nasa",   "node",  "o'clock", "org",   "perl",  "query",    "screen",     "script",
      "so",     "tool",   "u.s.",  "us",      "yes"};
  return words.contains(word);
}

Lines said(const std::string& shown) {
  return as_lines(verbalise(shown, is_known));
}

bool is_said(const std::string& shown, const std::string& form) {
  const auto forms = said(shown);
  return std::ranges::find(forms, form) != forms.end();
}

struct Reading {
  std::string shown;
  Lines said;  // Some of the ways.
};

void check_all(const std::vector<Reading>& table) {
  for (const auto& [shown, ways] : table) {
    for (const auto& way : ways) {
      INFO(shown << ": " << way
                 << " is not among: " << fmt::format("{}", fmt::join(said(shown), " | ")));
      CHECK(is_said(shown, way));
    }
  }
}

}  // namespace

TEST_CASE("punctuation around a word is not said") {
  CHECK(said("“Hello,”") == Lines{"hello"});
  CHECK(said("(hello).") == Lines{"hello"});
  CHECK(said("*hello*!?") == Lines{"hello"});
  CHECK(said("‘hello’") == Lines{"hello"});
  for (const auto* nothing : {"", "—", "...", "“", "(...)", "-", "(.", "'", "👍"})
    CHECK(said(nothing).empty());
}

TEST_CASE("symbols that stand alone and are said have a form") {
  CHECK(said("&") == Lines{"and"});
  CHECK(said("=") == Lines{"equals"});
  CHECK(said("+") == Lines{"plus"});
}

TEST_CASE("contractions, possessives and plurals") {
  check_all({
      {"I’m", {"i'm"}},
      {"o'clock", {"o'clock"}},
      {"’cause", {"'cause"}},
      {"Marcus'", {"marcus", "marcus 's"}},
      {"hello’s", {"hello 's"}},
      {"they'd", {"they 'd"}},
      {"Szabgab’ll", {"szabgab 'll"}},
      {"mightn't", {"might n't"}},
      {"buildin'", {"building"}},
      {"kits", {"kit 's"}},
      {"classes", {"class 's"}},
      {"O'Reilly", {"oreilly"}},
  });
}

TEST_CASE("acronyms are spelled or read") {
  check_all({
      {"YAPC", {"y. a. p. c.", "yapc"}},
      {"NASA", {"nasa", "n. a. s. a."}},
      {"US", {"us", "u. s."}},
      {"APIs", {"api 's", "a. p. i. 's"}},
      {"IRC's", {"i. r. c. 's"}},
      {"PhDs", {"p. h. d. 's"}},
      {"OSes", {"o. s. 's"}},
      {"npm", {"n. p. m."}},
      {"sed", {"sed", "s. e. d."}},
      {"AA", {"double a.", "a. a."}},
      {"VIII", {"eight", "the eighth", "v. i. i. i."}},
      {"CPAN", {"see pan", "c. p. a. n."}},
      {"A.", {"a", "a."}},
      {"U.S.", {"u.s.", "u. s."}},
      {"e.g.", {"for example", "e. g."}},
      {"etc.", {"et cetera"}},
  });
  CHECK(said("NASA").at(0) == "nasa");
  CHECK(said("YAPC").at(0) == "y. a. p. c.");
  CHECK(said("MMXQRWTZKD") == Lines{"m. m. x. q. r. w. t. z. k. d."});
}

TEST_CASE("names of parts are read part by part, and as a whole") {
  check_all({
      {"JavaScript", {"javascript", "java script"}},
      {"PyCharm", {"py charm", "pycharm"}},
      {"jQuery", {"j. query"}},
      {"IRCCloud", {"i. r. c. cloud"}},
      {"MySQL", {"my s. q. l.", "my sequel"}},
      {"toolkit", {"tool kit", "toolkit"}},
      {"screencasts", {"screencasts"}},
      {"HTML5", {"html five", "h. t. m. l. five"}},
      {"W3C", {"w. three c."}},
      {"IPv6", {"i. p. v. six"}},
      {"UTF-8", {"u. t. f. eight", "u. t. f. dash eight"}},
      {"v5.24", {"v. five point two four", "version five twenty four", "five point two four"}},
      {"3D", {"three d."}},
      {"a11y", {"accessibility", "a eleven y."}},
      {"C2", {"c2", "c. two"}},
  });
}

TEST_CASE("symbols between words and numbers are said, or not") {
  check_all({
      {"example.com", {"example dot com", "example com"}},
      {"Node.js", {"node dot j. s.", "node j. s."}},
      {".NET", {"dot n. e. t.", "dot net"}},
      {"C++,", {"c. plus plus"}},
      {"C#", {"c. sharp", "c. hash"}},
      {"C/C++", {"c. c. plus plus", "c. slash c. plus plus"}},
      {"Google+", {"google plus", "google"}},
      {"200+", {"two hundred plus", "two hundred"}},
      {"foo::bar", {"foo bar", "foo colon colon bar", "foo double colon bar"}},
      {"foo_bar", {"foo bar", "foo underscore bar"}},
      {"@handle", {"at handle", "handle"}},
      {"#perl", {"hash perl", "hashtag perl", "perl"}},
      {"#1", {"number one", "hash one"}},
      {"me@example.org", {"me at example dot org"}},
      {"and/or", {"and or", "and slash or"}},
      {"TCP/IP", {"t. c. p. i. p."}},
      {"R&D", {"r. and d."}},
      {"15-16", {"fifteen to sixteen", "fifteen sixteen"}},
      {"$2-$3", {"two dollars to three dollars", "two to three dollars"}},
      {"555-1234", {"five five five one two three four"}},
      {"-5", {"minus five", "negative five"}},
      {"e-mail", {"e-mail", "e. mail"}},
      {"U.S.-based", {"u. s. based"}},
      {"H.264", {"h. two sixty four"}},
  });
}

TEST_CASE("addresses of the web are read with or without their scheme") {
  check_all({
      {"http://www.perl.org/", {"perl dot org", "w. w. w. dot perl dot org"}},
      {"https://perl.org/foo",
       {"perl dot org slash foo", "h. t. t. p. s. colon slash slash perl dot org slash foo"}},
      {"WWW.Perl.Org", {"perl dot org"}},
      {"(http://foo-cast.com)", {"foo dash cast dot com", "foo cast dot com"}},
  });
}

TEST_CASE("sentences without a space between them may have a pause") {
  CHECK(said("so...it") == Lines{"so ... it", "so it"});
  CHECK(said("yes—so") == Lines{"yes ... so", "yes so"});
  CHECK(said("yes,so") == Lines{"yes ... so", "yes so"});
}

TEST_CASE("no text takes long or has more forms than the limit") {
  for (const std::string piece : {"a", "9", ".", "a.", "9,", "a-9", "'", "é", "$1-", "::a", "A"}) {
    std::string text;
    for (int i = 0; i < 100'000; ++i) text += piece;
    CHECK(verbalise(text, is_known).size() <= cmos::kMaxVerbalisations);
  }
}

TEST_CASE("any bytes have forms of sound items") {
  CHECK(rc::check([](const std::string& bytes) {
    for (const auto& form : verbalise(bytes, is_known)) {
      RC_ASSERT(!form.empty());
      for (const auto& item : form) RC_ASSERT(!item.empty() && item.find(' ') == std::string::npos);
    }
  }));
}
