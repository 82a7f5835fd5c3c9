#include "cmos/retime.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>
#include <vector>

#include "api/output_record.h"
#include "base/atomic_file.h"
#include "base/diagnostic_collector.h"
#include "base/file_identity.h"
#include "base/unicode.h"
#include "caption/retime.h"
#include "episode/page_bytes.h"
#include "transcript/cue_file.h"

namespace cmos {

namespace {

using transcript::FileCue;

// A word that is as likely to lie elsewhere tells nothing.
constexpr float kSure = 0.5F;

// What was heard of one cue.
struct CueWords {
  bool begun = false;
  bool has_speech = false;
  bool has_heard = false;
  std::optional<Time> start;  // Of the first word, if it is surely heard.
  std::optional<Time> end;    // Of the last one, if it is surely heard.
};

std::vector<FileCue> cues_of(const Page& page) {
  DiagnosticCollector told_by_open(page);
  return transcript::split_cues(page.text, page::skip_byte_order_mark(page.text), told_by_open);
}

// By the places of words in the file.
std::vector<CueWords> words_of(const std::vector<FileCue>& cues, const TimedPage& timed) {
  std::vector<CueWords> found(cues.size());
  const auto& words = timed.page.episode.words;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto next = std::ranges::upper_bound(cues, words[i].source.begin, {}, &FileCue::place);
    if (next == cues.begin()) continue;
    auto& cue = found[static_cast<std::size_t>(next - cues.begin()) - 1];
    const auto& [time, confidence, is_spoken] = timed.alignment.words[i];
    const bool is_speech = !words[i].is_note && has_letter_or_digit(words[i].text);
    const bool is_sure = is_speech && is_spoken && confidence.value_or(0) >= kSure;
    if (is_sure && !cue.begun) cue.start = time.start;
    cue.end = is_sure ? std::optional(time.end) : std::nullopt;
    cue.begun = true;
    cue.has_speech = cue.has_speech || is_speech;
    cue.has_heard = cue.has_heard || is_sure;
  }
  return found;
}

bool is_unheard(const CueWords& words) {
  return words.has_speech && !words.has_heard;
}

// One line for each run of cues.
Diagnostics unheard(const std::vector<FileCue>& cues, const std::vector<CueWords>& words,
                    const Page& page) {
  Diagnostics found;
  for (std::size_t i = 0; i < cues.size();) {
    auto end = i;
    while (end < cues.size() && is_unheard(words[end])) ++end;
    if (end > i) {
      const auto count = end - i;
      found.push_back(make_diagnostic(
          "cue-unheard", page.name, page.lines.position(cues[i].place),
          fmt::format("the words of {} are not heard in the sound: {} with the cues around",
                      count == 1 ? "this cue" : fmt::format("{} cues from here on", count),
                      count == 1 ? "it moves" : "they move")));
    }
    i = std::max(end, i + 1);
  }
  return found;
}

// The text of one file in one order, heard.
struct Heard {
  std::vector<FileCue> cues;  // With the times that go with that order.
  std::vector<CueWords> words;
  Diagnostics diagnostics;

