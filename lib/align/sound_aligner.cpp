#include "align/sound_aligner.h"

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "align/acoustic_aligner.h"
#include "align/silence_aligner.h"
#include "align/word_phones.h"
#include "speech/page_pronouncer.h"

namespace cmos {
namespace {

// Words are placed between pauses this short; docs/notes/alignment.md has the figures.
constexpr AnalysisOptions kShortPauses{Time{100}};

// The model's lexicon with what the page adds to it.
Lexicon lexicon_of(const Episode& episode, const Lexicon& lexicon,
                   std::vector<RejectedPronunciation>& rejected) {
  if (episode.pronunciations.empty()) return lexicon;
  std::map<std::string, std::vector<Phones>> pronunciations;
  for (const auto& [word, declared] : episode.pronunciations) {
    if (auto ways = lexicon.parse_pronunciation(declared.value)) {
      pronunciations[word] = std::move(*ways);
    } else {
      rejected.push_back({word, ways.error().message});
    }
  }
  return lexicon.with(pronunciations);
}

Result<HeardEpisode> align_by_sound(const Episode& episode, ByteSource& source,
                                    const SpeechModel& model) {
  std::vector<RejectedPronunciation> rejected;
  const Lexicon lexicon = lexicon_of(episode, model.lexicon, rejected);
  PagePronouncer pronouncer(lexicon, episode.language);
  AcousticAligner aligner(*model.sounds, episode,
                          word_phones(episode, [&](std::span<const std::string_view> phrase) {
                            return pronouncer.pronounce(phrase);
                          }));
  SampleSink* sink = &aligner;
  auto audio = analyze_audio(source, {&sink, 1}, kShortPauses);
  if (!audio) return tl::unexpected(audio.error());
  Alignment alignment = aligner.alignment(*audio);
  alignment.rejected_pronunciations = std::move(rejected);
  return HeardEpisode{std::move(*audio), std::move(alignment)};
}

}  // namespace

Result<HeardEpisode> align_sound(const Episode& episode, ByteSource& source,
                                 const SpeechModel* model) {
  if (model != nullptr) return align_by_sound(episode, source, *model);
  auto audio = analyze_audio(source, {}, kShortPauses);
  if (!audio) return tl::unexpected(audio.error());
  Alignment alignment = align_by_silence(episode, VoiceActivity{audio->duration, audio->silences});
  return HeardEpisode{std::move(*audio), std::move(alignment)};
}

}  // namespace cmos
