// write_hard_captions FOLDER: writes captions that are hard to get right in every format, and
// expected.json, which says for each file what a reader has to find in it:
// {"hard.vtt":[{"start":ms,"end":ms,"lines":[{"speaker","text"}]}]}.
#include <exception>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>

#include "caption/compose.h"
#include "cmos/chapter.h"
#include "format/chapters_vtt.h"
#include "format/html.h"
#include "format/karaoke.h"
#include "format/srt.h"
#include "format/transcript_json.h"
#include "format/transcript_vtt.h"
#include "format/webvtt.h"
#include "format/words_json.h"
#include "support/spoken_episode.h"

namespace {

using cmos::Cues;
using nlohmann::json;

// Made by hand.
Cues hard_cues() {
  using std::chrono_literals::operator""ms;
  const std::string rtl = "\u05D3\u05DF \u05DB\u05D4\u05DF";
  return {
      {{0ms, 1ms}, {{"Jan & <Marcus>", "The shortest cue", {}}}},
      {{1000ms, 2500ms},
       {{"Jan & <Marcus>", "1 < 2 && c > d", {}}, {"Jan & <Marcus>", "R&D; &amp;", {}}}},
      {{2500ms, 4000ms},
       {{"Ada \"Countess\" O'Neil", "-Is it List<String>?", {}}, {rtl, "-\u05DB\u05DF!", {}}}},
      {{4000ms, 5000ms},
       {{rtl, "\u05E9\u05DC\u05D5\u05DD \u05E2\u05D5\u05DC\u05DD, C++ \u05D5-Perl.", {}}}},
      {{5000ms, 6000ms},
       {{"\u0639\u0644\u064A", "\u0645\u0631\u062D\u0628\u0627 \u0628\u0643\u0645\u061F", {}}}},
      {{6000ms, 7000ms}, {{"\U0001F469\u200D\U0001F4BB", "\U0001F600 e\u0301 \u4E2D\u6587", {}}}},
      {{7000ms, 8000ms}, {{"Ada", std::string(300, 'w'), {}}, {"Ada", "and so on", {}}}},
      {{8000ms, 9000ms}, {{"Ada", "WEBVTT", {}}, {"Ada", "{x} 5.24 [laughs]", {}}}},
      {{359998000ms, 359999000ms}, {{"Ada", "After almost a hundred hours.", {}}}},
  };
}

// Speech whose names and words are as hard.
SpokenEpisode hard_episode() {
  SpokenEpisode spoken;
  spoken.sentence_rest = 60;
  spoken.episode.title = "Hard & <speech>";
  spoken.episode.youtube_id = {"6cmmK7Gsr7A", {}};
  spoken.turn("Jan & <Marcus>", "Hi there, \u201CAda\u201D, this is R&D, i.e. a < b --> c. Right?")
      .turn("Ada", "Yes.")
      .turn("Jan & <Marcus>",
            "Good.\n\nSee https://example.com/" + std::string(90, 'a') + "/?a=1&b=2 for it.")
      .turn("\u05D3\u05DF",
            "\u05E9\u05DC\u05D5\u05DD \u05E2\u05D5\u05DC\u05DD, \u05D6\u05D4 "
            "\u05DE\u05D1\u05D7\u05DF \u05E9\u05DC \u05DB\u05EA\u05D5\u05D1\u05D9\u05D5\u05EA.")
      .turn("Ada", "\U0001F600 [laughs] " + std::string(300, 'w') + " C++ and List<String>.")
      .rest(cmos::Time(3000));
  return spoken;
}

json to_json(const Cues& cues, bool one_line, bool named) {
  json result = json::array();
  for (const auto& cue : cues) {
    json lines = json::array();
    for (const auto& line : cue.lines) {
      if (one_line && !lines.empty()) {
        lines[0]["text"] = lines[0]["text"].get<std::string>() + " " + line.text;
      } else {
        const bool is_label_alone = line.label > 0 && line.label == line.text.size();
        lines.push_back(
            {{"speaker", named && !is_label_alone ? line.speaker : ""}, {"text", line.text}});
      }
    }
    result.push_back(
        {{"start", cue.time.start.count()}, {"end", cue.time.end.count()}, {"lines", lines}});
  }
  return result;
}

Cues without_dialogues(Cues cues) {
  std::erase_if(cues, [](const cmos::Cue& cue) {
    return cue.lines.front().speaker != cue.lines.back().speaker;
  });
  return cues;
}

// SRT shows "-->" as an arrow.
Cues with_arrows(Cues cues) {
  for (auto& cue : cues) {
    for (auto& line : cue.lines) {
      const auto at = line.text.find("-->");
      if (at != std::string::npos) line.text.replace(at, 3, "\u2192");
    }
  }
  return cues;
}

// A chapter for each cue.
cmos::Chapters as_chapters(const Cues& cues) {
  cmos::Chapters chapters;
  for (const auto& cue : cues) {
    std::string title;
    for (const auto& line : cue.lines) title += (title.empty() ? "" : " ") + line.text;
    chapters.push_back(
        {cue.time, title, "https://example.org/?a=\"&b", "https://example.org/x.png"});
  }
  return chapters;
}

class Folder {
 public:
  explicit Folder(std::filesystem::path path) : path_(std::move(path)) {
    std::filesystem::create_directories(path_);
  }

