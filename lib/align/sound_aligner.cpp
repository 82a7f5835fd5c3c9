#include "align/sound_aligner.h"

#include <fmt/format.h>

#include <map>
#include <utility>

#include "align/acoustic_aligner.h"
#include "align/silence_aligner.h"
#include "align/word_phones.h"
#include "base/source_position.h"

namespace cmos {
namespace {

// Words are placed between pauses this short; docs/alignment.md has the figures.
constexpr AnalysisOptions kShortPauses{Time{100}};

// The model's lexicon with what the page adds to it.
Lexicon lexicon_of(const Episode& episode, const Lexicon& lexicon, std::string_view page,
                   const std::string& file, Diagnostics& diagnostics) {
  if (episode.pronunciations.empty()) return lexicon;
  const LineTable lines(page);
  std::map<std::string, Phones> pronunciations;
  for (const auto& [word, declared] : episode.pronunciations) {
    if (auto phones = lexicon.parse_phones(declared.value)) {
      pronunciations[word] = std::move(*phones);
    } else {
      diagnostics.push_back({Severity::warning, file, lines.position(declared.source.begin),
                             fmt::format("{} (the pronunciation of \"{}\" is left out)",
                                         phones.error().message, word),
                             "pronunciation-unknown-phone"});
    }
  }
  return lexicon.with(pronunciations);
}

Result<HeardEpisode> align_by_sound(const Episode& episode, ByteSource& source,
                                    const SpeechModel& model, std::string_view page,
                                    const std::string& file) {
  Diagnostics diagnostics;
  const Lexicon lexicon = lexicon_of(episode, model.lexicon, page, file, diagnostics);
  AcousticAligner aligner(model.sounds, episode, word_phones(episode, [&](std::string_view word) {
                            return lexicon.pronounce(word);
                          }));
  SampleSink* sink = &aligner;
  auto audio = analyze_audio(source, {&sink, 1}, kShortPauses);
  if (!audio) return tl::unexpected(audio.error());
  auto alignment = aligner.take_alignment(*audio, page, file);
  alignment.diagnostics.insert(alignment.diagnostics.begin(), diagnostics.begin(),
                               diagnostics.end());
  return HeardEpisode{std::move(*audio), std::move(alignment)};
}

}  // namespace

Result<HeardEpisode> align_sound(const Episode& episode, ByteSource& source,
                                 const SpeechModel* model, std::string_view page,
                                 const std::string& file) {
  if (model != nullptr) return align_by_sound(episode, source, *model, page, file);
  auto audio = analyze_audio(source, {}, kShortPauses);
  if (!audio) return tl::unexpected(audio.error());
  auto alignment =
      align_by_silence(episode, VoiceActivity{audio->duration, audio->silences}, page, file);
  return HeardEpisode{std::move(*audio), std::move(alignment)};
}

}  // namespace cmos
