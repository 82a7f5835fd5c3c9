#include "corrections/apply.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>
#include <utility>

#include "base/ascii.h"
#include "corrections/find_quote.h"
#include "corrections/page_text.h"
#include "episode/word_texts.h"

namespace cmos {

namespace {

// The first word that is said then or later.
std::size_t boundary_of(const KnownTime& known) {
  return known.word + (known.is_end ? 1 : 0);
}

bool contradict(const KnownTime& a, const KnownTime& b) {
  if (a.word == b.word && a.is_end == b.is_end) return a.time != b.time;
  if (boundary_of(a) == boundary_of(b)) return a.is_end ? a.time > b.time : a.time < b.time;
  return boundary_of(a) < boundary_of(b) ? a.time >= b.time : a.time <= b.time;
}

class Applier {
 public:
  Applier(const Page& file, const Page& spoken, const Page& declaring, Episode& episode)
      : file_(file),
        spoken_(spoken),
        declaring_(declaring),
        episode_(episode),
        text_(texts_of(episode)) {}

  Diagnostics apply(std::vector<Correction>& corrections) && {
    for (const auto& correction : corrections) {
      if (!correction.text.empty())
        corrected_texts_.emplace_back(correction.words, correction.text);
    }
    for (auto& correction : corrections) {
      if (correction.words.empty()) {
        offer_chapter(correction);
      } else {
        correct_words(correction);
      }
    }
    keep_rising();
    return std::move(diagnostics_);
  }

 private:
  // Of a correction that is left out.
  void leave_out(RuleName rule, std::size_t offset, std::string message) {
    diagnostics_.push_back(
        make_diagnostic(rule, file_.name, file_.lines.position(offset), std::move(message)));
  }

  // What the page is to have; other forms than pages are not edited.
  void offer(const Page& page, SourceSpan source, std::string text, std::string_view what) {
    const bool is_page = episode_.form == TranscriptFormat::page || &page == &declaring_;
    if (page.text.compare(source.begin, source.end - source.begin, text) == 0) return;
    diagnostics_.push_back(make_diagnostic(
        "correction-pending", page.name, page.lines.position(source.begin),
        fmt::format("{} is corrected, but not here; run `cmos-captions fix`, or mend it", what),
        is_page ? std::vector<Edit>{{source, std::move(text)}} : std::vector<Edit>()));
  }

  void correct_words(Correction& correction) {
    const auto& [fate, place] = find_place(correction);
    if (fate != QuoteFate::found) {
      const bool is_lost = fate == QuoteFate::lost;
      return leave_out(
          is_lost ? RuleName("correction-stale") : RuleName("correction-doubtful"),
          correction.offset,
          fmt::format(
              "\"{}\" is {} (the correction is left out); {}", correction.words,
              is_lost ? "not here any more" : "here more than once",
              is_lost ? "correct it anew, or remove it" : "write more of what is around it"));
    }
    correction.first_word = place;
    const auto last = place + split_words(correction.words).size() - 1;
    const bool is_cue = correction.is_cue;
    if (correction.start) know({place, false, *correction.start, is_cue}, correction);
    if (correction.end) know({last, true, *correction.end, is_cue}, correction);
    if (is_cue) episode_.known_cues.push_back({place, last + 1});
    for (auto word = place; correction.is_right && word <= last; ++word) {
      episode_.words[word].is_right = true;
    }
    if (!correction.speaker.empty()) correct_speaker(correction);
  }

  // Where the words are, or, once the page has it, what they were corrected to.
  FoundQuote find_place(Correction& correction) {
    const auto& [words, before, after] =
        std::tie(correction.words, correction.before, correction.after);
    const auto& text = correction.text;
    auto found = text_.find(words, before, after);
    if (found.fate == QuoteFate::lost && text.empty()) {
      const auto renewed = with_corrected_texts(words);
      found = text_.find(renewed, before, after);
      if (found.fate == QuoteFate::found) correction.words = renewed;
    }
    if (text.empty()) return found;
    if (found.fate == QuoteFate::found) {
      correct_text(correction, found.first_word);
      return found;
    }
    const auto corrected = text_.find(text, before, after);
    if (corrected.fate != QuoteFate::found) return found;
    correction.words = text;
    return corrected;
  }

  // A quote as it is once the page has what else is corrected.
  std::string with_corrected_texts(const std::string& quote) const {
    auto text = " " + quote + " ";
    for (const auto& [old, corrected] : corrected_texts_) {
      const auto wanted = " " + old + " ";
      for (auto at = text.find(wanted); at != std::string::npos;
           at = text.find(wanted, at + corrected.size() + 1)) {
        text.replace(at + 1, old.size(), corrected);
      }
    }
    return text.substr(1, text.size() - 2);
  }

