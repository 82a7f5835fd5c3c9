#include <catch2/catch.hpp>
#include <string>

#include "pages.h"

using pages::bytes;
using pages::parse;
using pages::shown;
using pages::with_speech;

namespace {

// The bytes of Ann's word number `index`.
std::string source(const std::string& speech, std::size_t index) {
  const auto page = with_speech(speech);
  return bytes(page, parse(page).value.words.at(index).source);
}

}  // namespace

TEST_CASE("what programmers say stays as it is") {
  for (const std::string text : {"C++ and C# and F*",
                                 "Perl 5.24 and 5.26",
                                 "@handle on Twitter",
                                 "snake_case_name",
                                 "https://a.example/x_y_z?a=b&c=d",
                                 "5 * 3 < 20 && 3 > 2",
                                 "1 - 2 ... -- x",
                                 "YAPC::Europe",
                                 "me@a.example",
                                 "AT&T",
                                 "~/.bashrc",
                                 "C:\\path",
                                 "#perl",
                                 "$HOME",
                                 "a | b",
                                 "{x}",
                                 "x[0] = y[i+1]",
                                 "\"quoted\" and 'single'",
                                 "…and — so – on",
                                 "<3 <-> ->",
                                 "!",
                                 "a \\ b"}) {
    INFO(text);
    CHECK(shown(text) == text);
    const auto page = with_speech(text);
    for (const auto& word : parse(page).value.words) CHECK(bytes(page, word.source) == word.text);
  }
}

TEST_CASE("unknown tags are text, known ones vanish") {
  CHECK(shown("a List<String> and Map<String, List<Integer>> and <T>") ==
        "a List<String> and Map<String, List<Integer>> and <T>");
  CHECK(shown("<b>bold</b> and <I class=\"x\">italic</I> H<sub>2</sub>O <span>x</span>") ==
        "bold and italic H2O x");
  CHECK(shown("one<br>two<br/>three<p>four</p>five") == "one two three four five");
  CHECK(shown("<my-element>x</my-element>") == "<my-element>x</my-element>");
}

TEST_CASE("a known tag's name as a type argument is text") {
  CHECK(shown("a List<A> of Option<S>, vector<I>") == "a List<A> of Option<S>, vector<I>");
  CHECK(shown("H<sub>2</sub>O x<b>y</b>") == "H2O xy");
}

TEST_CASE("emphasis, code and escapes are shown as Markdown shows them") {
  CHECK(shown("*so* **very _much_** un*believ*able ***x***") == "so very much unbelievable x");
  CHECK(shown("`my $x = *y*;` and ``a`b`` and `&amp; <b>`") ==
        "my $x = *y*; and a`b and &amp; <b>");
  CHECK(shown("\\*not\\* \\<b\\> \\& \\\\ \\`x\\`") == "*not* <b> & \\ `x`");
  CHECK(shown("line\\\nbreak and  \ntwo spaces") == "line break and two spaces");
  CHECK(shown("**unclosed and *this") == "**unclosed and *this");
}

TEST_CASE("entities become their characters") {
  CHECK(shown("&lt;b&gt; AT&amp;T caf&eacute; &#8364;&#x20AC; &quot;x&quot;") ==
        "<b> AT&T café €€ \"x\"");
  CHECK(shown("&nosuch; &amp;amp; & &; &#; &#12345678;") == "&nosuch; &amp; & &; &#; &#12345678;");
  CHECK(shown("&fjlig;ord &NotEqualTilde;x &ngt;&lt;j &#38;#38;") == "fjord ≂̸x ≯<j &#38;");
  CHECK(shown("one&nbsp;two&ThickSpace;three&#10;four") == "one two three four");
}

TEST_CASE("characters of windows-1252 are shown as browsers show them") {
  CHECK(shown("I don&#146;t &#147;know&#148; &#x96; it&#133; don\u0092t \u0093so\u0094") ==
        "I don’t “know” – it… don’t “so”");
}

TEST_CASE("a word's bytes take in the markup inside it, and not that around it") {
  CHECK(source("a List<String> x", 1) == "List<String>");
  CHECK(source("an un*believ*able x", 1) == "un*believ*able");
  CHECK(source("so *much* x", 1) == "much");
  CHECK(source("the `code`, x", 1) == "code`,");
  CHECK(source("an AT&amp;T x", 1) == "AT&amp;T");
  CHECK(source("an &lt;b&gt; x", 1) == "&lt;b&gt;");
  CHECK(source("a \\*b\\* x", 1) == "\\*b\\*");
  CHECK(source("a &#38;#38; x", 1) == "&#38;#38;");
  CHECK(source("a &nosuch; x", 1) == "&nosuch;");
  CHECK(source("a **b* x", 2) == "x");
  CHECK(source("*a*``b c`", 0) == "a*``b");
  CHECK(source("*a*``b c`", 1) == "c`");
  CHECK(source("`a`\\`b c", 0) == "a`\\`b");
  CHECK(source("`a`&#96;b c", 0) == "a`&#96;b");
  CHECK(source("a *b** x", 2) == "x");
}

TEST_CASE("every kind of blank parts words") {
  const std::string blanks = "a\tb\u00A0c\u2003d\u200Be\uFEFFf\rg\x01h\u3000i";
  CHECK(shown(blanks) == "a b c d e f g h i");
  CHECK(shown("👨‍👩‍👧 👍🏽 e\u0301") == "👨‍👩‍👧 👍🏽 e\u0301");
}

TEST_CASE("images show the text that stands for them") {
  CHECK(shown("See ![the *big* logo](/logo.png) and <img src=\"x\" alt=\"a hat\"/> or ![](x).") ==
        "See the big logo and a hat or .");
  CHECK(source("See <img src=\"x\" alt=\"a hat\"> x", 2) == "hat");
}

TEST_CASE("closing tags that close nothing are told, wherever they stand, but not in code") {
  const auto page = pages::kFrontMatter +
                    "<podcast>x</podcast> </l>\n<!-- </lo> -->\n`</code-tag>`\n" +
                    with_speech("a</ul> </u1 > List<String> </String> `</b2>` </xyz>")
                        .substr(pages::kFrontMatter.size());
  CHECK(pages::diagnostics(page) ==
        pages::Strings{"8:22 warning tag-unknown", "9:6 warning tag-unknown",
                       pages::place(page, "</xyz>") + " warning tag-unknown"});
}

TEST_CASE("a paragraph of any length keeps every word once and in order") {
  std::string speech;
  for (int i = 0; i < 9000; ++i) {
    speech += "*word*" + std::to_string(i) + (i % 7 == 0 ? ". " : i % 3 == 0 ? "\n" : " ");
  }
  const auto episode = parse(with_speech(speech)).value;
  REQUIRE(episode.words.size() == 9001);
  for (int i = 0; i < 9000; ++i) {
    const auto expected = "word" + std::to_string(i) + (i % 7 == 0 ? "." : "");
    REQUIRE(episode.words[static_cast<std::size_t>(i)].text == expected);
  }
  CHECK(episode.turns.at(0).paragraphs.size() == 1);
}

TEST_CASE("text without blanks is cut between characters") {
  std::string speech;
  for (int i = 0; i < 20000; ++i) speech += "é";
  const auto page = with_speech(speech);
  const auto episode = parse(page).value;
  std::string joined;
  for (auto i = episode.turns.at(0).first_word; i < episode.turns.at(0).end_word; ++i) {
    joined += episode.words[i].text;
    CHECK(bytes(page, episode.words[i].source) == episode.words[i].text);
  }
  CHECK(joined == speech);
}
