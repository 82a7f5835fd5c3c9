#include "align/sound_aligner.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
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

// Tells how much of a source was read, in steps of a few thousandths.
class ToldSource : public ByteSource {
 public:
  ToldSource(ByteSource& source, const ProgressSink& tell) : source_(source), tell_(tell) {}

  Result<std::size_t> read_at(std::uint64_t offset, std::span<std::byte> buffer) override {
    auto count = source_.read_at(offset, buffer);
    if (count && tell_) note(*count);
    return count;
  }
  std::uint64_t size() const override { return source_.size(); }

 private:
  void note(std::size_t count) {
    read_ = std::min<std::uint64_t>(read_ + count, size());
    if (read_ - told_ < size() / kSteps) return;
    told_ = read_;
    tell_({static_cast<double>(read_) / static_cast<double>(size())});
  }

  static constexpr std::uint64_t kSteps = 400;

  ByteSource& source_;
  const ProgressSink& tell_;
  std::uint64_t read_ = 0;
  std::uint64_t told_ = 0;
};

Result<HeardEpisode> align_by_sound(const Episode& episode, ByteSource& source,
                                    const SpeechModel& model, const ProgressSink& tell,
                                    SampleSink* listener) {
  std::vector<RejectedPronunciation> rejected;
  const Lexicon lexicon = lexicon_of(episode, model.lexicon, rejected);
  PagePronouncer pronouncer(lexicon, episode.language);
  const auto words = word_phones(episode, [&](std::span<const std::string_view> phrase) {
    return pronouncer.pronounce(phrase);
  });
  AcousticAligner aligner(*model.sounds, episode, words, [&](double share) {
    if (tell) tell({share, true});
  });
  const std::array<SampleSink*, 2> sinks{&aligner, listener};
  auto audio =
      analyze_audio(source, std::span(sinks).first(listener == nullptr ? 1 : 2), kShortPauses);
  if (!audio) return tl::unexpected(audio.error());
  Alignment alignment = aligner.alignment(*audio);
  alignment.rejected_pronunciations = std::move(rejected);
  return HeardEpisode{std::move(*audio), std::move(alignment)};
}

}  // namespace

Result<HeardEpisode> align_sound(const Episode& episode, ByteSource& source,
                                 const SpeechModel* model, const ProgressSink& tell,
                                 SampleSink* listener) {
  ToldSource told(source, tell);
  if (model != nullptr) return align_by_sound(episode, told, *model, tell, listener);
  auto audio = analyze_audio(told, {&listener, listener == nullptr ? 0U : 1U}, kShortPauses);
  if (!audio) return tl::unexpected(audio.error());
  Alignment alignment = align_by_silence(episode, VoiceActivity{audio->duration, audio->silences});
  return HeardEpisode{std::move(*audio), std::move(alignment)};
}

}  // namespace cmos
