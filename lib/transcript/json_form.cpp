#include "transcript/json_form.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <iterator>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "transcript/clock.h"
#include "transcript/json_tree.h"

namespace cmos::transcript {

namespace {

enum class Unit { seconds, milliseconds };

// The first of the members that is there.
const JsonValue& first_of(const JsonValue& map, std::initializer_list<std::string_view> keys) {
  for (const auto key : keys) {
    const auto& value = map[key];
    if (value.kind != JsonValue::Kind::null) return value;
  }
  return map[""];
}

class JsonReader {
 public:
  explicit JsonReader(std::string_view file) : file_(file), joiner_(draft_) {}

  // Whether the JSON has a known shape.
  bool read(const JsonValue& root) {
    if (root.is_list()) return read_segments(root, Unit::seconds);
    if (const auto& data = root["data"]["transcript"]; data.is_map()) return read(data);
    const auto& results = root["results"];
    if (results["channels"].is_list()) return read_deepgram(results);
    if (results["items"].is_list()) return read_aws(results);
    if (results.is_list() && results.items.front()["type"].is_string()) return read_items(results);
    if (results.is_list()) return read_alternatives(results, root["speaker_labels"]);
    if (root["events"].is_list()) return read_events(root["events"]);
    if (root["monologues"].is_list()) return read_monologues(root["monologues"]);
    if (root["utterances"].is_list()) return read_segments(root["utterances"], Unit::milliseconds);
    if (root["transcription"].is_list()) return read_whisper_cpp(root["transcription"]);
    for (const auto key : {"segments", "cues", "captions", "transcript", "sentences"}) {
      if (root[key].is_list()) return read_segments(root[key], Unit::seconds);
    }
    if (const auto& words = root["words"]; words.is_list()) {
      return read_words(words, has_fractions(words) ? Unit::seconds : Unit::milliseconds);
    }
    return false;
  }

  Draft take() && { return std::move(draft_); }

 private:
  std::optional<StatedTime> time_of(const JsonValue& value, Unit unit = Unit::seconds) const {
    std::optional<Time> time;
    if (value.is_number()) {
      time = to_time(unit == Unit::seconds ? value.number : value.number / 1000);
    } else if (value.is_string()) {
      time = parse_time(value.text);
    }
    return time ? std::optional(StatedTime{*time, value.source}) : std::nullopt;
  }

  static std::optional<Voice> voice_of(const JsonValue& value, std::string_view prefix = {}) {
    if (value.is_string()) return Voice{value.text, value.source};
    if (!value.is_number()) return std::nullopt;
    return Voice{fmt::format("{}{:.0f}", prefix, value.number), value.source};
  }

  void add(const std::optional<Voice>& voice, const std::optional<StatedTime>& time,
           const JsonValue& text) {
    if (!text.is_string()) return;
    joiner_.add({voice, false, time, draft_.append(mapped_string(text, file_))});
  }

  // Podcasting 2.0, Whisper, AssemblyAI's utterances, and lists of maps with such keys.
  bool read_segments(const JsonValue& segments, Unit unit) {
    bool is_known = segments.items.empty();
    for (const auto& segment : segments.items) {
      const auto& text = first_of(segment, {"body", "text", "transcript", "content", "sentence"});
      const auto& start =
          first_of(segment, {"startTime", "start", "start_time", "startMs", "begin"});
      is_known = is_known || text.is_string();
      add(voice_of(first_of(segment, {"speaker", "speaker_name", "speaker_label", "voice"}),
                   "Speaker "),
          time_of(start, unit), text);
    }
    return is_known;
  }

  bool read_whisper_cpp(const JsonValue& segments) {
    for (const auto& segment : segments.items) {
      add(voice_of(segment["speaker"]), time_of(segment["offsets"]["from"], Unit::milliseconds),
          segment["text"]);
    }
    return true;
  }

  bool read_words(const JsonValue& words, Unit unit) {
    for (const auto& word : words.items) {
      add(voice_of(first_of(word, {"speaker", "speaker_id"}), "Speaker "),
          time_of(word["start"], unit), first_of(word, {"punctuated_word", "text", "word"}));
    }
    return true;
  }

  bool read_deepgram(const JsonValue& results) {
    const auto& channels = results["channels"].items;
    for (const auto& channel : channels) {
      if (channel["alternatives"].items.empty()) continue;
      read_words(channel["alternatives"].items.front()["words"], Unit::seconds);
    }
    return !channels.empty();
  }

  static bool has_fractions(const JsonValue& words) {
    return std::ranges::any_of(words.items, [](const JsonValue& word) {
      return word["start"].number != std::floor(word["start"].number);
    });
  }

  // YouTube's: pieces of an event are glued to each other.
  bool read_events(const JsonValue& events) {
    for (const auto& event : events.items) {
      page::MappedText text;
      for (const auto& piece : event["segs"].items) append(text, piece["utf8"]);
      const auto time = time_of(event["tStartMs"], Unit::milliseconds);
      if (!text.empty()) joiner_.add({std::nullopt, false, time, draft_.append(text)});
    }
    return true;
  }

