// Sound that is not just what the page says: the sample's, cut and joined in other ways. Whatever
// differs, every word that is heard lies where it is heard.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cctype>
#include <cmath>
#include <functional>
#include <nlohmann/json.hpp>
#include <regex>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "sample_folder.h"
#include "support/truth.h"

namespace {

using Catch::Matchers::Contains;

struct Word {
  std::string text;
  double start;  // Seconds.
  double confidence;
};

// The sample's sound, which is [0:a] of the filters, becomes what they make of it.
void change_sound(const SampleFolder& folder, const std::string& filters) {
  const auto old = folder.path() / "old.mp3";
  std::filesystem::rename(folder.mp3(), old);
  const auto result = run({"ffmpeg", "-nostdin", "-loglevel", "error", "-i", old, "-filter_complex",
                           filters, "-b:a", "128k", folder.mp3()});
  if (result.exit_code != 0) throw std::runtime_error("ffmpeg: " + result.err);
}

// What the filters join: stretches of the sample's sound, each "FROM:TO" in seconds, one after the
// other.
std::string joined(const std::vector<std::string>& stretches) {
  const auto count = std::to_string(stretches.size());
  std::string filters = "[0:a]asplit=" + count;
  std::string cuts;
  std::string labels;
  for (std::size_t i = 0; i < stretches.size(); ++i) {
    const auto name = std::to_string(i);
    filters += "[a" + name + "]";
    cuts += ";[a" + name + "]atrim=" + stretches[i] + ",asetpts=PTS-STARTPTS[b" + name + "]";
    labels += "[b" + name + "]";
  }
  return filters + cuts + ";" + labels + "concat=n=" + count + ":v=0:a=1";
}

std::vector<Word> words_of(const std::filesystem::path& page) {
  const auto result = captions({"make", "-q", "-f", "words", "-o", "-", page});
  REQUIRE(result.exit_code == 0);
  const auto json = nlohmann::json::parse(result.out);
  std::vector<Word> words;
  for (const auto& word : json.at("words")) {
    words.push_back({word.at("text"), word.at("start"), word.at("confidence")});
  }
  return words;
}

// Where the sample's words are heard now, by where they were; nothing if they are not.
using Place = std::function<std::vector<double>(double)>;

// How many of the words that are heard lie within 50 ms of a place of theirs.
double share_in_place(const std::vector<Word>& words, const Place& place) {
  const auto truth =
      cmos::read_truth(std::filesystem::path(CMOS_SAMPLES) / "episode.words.truth.json");
  REQUIRE(words.size() == truth.words.size());
  int heard = 0;
  int near = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!truth.words[i].start) continue;
    const auto places = place(static_cast<double>(truth.words[i].start->count()) / 1000);
    if (places.empty()) continue;
    ++heard;
    near += std::ranges::any_of(places,
                                [&](double at) { return std::abs(words[i].start - at) <= 0.05; })
                ? 1
                : 0;
  }
  return static_cast<double>(near) / heard;
}

// What make says of a page, without what the front matter says of its MP3.
std::string findings(const std::filesystem::path& page) {
  return captions({"make", "-f", "text", "-o", "-", page}).err;
}

// With the page's stamps, and without any.
void check_share(const SampleFolder& folder, const Place& place) {
  CHECK(share_in_place(words_of(folder.page()), place) >= 0.97);
  folder.write("plain.md",
               std::regex_replace(content_of(folder.page()), std::regex(R"(\[\d+:\d\d\] )"), ""));
  CHECK(share_in_place(words_of(folder.path() / "plain.md"), place) >= 0.97);
}

}  // namespace

TEST_CASE("a clip of later speech at the start moves no word", "[long]") {
  const SampleFolder folder;
  change_sound(folder, joined({"60:75", "0:200"}));
  check_share(folder, [](double at) { return std::vector{at + 15}; });
  CHECK_THAT(findings(folder.path() / "plain.md"),
             Contains("the sound from 0:00 to 0:1") && Contains(" repeats 1:1") &&
                 Contains("[sound-without-text]\n") && !Contains("[words-not-found]"));
}

TEST_CASE("speech that is heard twice in a row moves no word") {
  const SampleFolder folder;
  change_sound(folder, joined({"0:60", "30:200"}));
  check_share(folder, [](double at) {
    if (at < 30) return std::vector{at};
    return at < 60 ? std::vector{at, at + 30} : std::vector{at + 30};
  });
}

TEST_CASE("speech that is cut out moves no other word") {
  const SampleFolder folder;
  change_sound(folder, joined({"0:60", "90:200"}));
  check_share(folder, [](double at) {
    if (at > 59.5 && at < 90) return std::vector<double>();
    return std::vector{at < 60 ? at : at - 30};
  });
  CHECK_THAT(findings(folder.path() / "plain.md"),
             Contains("are not in the sound, which goes on at 0:59 without them") &&
                 Contains("[words-not-found]\n") && !Contains("[sound-without-text]"));
  const auto cut = captions({"make", "-q", "-f", "srt,text", folder.path() / "plain.md"});
  CHECK(cut.exit_code == 0);
  CHECK_THAT(content_of(folder.path() / "plain.txt"), Contains("forget to listen"));
  CHECK_THAT(content_of(folder.path() / "plain.srt"), !Contains("forget to listen"));
}

