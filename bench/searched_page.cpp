#include "searched_page.h"

#include <cstddef>
#include <stdexcept>
#include <string_view>
#include <utility>

#include "align/word_phones.h"
#include "base/atomic_file.h"
#include "speech/page_pronouncer.h"
#include "speech/speech_model.h"

namespace cmos {
namespace {

constexpr std::size_t kLargestPage = std::size_t{16} << 20;

template <typename T>
T value_of(Result<T> result) {
  if (!result) throw std::runtime_error(result.error().message);
  return std::move(*result);
}

}  // namespace

SearchedPage::SearchedPage(const std::string& page, const std::string& sound,
                           const Faults& faults) {
  const Page text(page, value_of(read_file(page, kLargestPage)));
  episode_ = parse_episode(text).value;
  origins_ = make_faulty(faults, episode_);
  const auto source = value_of(open_file_source(sound));
  const auto speech = value_of(load_speech_model({}, episode_.language));
  if (!speech) throw std::runtime_error("no acoustic model is installed");
  model_ = speech->sounds;
  PagePronouncer pronouncer(speech->lexicon, episode_.language);
  const auto words = word_phones(episode_, [&](std::span<const std::string_view> phrase) {
    return pronouncer.pronounce(phrase);
  });
  graph_ = std::make_unique<WordGraph>(*model_, words);
  search_ = std::make_unique<StreamingSearch>(*graph_);
  SampleSink* sink = this;
  value_of(analyze_audio(*source, {&sink, 1}));
}

void SearchedPage::consume(std::span<const float> samples) {
  levels_.consume(samples);
  search_->consume(samples);
}

void SearchedPage::finish() {
  levels_.finish();
  search_->finish();
}

}  // namespace cmos