  void write(const std::string& name, const std::string& content, const json& expected) {
    if (!(std::ofstream(path_ / name, std::ios::binary) << content << std::flush)) {
      throw std::runtime_error("cannot write " + name);
    }
    if (!expected.is_null()) expected_[name] = expected;
  }

  void finish() { write("expected.json", expected_.dump(1), {}); }

 private:
  std::filesystem::path path_;
  json expected_;
};

void write_all(Folder& folder) {
  const auto cues = hard_cues();
  folder.write("hard.vtt", cmos::write_webvtt(cues), to_json(cues, false, true));
  folder.write("hard.srt", cmos::write_srt(cues), to_json(cues, false, false));
  const auto single = without_dialogues(cues);
  folder.write("hard.transcript.vtt", cmos::write_transcript_vtt(single),
               to_json(single, true, true));
  folder.write("hard.transcript.json", cmos::write_transcript_json(single),
               to_json(single, true, true));

  const auto chapters = as_chapters(single);
  folder.write("hard.chapters.vtt", cmos::write_chapters_vtt(chapters),
               to_json(single, true, false));
  folder.write("hard.chapters.json", cmos::write_chapters_json(chapters), {});

  const auto spoken = hard_episode();
  const auto compose = [&](const char* style, cmos::SpeakerLabels labels) {
    return cmos::compose_captions(spoken.episode, spoken.alignment,
                                  {*cmos::find_style(style), labels});
  };
  const auto captions = compose("netflix", cmos::SpeakerLabels::none);
  const auto labelled = compose("netflix", cmos::SpeakerLabels::change);
  const auto podcast = compose("podcast", cmos::SpeakerLabels::none);
  folder.write("spoken.vtt", cmos::write_webvtt(captions), to_json(captions, false, true));
  folder.write("labelled.vtt", cmos::write_webvtt(labelled), to_json(labelled, false, true));
  folder.write("spoken.karaoke.vtt", cmos::write_karaoke(labelled), to_json(labelled, false, true));
  folder.write("spoken.srt", cmos::write_srt(labelled),
               to_json(with_arrows(labelled), false, false));
  folder.write("spoken.transcript.vtt", cmos::write_transcript_vtt(podcast),
               to_json(podcast, true, true));
  folder.write("spoken.transcript.json", cmos::write_transcript_json(podcast),
               to_json(podcast, true, true));
  folder.write("spoken.words.json", cmos::write_words_json(spoken.episode, spoken.alignment), {});
  folder.write("spoken.transcript.html", cmos::write_html(spoken.episode, spoken.alignment), {});
  folder.finish();
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  try {
    Folder folder(argv[1]);
    write_all(folder);
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return 1;
  }
}
