#include "support/speaker/flite_voice.h"

#include <unicode/translit.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <stdexcept>
#include <string_view>
#include <utility>

extern "C" {
#include <flite/flite.h>
// No header of the package declares these.
cst_voice* register_cmu_us_awb(const char* folder);
cst_voice* register_cmu_us_kal16(const char* folder);
cst_voice* register_cmu_us_rms(const char* folder);
cst_voice* register_cmu_us_slt(const char* folder);
}

namespace cmos::speaker {
namespace {

constexpr std::array<std::pair<std::string_view, cst_voice* (*)(const char*)>, 4> kVoices{{
    {"awb", register_cmu_us_awb},
    {"kal16", register_cmu_us_kal16},
    {"rms", register_cmu_us_rms},
    {"slt", register_cmu_us_slt},
}};

// What flite's English text analysis takes off a token's ends: cst_tokenstream's defaults.
constexpr std::string_view kPrePunctuation = "\"'`({[";
constexpr std::string_view kPunctuation = "\"'`.,:;!?(){}[]";

constexpr const char* kWordIndex = "word_index";

struct UtteranceDeleter {
  void operator()(cst_utterance* utterance) const { delete_utterance(utterance); }
};
using Utterance = std::unique_ptr<cst_utterance, UtteranceDeleter>;

bool is_alphanumeric(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0;
}

// "python.fm" is said "python dot fm", which flite would leave out; "e.g." and "5.24" it knows.
std::string speak_dots(std::string_view word) {
  std::string out;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const bool between_names = word[i] == '.' && i >= 2 && i + 2 < word.size() &&
                               is_alphanumeric(word[i - 2]) && is_alphanumeric(word[i - 1]) &&
                               std::isalpha(static_cast<unsigned char>(word[i + 1])) != 0 &&
                               is_alphanumeric(word[i + 2]);
    out += between_names ? std::string(" dot ") : std::string(1, word[i]);
  }
  return out;
}

void append_token(cst_relation* tokens, std::string_view token, int word_index) {
  const auto first = std::min(token.find_first_not_of(kPrePunctuation), token.size());
  const auto last = token.find_last_not_of(kPunctuation);
  const auto end = last == std::string_view::npos ? first : std::max(last + 1, first);
  cst_item* item = relation_append(tokens, nullptr);
  item_set_string(item, "name", std::string(token.substr(first, end - first)).c_str());
  item_set_string(item, "whitespace", " ");
  item_set_string(item, "prepunctuation", std::string(token.substr(0, first)).c_str());
  item_set_string(item, "punc", std::string(token.substr(end)).c_str());
  item_set_int(item, kWordIndex, word_index);
}

void append_word(cst_relation* tokens, std::string_view word, int index) {
  const std::string spoken = speak_dots(word);
  for (std::size_t begin = 0; begin < spoken.size();) {
    const auto end = std::min(spoken.find(' ', begin), spoken.size());
    append_token(tokens, std::string_view(spoken).substr(begin, end - begin), index);
    begin = end + 1;
  }
}

void cover(SpokenWord& word, cst_item* segment) {
  const cst_item* previous = item_prev(segment);
  if (!word.start) word.start = Seconds(previous ? item_feat_float(previous, "end") : 0.0F);
  word.end = Seconds(item_feat_float(segment, "end"));
}

void read_times(const cst_utterance* utterance, std::vector<SpokenWord>& times) {
  for (cst_item* token = relation_head(utt_relation(utterance, "Token")); token;
       token = item_next(token)) {
    auto& time = times[static_cast<std::size_t>(item_feat_int(token, kWordIndex))];
    for (cst_item* word = item_daughter(token); word; word = item_next(word)) {
      cst_item* syllable = item_daughter(item_as(word, "SylStructure"));
      for (; syllable; syllable = item_next(syllable)) {
        for (cst_item* phone = item_daughter(syllable); phone; phone = item_next(phone)) {
          cover(time, item_as(phone, "Segment"));
        }
      }
    }
  }
}

class FliteVoice : public Voice {
 public:
  explicit FliteVoice(cst_voice* voice) : voice_(voice) {
    UErrorCode status = U_ZERO_ERROR;
    to_ascii_.reset(
        icu::Transliterator::createInstance("Any-Latin; Latin-ASCII", UTRANS_FORWARD, status));
    if (U_FAILURE(status)) throw std::runtime_error("ICU cannot turn text into ASCII");
  }

  Speech speak(const std::vector<std::string>& words) override {
    Utterance utterance(new_utterance());
    cst_relation* tokens = utt_relation_create(utterance.get(), "Token");
    for (std::size_t i = 0; i < words.size(); ++i) {
      append_word(tokens, ascii(words[i]), static_cast<int>(i));
    }
    Speech speech;
    speech.words.resize(words.size());
    // It owns the utterance, and deletes it when it fails.
    utterance.reset(flite_do_synth(utterance.release(), voice_, utt_synth_tokens));
    if (!utterance) throw std::runtime_error("flite cannot say \"" + words.front() + " ...\"");
    const cst_wave* wave = utt_wave(utterance.get());
    speech.rate = wave->sample_rate;
    speech.samples.resize(static_cast<std::size_t>(wave->num_samples));
    std::transform(wave->samples, wave->samples + wave->num_samples, speech.samples.begin(),
                   [](short sample) { return static_cast<float>(sample) / 32768.0F; });
    read_times(utterance.get(), speech.words);
    for (const auto& word : speech.words) {
      if (!word.start) continue;
      if (speech.end == Seconds(0)) speech.start = *word.start;
      speech.end = *word.end;
    }
    return speech;
  }

 private:
  std::string ascii(const std::string& word) const {
    auto text = icu::UnicodeString::fromUTF8(word);
    to_ascii_->transliterate(text);
    std::string out;
    text.toUTF8String(out);
    std::erase_if(out, [](char c) { return c <= ' ' || c > '~'; });
    return out;
  }

  cst_voice* voice_;  // Flite's, for the life of the program.
  std::unique_ptr<icu::Transliterator> to_ascii_;
};

}  // namespace

std::unique_ptr<Voice> make_flite_voice(const std::string& name) {
  flite_init();
  for (const auto& [known, register_voice] : kVoices) {
    if (known == name) return std::make_unique<FliteVoice>(register_voice(nullptr));
  }
  throw std::runtime_error("no flite voice \"" + name + "\": awb, kal16, rms or slt");
}

}  // namespace cmos::speaker