  // IBM's: [word, start, end], and elsewhere from when on who speaks.
  void read_timestamps(const JsonValue& timestamps, const JsonValue& speakers) {
    for (const auto& word : timestamps.items) {
      if (word.items.size() < 2) continue;
      const auto time = time_of(word.items[1]);
      std::optional<Voice> voice;
      for (const auto& label : speakers.items) {
        const auto from = time_of(label["from"]);
        if (time && from && from->time == time->time)
          voice = voice_of(label["speaker"], "Speaker ");
      }
      add(voice, time, word.items[0]);
    }
  }

  // Google's: the last result has the speakers, if there are any.
  bool read_alternatives(const JsonValue& results, const JsonValue& speakers) {
    const auto& last = results.items.empty() ? results : results.items.back();
    const auto has_speakers = [](const JsonValue& result) {
      const auto& alternatives = result["alternatives"].items;
      if (alternatives.empty() || alternatives.front()["words"].items.empty()) return false;
      const auto& word = alternatives.front()["words"].items.front();
      return word["speakerTag"].is_number() || word["speakerLabel"].is_string();
    };
    if (has_speakers(last)) return read_google(last);
    for (const auto& result : results.items) {
      read_google(result);
      if (result["alternatives"].items.empty()) continue;
      read_timestamps(result["alternatives"].items.front()["timestamps"], speakers);
    }
    return !draft_.pieces.empty();
  }

  bool read_google(const JsonValue& result) {
    if (result["alternatives"].items.empty()) return false;
    for (const auto& word : result["alternatives"].items.front()["words"].items) {
      add(voice_of(first_of(word, {"speakerTag", "speakerLabel"}), "Speaker "),
          time_of(first_of(word, {"startTime", "startOffset"})), word["word"]);
    }
    return true;
  }

  // Rev.ai's: words and what stands between them are elements.
  bool read_monologues(const JsonValue& monologues) {
    for (const auto& monologue : monologues.items) {
      auto voice = voice_of(monologue["speaker"], "Speaker ");
      page::MappedText text;
      std::optional<StatedTime> start;
      for (const auto& element : monologue["elements"].items) {
        if (!start) start = time_of(element["ts"]);
        append(text, element["value"]);
      }
      if (!text.empty()) joiner_.add({std::move(voice), false, start, draft_.append(text)});
    }
    return true;
  }

  // AWS: times are texts, and who speaks may stand in segments.
  bool read_aws(const JsonValue& results) {
    for (const auto& segment : results["speaker_labels"]["segments"].items) {
      const auto start = time_of(segment["start_time"]);
      if (start) speakers_.emplace(start->time, &segment["speaker_label"]);
    }
    return read_items(results["items"]);
  }

  // AWS and Speechmatics: punctuation is an item of its own, without a blank before it.
  bool read_items(const JsonValue& list) {
    const auto& items = list.items;
    for (std::size_t i = 0; i < items.size(); ++i) {
      const auto& item = items[i];
      page::MappedText text;
      append_content(text, item);
      while (i + 1 < items.size() && items[i + 1]["type"].text == "punctuation") {
        append_content(text, items[++i]);
      }
      const auto time = time_of(item["start_time"]);
      if (!text.empty()) joiner_.add({voice_of_item(item, time), false, time, draft_.append(text)});
    }
    return true;
  }

  std::optional<Voice> voice_of_item(const JsonValue& item,
                                     const std::optional<StatedTime>& time) const {
    if (auto voice = voice_of(item["speaker_label"])) return voice;
    if (!item["alternatives"].items.empty()) {
      if (auto voice = voice_of(item["alternatives"].items[0]["speaker"])) return voice;
    }
    const auto next = time ? speakers_.upper_bound(time->time) : speakers_.begin();
    return next == speakers_.begin() ? std::nullopt : voice_of(*std::prev(next)->second);
  }

  void append_content(page::MappedText& text, const JsonValue& item) {
    if (!item["alternatives"].items.empty()) append(text, item["alternatives"].items[0]["content"]);
  }

  void append(page::MappedText& text, const JsonValue& value) {
    const auto more = mapped_string(value, file_);
    if (value.is_string()) text.append(more, 0, more.text().size());
  }

  std::string_view file_;
  Draft draft_;
  SegmentJoiner joiner_;
  std::map<Time, const JsonValue*> speakers_;  // By when they begin.
};

}  // namespace

Draft read_json(std::string_view file, std::size_t begin, DiagnosticCollector& diagnostics) {
  const auto root = parse_json(file, begin);
  if (!root) {
    diagnostics.add(root.error().offset, "transcript-form-broken",
                    fmt::format("the transcript begins like JSON, but {}; export it once more",
                                root.error().message));
    return {};
  }
  JsonReader reader(file);
  if (!reader.read(*root)) {
    diagnostics.add(begin, "transcript-form-unknown",
                    "this JSON has none of the shapes that are read (docs/transcripts.md); export "
                    "the transcript as WebVTT or SRT");
  }
  return std::move(reader).take();
}

bool is_json_transcript(std::string_view json) {
  const auto root = parse_json(json, 0);
  if (!root) return false;
  JsonReader reader(json);
  return reader.read(*root) && !std::move(reader).take().pieces.empty();
}

}  // namespace cmos::transcript