  std::size_t count() const {
    return static_cast<std::size_t>(std::ranges::count_if(words, &CueWords::has_heard));
  }
};

// Nothing is wrong with stamps that are about to be mended.
void drop_stamps(Diagnostics& diagnostics) {
  std::erase_if(diagnostics, [](const Diagnostic& diagnostic) {
    return diagnostic.rule == RuleName("stamps-shifted") ||
           diagnostic.rule == RuleName("stamp-beyond-end");
  });
}

// With no words if there is no sound to be used.
Heard hear(Captioner& captioner, EpisodePage captions) {
  Heard heard{cues_of(captions.page), {}, {}};
  constexpr std::array kFormats{Format::words};
  auto [timed, diagnostics] = captioner.time(std::move(captions), kFormats);
  heard.diagnostics = std::move(diagnostics);
  if (!timed) return heard;
  heard.words = words_of(heard.cues, *timed);
  drop_stamps(heard.diagnostics);
  std::ranges::move(unheard(heard.cues, heard.words, timed->page.page),
                    std::back_inserter(heard.diagnostics));
  return heard;
}

// The cues as they stand in the file, with the same starts in their order.
std::vector<Interval> times_in_file_order(const std::vector<FileCue>& cues) {
  std::vector<Time> starts;
  for (const auto& cue : cues) {
    if (cue.times) starts.push_back(cue.times->time.start);
  }
  std::ranges::sort(starts);
  std::vector<Interval> times;
  auto start = starts.begin();
  for (const auto& cue : cues) {
    times.emplace_back();
    if (!cue.times) continue;
    times.back() = {*start, *start + cue.times->time.length()};
    ++start;
  }
  return times;
}

// Where the cues do not stand in the order of their times, either the order or the times may be
// wrong: the sound decides.
Heard hear_in_best_order(Captioner& captioner, const EpisodePage& captions) {
  auto by_times = hear(captioner, captions);
  const auto& cues = by_times.cues;
  const bool has_unheard =
      std::ranges::any_of(by_times.words, is_unheard) || by_times.words.empty();
  if (!has_unheard || !transcript::are_out_of_order(cues)) return by_times;
  auto text = transcript::with_new_times(captions.page.text, cues, times_in_file_order(cues));
  auto reordered = captioner.open_text(captions.path, std::move(text), captions.settings).value;
  if (!reordered) return by_times;
  auto by_file = hear(captioner, std::move(*reordered));
  return by_file.count() > by_times.count() ? by_file : by_times;
}

std::vector<Interval> new_times(const Heard& heard) {
  std::vector<CueToRetime> timed;
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < heard.cues.size(); ++i) {
    const auto& times = heard.cues[i].times;
    if (!times) continue;
    timed.push_back({times->time, heard.words[i].start, heard.words[i].end});
    places.push_back(i);
  }
  const auto times = retime_cues(timed);
  std::vector<Interval> of_all(heard.cues.size());
  for (std::size_t i = 0; i < places.size(); ++i) of_all[places[i]] = times[i];
  return of_all;
}

}  // namespace

WithDiagnostics<std::optional<RetimedCaptions>> retime_captions(Captioner& captioner,
                                                                const EpisodePage& captions) {
  if (captions.has_errors) return {};
  const auto& page = captions.page;
  const auto cues = cues_of(page);
  if (cues.empty()) {
    return {std::nullopt,
            {make_diagnostic("captions-missing", page.name, std::nullopt,
                             "the file has no cues: name an SRT, WebVTT or SBV file")}};
  }
  auto heard = hear_in_best_order(captioner, captions);
  if (heard.words.empty()) return {std::nullopt, std::move(heard.diagnostics)};
  if (heard.count() == 0) {
    heard.diagnostics.push_back(
        make_diagnostic("captions-unheard", page.name, std::nullopt,
                        "none of the words is heard in the sound, so the times stay as they are"));
    return {std::nullopt, std::move(heard.diagnostics)};
  }
  const auto times = new_times(heard);
  RetimedCaptions retimed{captions.path, transcript::with_new_times(page.text, cues, times),
                          cues.size(), 0};
  for (std::size_t i = 0; i < cues.size(); ++i) {
    if (cues[i].times && cues[i].times->time != times[i]) ++retimed.moved;
  }
  return {std::move(retimed), std::move(heard.diagnostics)};
}

Result<void> write_retimed(const RetimedCaptions& captions, const std::filesystem::path& file,
                           bool force) {
  const bool is_in_place = identity_of(file) == identity_of(captions.file);
  const auto written =
      is_in_place ? replace_file(file, captions.text) : write_output(file, captions.text, force);
  if (!written) return tl::unexpected(written.error());
  return {};
}

}  // namespace cmos
