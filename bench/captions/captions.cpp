// bench_captions FILE...: what the optimisation of captions is worth. Pages become captions twice,
// by the optimisation and by a greedy splitter as most tools have it, on the same words with the
// same times: from the MP3 of the page's name beside it, or where there is none from the stamps
// alone. Other people's .vtt and .srt files are measured beside them.
#include <fmt/format.h>

#include <ctime>
#include <filesystem>
#include <iostream>
#include <optional>
#include <string>
#include <vector>

#include "align/silence_aligner.h"
#include "align/sound_aligner.h"
#include "base/atomic_file.h"
#include "base/unicode.h"
#include "caption/compose.h"
#include "caption/stats.h"
#include "cmos/stats.h"
#include "episode/episode.h"
#include "format/srt.h"
#include "format/webvtt.h"
#include "media/audio.h"
#include "speech/speech_model.h"

namespace {

using cmos::Cues;
using cmos::Style;

constexpr std::size_t kLargestFile = 100'000'000;
constexpr Style kStyle = cmos::kStyles[0];

// Fills each line as far as words fit, two lines a cue, a new cue for each turn, from the first
// word's start to the last one's end.
class GreedySplitter {
 public:
  Cues split(const cmos::Episode& episode, const cmos::Alignment& alignment) {
    for (const auto& turn : episode.turns) {
      const auto& speaker = episode.speakers[turn.speaker].name;
      begin_cue(speaker);
      for (auto i = turn.first_word; i < turn.end_word; ++i) {
        add({episode.words[i].text, alignment.words[i].time}, speaker);
      }
    }
    return std::move(cues_);
  }

 private:
  void begin_cue(const std::string& speaker) { cues_.push_back({{}, {{speaker, "", {}}}}); }

  void add(const cmos::CueWord& word, const std::string& speaker) {
    const auto& text = cues_.back().lines.back().text;
    const auto width = cmos::count_graphemes(text) + 1 + cmos::count_graphemes(word.text);
    if (!text.empty() && width > kStyle.width) {
      if (cues_.back().lines.size() == kStyle.lines) {
        begin_cue(speaker);
      } else {
        cues_.back().lines.push_back({speaker, "", {}});
      }
    }
    auto& cue = cues_.back();
    auto& line = cue.lines.back();
    if (cue.lines.size() == 1 && line.words.empty()) cue.time.start = word.time.start;
    cue.time.end = word.time.end;
    line.text += (line.text.empty() ? "" : " ") + word.text;
    line.words.push_back(word);
  }

  Cues cues_;
};

// All cues of several episodes, one after the other.
void append(Cues& all, const Cues& cues) {
  const auto offset = all.empty() ? cmos::Time(0) : all.back().time.end + std::chrono::hours(1);
  for (auto cue : cues) {
    cue.time = {cue.time.start + offset, cue.time.end + offset};
    for (auto& line : cue.lines) {
      for (auto& word : line.words) {
        word.time = {word.time.start + offset, word.time.end + offset};
      }
    }
    all.push_back(std::move(cue));
  }
}

cmos::StatsReport report(std::string name, Cues cues) {
  auto stats = cmos::measure_captions(cues, kStyle, "en", 0);
  return {std::move(name), std::move(cues), {}, std::move(stats)};
}

cmos::Alignment align(const cmos::Episode& episode, const std::filesystem::path& page) {
  static const auto model = cmos::load_speech_model({}, "en");
  const auto source = cmos::open_file_source(std::filesystem::path(page).replace_extension(".mp3"));
  if (source) {
    const auto* speech = model && *model ? &**model : nullptr;
    const auto heard = cmos::align_sound(episode, **source, speech);
    if (heard) return heard->alignment;
  }
  return cmos::align_by_silence(episode, std::nullopt);
}

struct Bench {
  std::vector<cmos::StatsReport> reports;
  Cues ours;
  Cues greedy;
  std::clock_t composing = 0;
  cmos::Time spoken{0};

  void page(const std::filesystem::path& path, const std::string& text) {
    const auto name = path.stem().string();
    const auto episode = cmos::parse_episode({name, text}).value;
    const auto alignment = align(episode, path);
    const auto begin = std::clock();
    const auto optimised = cmos::compose_captions(episode, alignment, {});
    composing += std::clock() - begin;
    if (!optimised.empty()) spoken += optimised.back().time.end;
    const auto split = GreedySplitter().split(episode, alignment);
    reports.push_back(report(name + ": optimised", optimised));
    reports.push_back(report(name + ": greedy", split));
    append(ours, optimised);
    append(greedy, split);
  }

  void captions(const std::filesystem::path& path, const std::string& text) {
    const auto read = path.extension() == ".srt" ? cmos::read_srt(text, path.string())
                                                 : cmos::read_webvtt(text, path.string());
    reports.push_back(report(path.filename().string(), read.value.cues));
  }
};

}  // namespace

int main(int argc, char** argv) {
  Bench bench;
  for (const std::filesystem::path path : std::vector<std::string>(argv + 1, argv + argc)) {
    const auto text = cmos::read_file(path, kLargestFile);
    if (!text) {
      std::cerr << path.string() << ": " << text.error().message << '\n';
      return 1;
    }
    if (path.extension() == ".vtt" || path.extension() == ".srt") {
      bench.captions(path, *text);
    } else {
      bench.page(path, *text);
    }
  }
  bench.reports.push_back(report("all pages: optimised", bench.ours));
  bench.reports.push_back(report("all pages: greedy", bench.greedy));
  std::cout << cmos::write_stats_table(bench.reports);
  if (bench.spoken > cmos::Time(0)) {
    fmt::print("composing: {:.2f} ms a minute of speech\n",
               6e7 * static_cast<double>(bench.composing) / CLOCKS_PER_SEC /
                   static_cast<double>(bench.spoken.count()));
  }
}
