// Transcripts that are no pages, by the real program.
#include <algorithm>
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "cli/sample_folder.h"

namespace fs = std::filesystem;
using Catch::Matchers::Contains;

namespace {

using Strings = std::vector<std::string>;

struct Heard {
  Strings words;
  Strings speakers;  // Of the words.
  std::vector<double> starts;
};

Heard heard(const Strings& arguments) {
  auto all = arguments;
  all.insert(all.end(), {"-q", "-f", "words", "-o", "-"});
  const auto result = captions(all);
  REQUIRE(result.err.empty());
  const auto json = nlohmann::json::parse(result.out);
  Heard words;
  for (const auto& word : json["words"]) {
    words.words.push_back(word["text"]);
    words.speakers.push_back(json["turns"][word["turn"].get<std::size_t>()]["speaker"]);
    words.starts.push_back(word["start"]);
  }
  return words;
}

}  // namespace

TEST_CASE("what is written is a transcript that is heard as the page is", "[long]") {
  const SampleFolder folder;
  const auto page = heard({folder.page()});
  for (const std::string format : {"text", "html", "srt", "transcript-vtt", "transcript-json"}) {
    CAPTURE(format);
    const auto file = path_of(folder, "talk." + format);
    REQUIRE(captions({folder.page(), "-q", "-f", format, "-o", file}).exit_code == 0);
    const auto read = heard({file, "--audio", folder.mp3()});
    CHECK(read.words == page.words);
    CHECK(read.speakers == page.speakers);
    std::size_t off = 0;
    for (std::size_t i = 0; i < std::min(page.starts.size(), read.starts.size()); ++i) {
      if (std::abs(page.starts[i] - read.starts[i]) > 0.05) ++off;
    }
    CHECK(off <= page.starts.size() / 100);
  }
}

TEST_CASE("the form can be named, and a name that is none is wrong use") {
  const SampleFolder folder;
  folder.write("talk.txt", "Hello, and welcome.\n");
  CHECK(captions({path_of(folder, "talk.txt"), "--transcript-format", "nosuch"}).exit_code == 2);
  const auto as_json =
      captions({path_of(folder, "talk.txt"), "--transcript-format", "json", "--no-audio"});
  CHECK(as_json.exit_code == 1);
  CHECK_THAT(as_json.err, Contains("talk.txt:1:1: error: ") && Contains("transcript-form-broken"));
}