TEST_CASE("the sound of another page that was given is told with that page") {
  const SampleFolder folder;
  const auto page = content_of(folder.page());
  const auto begin = page.find("[transcript]\n") + std::string("[transcript]\n").size();
  const auto end = page.find("[/transcript]");
  std::istringstream words(page.substr(begin, end - begin));
  std::string nonsense = "[oskar host1 Oskar]\n\n[00:01] oskar: ";
  for (std::string word; words >> word;) {
    std::erase_if(word, [](char c) { return std::isalpha(static_cast<unsigned char>(c)) == 0; });
    nonsense += std::string(word.rbegin(), word.rend()) + ' ';
  }
  folder.write("wrong.md", page.substr(0, begin) + "\n" + nonsense + "\n\n" + page.substr(end));
  const auto wrong = folder.path() / "wrong.md";
  for (const std::string command : {"make", "check"}) {
    const auto together = captions({command, wrong, folder.page()});
    CHECK_THAT(together.err + together.out,
               Contains(": it says something else and is the text of " + folder.page().string() +
                        " [sound-of-another-page]\n"));
    const auto alone = captions({command, wrong});
    CHECK(alone.exit_code == 1);
    CHECK_THAT(alone.err + alone.out,
               Contains(": it says something else [sound-of-another-page]\n"));
  }
}

TEST_CASE("words over a muted place are shown if they are asked for") {
  const SampleFolder folder;
  change_sound(folder, "[0:a]volume=0:enable='between(t,60,90)'");
  const auto shown_with = [&](const std::string& unspoken) {
    const auto result =
        captions({"make", "-q", "-f", "srt", "-o", "-", "--unspoken", unspoken, folder.page()});
    CHECK(result.exit_code == 0);
    return result.out;
  };
  CHECK_THAT(shown_with("hide"), !Contains("forget"));
  CHECK_THAT(shown_with("show"), Contains("forget"));
  const auto wrong = captions({"make", "--unspoken", "maybe", folder.page()});
  CHECK(wrong.exit_code == 2);
}

TEST_CASE("sound that says something else is an error and nothing is written unless forced",
          "[long]") {
  const SampleFolder folder;
  change_sound(folder, "[0:a]areverse,atrim=0:50");
  const auto page = content_of(folder.page());
  const auto before = folder.files();
  for (const std::vector<std::string>& command :
       {std::vector<std::string>{"make"}, {"fix"}, {"check"}, {"upload", "--offline"}}) {
    CAPTURE(command.front());
    auto arguments = command;
    arguments.push_back(folder.page());
    const auto refused = captions(arguments);
    CHECK(refused.exit_code == 1);
    CHECK_THAT(refused.err + refused.out, Contains(" % of the words are found in the sound") &&
                                              Contains("[sound-of-another-page]\n") &&
                                              !Contains("[words-not-found]"));
    CHECK(folder.files() == before);
    CHECK(content_of(folder.page()) == page);
  }
  const auto forced = captions({"make", "--force", folder.page()});
  CHECK(forced.exit_code == 0);
  CHECK_THAT(forced.err, Contains("warning: ") && Contains("[sound-of-another-page]\n"));
  CHECK(folder.files().size() == before.size() + 1);
}

TEST_CASE("a few words that nobody says become no captions, and those that are said do") {
  const SampleFolder folder;
  change_sound(folder, "[0:a]atrim=0:6.6,aformat=sample_rates=44100:channel_layouts=mono");
  const auto captions_of = [&](const std::string& words) {
    folder.write("words.txt", words + "\n");
    return captions({path_of(folder, "words.txt"), "--audio", folder.mp3(), "-f", "srt"});
  };
  const auto before = folder.files().size() + 1;
  for (const std::string wrong :
       {"Unrelated blueberry pancakes.", "My neighbour bought seventeen umbrellas yesterday.",
        "Potatoes grow under the ground, and nobody has ever asked them whether they like it "
        "there."}) {
    CAPTURE(wrong);
    const auto refused = captions_of(wrong);
    CHECK(refused.exit_code == 1);
    CHECK_THAT(refused.err, Contains("words.txt:1:1: error: none of the words is surely heard in "
                                     "the sound: it says something else [sound-of-another-page]"));
    CHECK(folder.files().size() == before);
  }
  for (const std::string right :
       {"Hello, and welcome.", "a very short episode",
        "Hello, and welcome to a very short episode. I'm Oskar, and I'm not a real person."}) {
    CAPTURE(right);
    const auto written = captions_of(right);
    CAPTURE(written.err);
    CHECK(written.exit_code == 0);
    CHECK(folder.files().size() == before + 1);
    std::filesystem::remove(folder.path() / "words.srt");
  }
}

TEST_CASE(
    "three words that nobody says in two minutes are refused, and written if somebody insists") {
  const SampleFolder folder;
  folder.write("words.txt", "Unrelated blueberry pancakes.\n");
  const auto refused = captions({path_of(folder, "words.txt"), "--audio", folder.mp3()});
  CHECK(refused.exit_code == 1);
  CHECK_THAT(refused.err, Contains("error: none of the words is surely heard in the sound"));
  const auto forced =
      captions({path_of(folder, "words.txt"), "--audio", folder.mp3(), "--force", "-f", "srt"});
  CHECK(forced.exit_code == 0);
}