  void correct_text(const Correction& correction, std::size_t place) {
    const auto old = split_words(correction.words);
    const auto corrected = split_words(correction.text);
    if (old.size() == corrected.size()) {
      for (std::size_t i = 0; i < old.size(); ++i) correct_word(place + i, corrected[i]);
      return;
    }
    const SourceSpan source{episode_.words[place].source.begin,
                            episode_.words[place + old.size() - 1].source.end};
    const auto bytes = spoken_.text.substr(source.begin, source.end - source.begin);
    if (bytes.find_first_of("\n[<") == std::string::npos) {
      offer(spoken_, source, as_speech(correction.text), fmt::format("\"{}\"", correction.words));
    } else {
      leave_out("correction-conflict", correction.offset,
                fmt::format("\"{}\" has markup or a line's end inside; mend it in the page",
                            correction.words));
    }
  }

  void correct_word(std::size_t at, std::string_view text) {
    auto& word = episode_.words[at];
    if (word.text == text) return;
    offer(spoken_, word.source, as_speech(text), fmt::format("\"{}\"", word.text));
    word.text = text;
  }

  void correct_speaker(const Correction& correction) {
    const auto& speakers = episode_.speakers;
    auto speaker = std::ranges::find(speakers, correction.speaker, &Speaker::id);
    if (speaker == speakers.end()) {
      speaker = std::ranges::find(speakers, correction.speaker, &Speaker::name);
    }
    if (speaker == speakers.end()) {
      return leave_out("correction-conflict", correction.offset,
                       fmt::format("nobody is called {} here (the correction is left out); write "
                                   "an ID of the page",
                                   correction.speaker));
    }
    const auto turn = std::ranges::upper_bound(episode_.turns, *correction.first_word, {},
                                               [](const Turn& each) { return each.end_word; });
    const auto index = static_cast<std::size_t>(speaker - speakers.begin());
    if (turn == episode_.turns.end() || turn->speaker == index) return;
    turn->speaker = index;
    if (turn->speaker_source != SourceSpan{}) {
      offer(spoken_, turn->speaker_source, speaker->id, "who speaks here");
    }
  }

  void offer_chapter(const Correction& correction) {
    for (const auto& chapter : episode_.chapters) {
      const bool is_new = !correction.title.empty() && chapter.title == correction.title;
      if (chapter.title != correction.chapter && !is_new) continue;
      if (!correction.title.empty() && !is_new) {
        offer(declaring_, chapter.title_source, as_scalar(correction.title), "the chapter's title");
      }
      if (correction.time && *correction.time != chapter.time) {
        offer(declaring_, chapter.time_source, as_clock(*correction.time), "the chapter's time");
      }
    }
    for (const auto& heading : episode_.headings) {
      if (heading.text != correction.chapter || correction.title.empty()) continue;
      const std::string marks(static_cast<std::size_t>(heading.level), '#');
      offer(spoken_, heading.source, marks + " " + as_speech(correction.title), "the heading");
    }
  }

  void know(KnownTime known, const Correction& correction) {
    known_.push_back({known, correction.offset});
    episode_.words[known.word].is_right = true;
  }

  struct Known {
    KnownTime time;
    std::size_t offset;
  };

  // Times that contradict one another tell nothing: both are left out.
  void keep_rising() {
    std::ranges::stable_sort(known_, {}, [](const Known& known) {
      return std::pair(known.time.word, known.time.is_end);
    });
    auto& kept = episode_.known_times;
    for (const auto& [time, offset] : known_) {
      const bool is_refuted = std::ranges::any_of(
          known_, [&](const Known& other) { return contradict(time, other.time); });
      if (is_refuted) {
        leave_out("correction-conflict", offset,
                  "another correction says that this is earlier or later (both are left out); "
                  "remove one of them");
      } else if (kept.empty() || kept.back().word != time.word ||
                 kept.back().is_end != time.is_end) {
        kept.push_back(time);
      } else {
        kept.back().is_cue_edge |= time.is_cue_edge;
      }
    }
  }

  const Page& file_;
  const Page& spoken_;
  const Page& declaring_;
  Episode& episode_;
  const QuotedText text_;  // Before anything is corrected.
  std::vector<std::pair<std::string, std::string>> corrected_texts_;  // Old and new.
  std::vector<Known> known_;
  Diagnostics diagnostics_;
};

}  // namespace

Diagnostics apply_corrections(std::vector<Correction>& corrections, const Page& file,
                              const Page& spoken, const Page& declaring, Episode& episode) {
  return Applier(file, spoken, declaring, episode).apply(corrections);
}

}  // namespace cmos
