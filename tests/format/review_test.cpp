#include "format/review.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <pugixml.hpp>

#include "format/svg.h"
#include "support/spoken_episode.h"

using namespace std::chrono_literals;
using Catch::Matchers::Contains;

namespace {

// "Aaa bbb ccc ddd." on line 3 of a page.
struct Reviewed {
  Reviewed() : page("page.md", "---\n---\nAaa bbb ccc ddd.\n") {
    spoken.episode.title = "T";
    spoken.turn("A", "Aaa bbb ccc ddd.");
    for (std::size_t i = 0; i < 4; ++i) {
      spoken.episode.words[i].source = {8 + 4 * i, 11 + 4 * i};
      spoken.alignment.words[i].confidence = 0.98F;
    }
  }

  std::string html() const {
    return cmos::write_review({{spoken.episode, spoken.alignment, {}, chapters, nullptr, {"x.mp3"}},
                               page,
                               findings,
                               peaks});
  }

  std::vector<std::string> items() const {
    std::vector<std::string> found;
    const auto text = html();
    for (auto at = text.find("<li class=\"cmos-"); at != std::string::npos;
         at = text.find("<li class=\"cmos-", at + 1)) {
      found.push_back(text.substr(at, text.find("</li>", at) - at));
    }
    return found;
  }

  SpokenEpisode spoken;
  cmos::Page page;
  cmos::Chapters chapters;
  cmos::Diagnostics findings;
  std::vector<std::uint8_t> peaks;
};

nlohmann::json review_data_of(const std::string& html) {
  const std::string begin = "class=\"cmos-data\">";
  const auto at = html.find(begin) + begin.size();
  return nlohmann::json::parse(html.substr(at, html.find("</script>", at) - at));
}

}  // namespace

TEST_CASE("findings of a review are the worst first and lead to their time") {
  Reviewed review;
  review.spoken.alignment.words[1].confidence = 0.2F;
  review.spoken.alignment.words[2].confidence = 0.4F;
  review.findings = {
      cmos::make_diagnostic("mp3-size-missing", "page.md", std::nullopt, "a note"),
      cmos::make_diagnostic("mp3-damaged", "x.mp3", std::nullopt, "a <b>warning</b>"),
      cmos::make_diagnostic("mp3-missing", "page.md", {{3, 5}}, "an error")};
  review.findings[1].heard = cmos::Interval{62s, 63s};
  const auto items = review.items();
  REQUIRE(items.size() == 4);
  const auto& words = review.spoken.alignment.words;
  CHECK_THAT(items[0], Contains("Error") && Contains("line 3: an error") &&
                           Contains("data-end=\"" + std::to_string(words[1].time.end.count())));
  CHECK_THAT(items[1], Contains("href=\"#t=62\" data-end=\"63000\">1:02") &&
                           Contains("a &lt;b&gt;warning&lt;/b&gt;"));
  CHECK_THAT(items[2],
             Contains("Doubtful") && Contains("bbb ccc") && Contains("30 % sure") &&
                 Contains("data-end=\"" + std::to_string(words[2].time.end.count()) + "\""));
  CHECK_THAT(items[3], Contains("Note") && Contains("mp3-size-missing") && !Contains("<a"));
}

TEST_CASE("a review tells how sure each word is") {
  Reviewed review;
  review.spoken.alignment.words[0].confidence = std::nullopt;
  review.spoken.alignment.words[1].confidence = 1.0F;
  review.spoken.alignment.words[2].confidence = 0.0F;
  review.spoken.alignment.words[3].confidence = 0.57F;
  CHECK_THAT(review.html(), Contains(" data-c=\"-905\""));
}

TEST_CASE("a review's waveform is the largest of each few peaks and no more than fit") {
  Reviewed review;
  review.peaks.assign(360000, 1);
  review.peaks[12] = 200;
  auto wave = review_data_of(review.html())["wave"];
  CHECK(wave["step"] == 0.05);
  CHECK(wave["peaks"].get<std::string>().size() == 96000);
  CHECK(wave["peaks"].get<std::string>().substr(0, 4) == "AQHI");  // 1, 1, 200
  review.peaks = {255, 0};
  wave = review_data_of(review.html())["wave"];
  CHECK(wave["step"] == 0.01);
  CHECK(wave["peaks"] == "/wA=");
}

TEST_CASE("a picture of chapters is XML whatever their titles are") {
  Reviewed review;
  review.spoken.episode.title = "<T> & \"x\"";
  const cmos::Chapters chapters = {{{0s, 30s}, "</svg><script>alert(1)</script>", "", ""},
                                   {{30s, 60s}, "\u202eSecond & last", "", ""}};
  const std::vector<std::uint8_t> peaks(6000, 100);
  const auto svg = cmos::write_svg(review.spoken.episode, chapters, 60s, peaks);
  pugi::xml_document document;
  REQUIRE(document.load_string(svg.c_str()));
  const auto root = document.child("svg");
  CHECK(std::string(root.child("title").text().get()).starts_with("<T> & \"x\": waveform, 1:00"));
  CHECK(root.child("script").empty());
  const auto second = root.child("g").next_sibling("g");
  CHECK(second.child("text").text().get() == std::string("\u202eSecond & last"));
  CHECK(second.child("path").attribute("d").value() == std::string("M500.0 22V164"));
}

TEST_CASE("a picture without sound or chapters is one all the same") {
  Reviewed review;
  pugi::xml_document document;
  CHECK(document.load_string(cmos::write_svg(review.spoken.episode, {}, 0s, {}).c_str()));
}

TEST_CASE("a review page has the corrections that were made before and where their words are") {
  Reviewed review;
  cmos::Correction correction{};
  correction.words = "bbb";
  correction.text = "</script>";
  correction.start = 1500ms;
  correction.first_word = 1;
  const std::vector<cmos::Correction> corrections{correction};
  const auto html = cmos::write_review(
      {{review.spoken.episode, review.spoken.alignment, {}, review.chapters, nullptr, {"x.mp3"}},
       review.page,
       review.findings,
       review.peaks,
       corrections,
       "t.corrections.yaml"});
  const auto data = review_data_of(html);
  CHECK(data["file"] == "t.corrections.yaml");
  CHECK(data["ids"] == nlohmann::json::parse(R"([["A", "A"]])"));
  REQUIRE(data["corrections"].size() == 1);
  CHECK(data["corrections"][0] ==
        nlohmann::json{{"words", "bbb"}, {"text", "</script>"}, {"start", 1500}, {"first", 1}});
}