TEST_CASE("a Word document is read as its text, with tables, headings and tracked changes") {
  const SampleFolder folder;
  const auto write_docx = [&](const std::string& name, const std::string& body) {
    folder.write(
        name + ".xml",
        "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
        "<w:body>" +
            body + "</w:body></w:document>");
    const auto zipped = run({"python3", "-c",
                             "import sys, zipfile\n"
                             "with zipfile.ZipFile(sys.argv[1], 'w', zipfile.ZIP_DEFLATED) as z:\n"
                             "  z.write(sys.argv[2], 'word/document.xml')",
                             path_of(folder, name), path_of(folder, name + ".xml")});
    REQUIRE(zipped.exit_code == 0);
    return path_of(folder, name);
  };
  const auto paragraph = [](const std::string& text, const std::string& style = "") {
    const auto named = style.empty() ? "" : "<w:pPr><w:pStyle w:val=\"" + style + "\"/></w:pPr>";
    return "<w:p>" + named + "<w:r><w:t>" + text + "</w:t></w:r></w:p>";
  };
  const auto turns =
      write_docx("turns.docx",
                 paragraph("Talk", "Heading1") + paragraph("Ada Lind   0:00") +
                     paragraph("Hello &amp; welcome.") + paragraph("Bo   0:04") +
                     "<w:p><w:r><w:t>Hi</w:t><w:br/><w:t>there.</w:t></w:r><w:del><w:r><w:delText>"
                     "Gone.</w:delText></w:r></w:del></w:p>" +
                     paragraph("Ada Lind   0:09") + paragraph("Fine.") + paragraph("Bo   0:12") +
                     paragraph("Yes."));
  const auto read = captions({turns, "--no-audio", "-q", "-f", "text", "-o", "-"});
  CHECK_THAT(read.out, Contains("Ada Lind") && Contains("Hello & welcome.") && !Contains("Gone"));
  const Strings words{"Hello", "&", "welcome.", "Hi", "there.", "Fine.", "Yes."};
  const auto heard_turns = heard({turns, "--no-audio"});
  CHECK(heard_turns.words == words);
  CHECK(heard_turns.speakers.at(3) == "Bo");

  const auto cells = [](const std::string& a, const std::string& b) {
    return "<w:tr><w:tc><w:p><w:r><w:t>" + a + "</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>" +
           b + "</w:t></w:r></w:p></w:tc></w:tr>";
  };
  const auto table =
      write_docx("table.docx", "<w:tbl>" + cells("Speaker", "Text") + cells("Ada", "Hello.") +
                                   cells("Bo", "Hi.") + "</w:tbl>");
  CHECK(heard({table, "--no-audio"}).speakers == Strings{"Ada", "Bo"});

  const auto whole = content_of(turns);
  folder.write("half.docx", whole.substr(0, whole.size() / 2));
  const auto broken = write_docx("broken.docx", "<w:p>");
  for (const auto& none : {path_of(folder, "half.docx"), broken}) {
    const auto refused = captions({none, "--no-audio"});
    CHECK(refused.exit_code == 1);
    CHECK_THAT(refused.err, Contains("no whole Word document") && Contains("[page-binary]"));
    CHECK(lines_in(refused.err) == 1);
  }
}

TEST_CASE("check looks at a transcript as at a page") {
  const SampleFolder folder;
  folder.write("talk.json", "{\"segments\":[\n{\"body\": \"Hi.\"");
  const auto result = captions({"check", path_of(folder, "talk.json")});
  CHECK(result.exit_code == 1);
  CHECK_THAT(result.out, Contains("talk.json:2:15: error: "));
}

TEST_CASE("an imported transcript is a page without faults that is heard alike") {
  const SampleFolder folder;
  const auto file = path_of(folder, "talk.json");
  REQUIRE(captions({folder.page(), "-q", "-f", "transcript-json", "-o", file}).exit_code == 0);
  const auto imported = captions({"import", file, "--audio", folder.mp3()});
  REQUIRE(imported.exit_code == 0);
  folder.write("talk.md", imported.out);
  CHECK_THAT(imported.out, Contains("\nmp3:\n  file: \"episode.mp3\"\n  size: ") &&
                               Contains("\n[oskar speaker1 Oskar Lindqvest]\n"));
  const auto page = heard({folder.page()});
  const auto read = heard({path_of(folder, "talk.md")});
  CHECK(read.words == page.words);
  CHECK(read.speakers == page.speakers);
  const auto checked = captions({"check", path_of(folder, "talk.md")});
  CAPTURE(checked.out);
  CHECK(checked.exit_code == 0);
}

TEST_CASE("what Markdown would take as markup is imported as it is said") {
  const SampleFolder folder;
  const std::string words =
      "C++ \\*a\\* b_c_d x &lt;b&gt; {{y}} {% z %} \\[0:10\\] [laughs] - no: \\`q\\`";
  folder.write("talk.txt", "0:01 " + words + ".\n\n0:05 And so on.\n\n0:09 \\- item.\n");
  const auto imported = captions({"import", path_of(folder, "talk.txt"), "--no-audio"});
  REQUIRE(imported.exit_code == 0);
  folder.write("talk.md", imported.out);
  CAPTURE(imported.out);
  const auto before = heard({path_of(folder, "talk.txt"), "--no-audio"});
  CHECK(heard({path_of(folder, "talk.md"), "--no-audio"}).words == before.words);
}
