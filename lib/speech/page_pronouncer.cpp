#include "speech/page_pronouncer.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "speech/espeak_voice.h"

namespace cmos {

PagePronouncer::Foreign::Foreign(const Lexicon& own, EspeakVoice voice)
    : lexicon(own.read_by(std::move(voice), Lexicon::DictionaryOf::english)), pronouncer(lexicon) {}

PagePronouncer::PagePronouncer(const Lexicon& lexicon, const std::string& language)
    : lexicon_(lexicon), own_(lexicon), passages_(language) {}

std::vector<std::vector<Phones>> PagePronouncer::pronounce(
    std::span<const std::string_view> phrase) {
  auto result = own_.pronounce(phrase);
  for (const auto& [begin, end, language] : passages_.find(phrase)) {
    auto* const reader = foreign(language);
    if (reader == nullptr) continue;
    auto read = reader->pronouncer.pronounce(phrase.subspan(begin, end - begin));
    for (std::size_t i = begin; i < end; ++i) {
      for (auto& way : read[i - begin]) {
        if (std::ranges::find(result[i], way) == result[i].end()) {
          result[i].push_back(std::move(way));
        }
      }
    }
  }
  return result;
}

PagePronouncer::Foreign* PagePronouncer::foreign(std::string_view language) {
  const auto found = foreign_.find(language);
  if (found != foreign_.end()) return found->second.get();
  auto voice = EspeakVoice::find(language);
  auto reader = voice ? std::make_unique<Foreign>(lexicon_, std::move(*voice)) : nullptr;
  return foreign_.emplace(language, std::move(reader)).first->second.get();
}

}  // namespace cmos
