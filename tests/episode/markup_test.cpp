#include <catch2/catch.hpp>
#include <string>

#include "pages.h"

using pages::diagnostics;
using pages::parse;
using pages::place;
using pages::shown;
using pages::Strings;
using pages::with_speech;
using pages::with_transcript;

namespace {

// The ID that a page with this text in front of its transcript shows.
std::string video(const std::string& text) {
  const auto page =
      pages::kFrontMatter + text + "\n" + with_speech("Hi.").substr(pages::kFrontMatter.size());
  const auto id = parse(page).value.youtube_id;
  return id ? id->value : "";
}

const std::string kVideo = "{% youtube id=\"Cap7ionS4mp\" %}\n";
const std::string kSample = "{% youtube id=\"AAAAAAAAAAA\" %}";

}  // namespace

TEST_CASE("the page's video is that of its first real tag") {
  CHECK(video(kVideo) == "Cap7ionS4mp");
  CHECK(video("{%- youtube id=\"Cap7ionS4mp\" -%}") == "Cap7ionS4mp");
  CHECK(video("{%youtube id=Cap7ionS4mp%}") == "Cap7ionS4mp");
  CHECK(video("{%- youtube id=Cap7ionS4mp-%}") == "Cap7ionS4mp");
  CHECK(video("{%\n youtube\n id='Cap7ionS4mp'\n%}") == "Cap7ionS4mp");
  CHECK(video("{% youtube_list id=\"AAAAAAAAAAA\" %}").empty());
  for (const auto& sample :
       {"{% raw %}" + kSample + "{% endraw %}", "{%- raw -%}\n" + kSample + "\n{%- endraw -%}",
        "{% comment %}" + kSample + "{% endcomment %}", "<!-- " + kSample + " -->",
        "{::comment}" + kSample + "{:/comment}", "`" + kSample + "`", "``a ` " + kSample + "``",
        "```\n" + kSample + "\n```", "~~~ liquid\n" + kSample + "\n~~~~", "    " + kSample,
        "<pre>\n" + kSample + "\n</pre>",
        "{% highlight x %}\n" + kSample + "\n{% endhighlight %}"}) {
    INFO(sample);
    CHECK(video(sample).empty());
    CHECK(video(sample + "\n\n" + kVideo) == "Cap7ionS4mp");
  }
}

TEST_CASE("template tags, attribute lists and footnotes are no speech") {
  CHECK(shown("Hi {% include x.html %}there{{ page.title }}, *you*{: .loud #x} all.") ==
        "Hi there, you all.");
  CHECK(shown("Hi {{< ref \"a\" >}}there{::nomarkdown}, you.") == "Hi there, you.");
  CHECK(shown("Hi\n{% if a %}\nthere.\n{: .b}") == "Hi there.");
  CHECK(shown("This is known[^1] and so is that.[^a_note]") == "This is known and so is that.");
  CHECK(shown("One.\n\n[^1]: A note\nof two lines.\n\n    And more.\n\nTwo.") == "One. Two.");
  CHECK(shown("{% raw %}{{ x }} and {% y %}{% endraw %} in `{{ z[^1] }}`") ==
        "{{ x }} and {% y %} in {{ z[^1] }}");
  for (const auto* const text :
       {"a {x} and {{ y", "{:key => 1} and {% z", "[^a-z]+ and [^]", "{ :a }"}) {
    INFO(text);
    CHECK(shown(text) == text);
  }
}

TEST_CASE("a block of code in the transcript is no speech, and is told") {
  for (const auto* const code :
       {"```python\nprint(x)\n```", "~~~\nprint(x)\n```\n~~~", "<pre>\nprint(x)</pre>"}) {
    INFO(code);
    const auto page = with_speech("Look:\n" + std::string(code) + "\nYes.");
    const auto parsed = parse(page);
    CHECK(pages::text(parsed.value, parsed.value.turns.at(0)) == "Look: Yes.");
    CHECK(parsed.value.turns[0].paragraphs.size() == 2);
    CHECK(diagnostics(page) == Strings{place(page, code) + " warning code-in-transcript"});
  }
  CHECK(shown("```\nnever closed") == "``` never closed");
  CHECK(shown("Indented:\n\n        speech") == "Indented: speech");
}

TEST_CASE("a transcript in code is a sample") {
  const std::string sample = "[transcript]\n[x host1 X]\n[0:00] x: Sample.\n[/transcript]\n";
  const auto real = with_speech("Hi.").substr(pages::kFrontMatter.size());
  for (const auto& code : {"```\n" + sample + "```\n", "<pre>\n" + sample + "</pre>\n",
                           "{% comment %}\n" + sample + "{% endcomment %}\n"}) {
    INFO(code);
    const auto page = pages::kFrontMatter + code + real;
    CHECK(parse(page).diagnostics.empty());
    CHECK(shown("Hi.") == pages::text(parse(page).value, parse(page).value.turns.at(0)));
  }
}

TEST_CASE("what is code is not looked at for slips of markup") {
  const auto page = pages::kFrontMatter +
                    "~~~\n</fenced>\n~~~\n\n    </indented>\n\n<script>x(\"</foo>\");</script>\n"
                    "`http://www.http://a.example`\n```\n[b](http://www.http://b.example)\n```\n" +
                    with_speech("Hi.").substr(pages::kFrontMatter.size());
  CHECK(diagnostics(page) == Strings{});
}

TEST_CASE("settings of the older head do not come from comments and code") {
  const auto page = "=title Real\n<!--\n=language de\n-->\n```\n=mp3 /no.mp3, 1, 1:00\n```\n" +
                    with_speech("Hi.").substr(pages::kFrontMatter.size());
  const auto episode = parse(page).value;
  CHECK(episode.title == "Real");
  CHECK(episode.language == "en");
  CHECK_FALSE(episode.mp3.file);
}

TEST_CASE("references to brackets in code are brackets") {
  CHECK(shown("`List&lt;String&gt;` and `&amp;`") == "List<String> and &amp;");
}

TEST_CASE("a heading inside a turn stands before the word that it heads") {
  const auto page = with_transcript(
      "[0:01] ann: One two.\n\n## Middle\n\nThree.\n\n## Next\n\n[0:02] bob: Four.\n\n## End");
  const auto episode = parse(page).value;
  REQUIRE(episode.headings.size() == 3);
  CHECK(cmos::word_behind(episode, episode.headings[0]) == 2);
  CHECK(cmos::word_behind(episode, episode.headings[1]) == 3);
  CHECK(cmos::word_behind(episode, episode.headings[2]) == episode.words.size());
}
