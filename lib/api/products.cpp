#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "api/findings.h"
#include "api/output_record.h"
#include "base/file_identity.h"
#include "base/web.h"
#include "caption/caption_sets.h"
#include "chapter/find_chapters.h"
#include "check/sound_rules.h"
#include "cmos/captioner.h"
#include "cmos/chapter.h"
#include "corrections/apply.h"
#include "format/chapters_text.h"
#include "format/chapters_vtt.h"
#include "format/feed.h"
#include "format/html.h"
#include "format/html_text.h"
#include "format/karaoke.h"
#include "format/player.h"
#include "format/review.h"
#include "format/srt.h"
#include "format/svg.h"
#include "format/transcript_json.h"
#include "format/transcript_text.h"
#include "format/transcript_vtt.h"
#include "format/webvtt.h"
#include "format/words_json.h"
#include "id3/chapters.h"

namespace cmos {

namespace {

namespace fs = std::filesystem;

// The file's place on the site, whose root is the configuration's folder.
FeedFile as_feed_file(const fs::path& file, Format format, const Settings& settings) {
  const auto root = fs::absolute(settings.configuration).lexically_normal().parent_path();
  const auto path = fs::absolute(file).lexically_normal().lexically_relative(root);
  const bool is_inside = !path.empty() && *path.begin() != "..";
  return {(is_inside ? path : file.filename()).generic_string(), info(format).media_type};
}

// A feed names what is made with it; if it is alone, what podcast apps read, as it would be made
// into the same folder.
std::vector<FeedFile> feed_files(const EpisodePage& page, const std::vector<Output>& outputs) {
  std::vector<FeedFile> files;
  for (const auto& [format, file] : outputs) {
    if (!info(format).media_type.empty()) {
      files.push_back(as_feed_file(file, format, page.settings));
    }
  }
  if (!files.empty()) return files;
  const auto feed = std::ranges::find(outputs, Format::feed, &Output::format);
  auto folder = feed == outputs.end() ? fs::path() : feed->file.parent_path();
  if (!folder.empty() && feed->file != default_output(page.path, Format::feed, folder)) {
    folder.clear();
  }
  for (const auto format : {Format::transcript_vtt, Format::chapters_json}) {
    files.push_back(as_feed_file(default_output(page.path, format, folder), format, page.settings));
  }
  return files;
}

// Where the site has the sound, and the file itself, should it lie beside the player.
std::vector<std::string> sounds_of(const Episode& episode, const std::optional<Sound>& sound) {
  std::vector<std::string> addresses;
  if (auto address = sound_address(episode)) addresses.push_back(std::move(*address));
  if (sound) addresses.push_back(encode_path(sound->file.filename().string()));
  return addresses;
}

// From where the file is to lie.
std::vector<std::string> local_sound(const EpisodePage& page, const std::optional<Sound>& sound,
                                     const fs::path& file) {
  if (!sound) return {};
  const auto absolute = [](const fs::path& path) { return fs::absolute(path).lexically_normal(); };
  const auto path =
      absolute(sound->file)
          .lexically_relative(absolute(file.empty() ? page.path : file).parent_path());
  return {encode_path(path.generic_string())};
}

Diagnostic variable_rate(const Sound& sound) {
  return make_diagnostic("mp3-variable-rate", sound.file.string(), std::nullopt,
                         "its bit rate varies: what browsers play after a jump may be seconds off "
                         "the words; publish one of constant bit rate, or an MP4");
}

// The page's own MP3 may be marked in place; what lies elsewhere is an output like others.
Result<WithDiagnostics<MarkOutcome>> mark(const EpisodePage& page, const Sound& sound,
                                          const Chapters& chapters, const fs::path& target) {
  const auto folder = page.path.parent_path();
  if (identity_of(target) == identity_of(sound.file)) {
    return mark_chapters(sound.file, target, chapters, folder);
  }
  auto record = OutputRecord::open(target);
  if (!record) return tl::unexpected(record.error());
  const auto may_replace = [&] { return record->check(page.settings.force); };
  auto marked = mark_chapters(sound.file, target, chapters, folder, may_replace);
  if (!marked) return marked;
  if (const auto kept = record->keep_as_it_is(); !kept) return tl::unexpected(kept.error());
  return marked;
}

// What the page has to say when the marked MP3 is published.
Diagnostics compare_with_marked(const EpisodePage& page, std::uint64_t size) {
  const auto& declared = page.episode.mp3.size;
  if (!declared || declared->value == size) return {};
  const auto& declaring = page.declaring();
  return {make_diagnostic("mp3-size", declaring.name,
                          declaring.lines.position(declared->source.begin),
                          fmt::format("size is {}, but the marked MP3 has {} bytes; write that "
                                      "when it is published",
                                      declared->value, size))};
}

// A name is shown where nothing else tells who speaks; SubRip has no other place for it.
SpeakerLabels own_labels(const Episode& episode, Format format) {
  const auto is_by_first = [&](const Turn& turn) {
    return turn.speaker == episode.turns.front().speaker;
  };
  if (std::ranges::all_of(episode.turns, is_by_first)) return SpeakerLabels::none;
  const bool is_seen = episode.youtube_id && format != Format::srt;
  return is_seen ? SpeakerLabels::none : SpeakerLabels::change;
}

}  // namespace

struct Products::State {
  State(TimedPage from, std::vector<Output> made)
      : timed(std::move(from)),
        outputs(std::move(made)),
        captions(timed.page.episode, timed.alignment,
                 *choose_style(timed.page.settings.style, timed.page.episode.language),
                 timed.page.settings.speaker_labels,
                 timed.page.settings.unspoken.value_or(Unspoken::hide)) {}

  const TimedPage timed;
  const std::vector<Output> outputs;
  CaptionSets captions;
  std::optional<Chapters> chapters;
};

Products::Products(TimedPage timed, std::vector<Output> outputs)
    : state_(std::make_unique<State>(std::move(timed), std::move(outputs))) {}

Products::~Products() = default;

const TimedPage& Products::timed() const {
  return state_->timed;
}

const Cues& Products::captions(Format format) {
  return state_->captions.for_players(own_labels(state_->timed.page.episode, format));
}

WithDiagnostics<Chapters> Products::chapters() {
  if (state_->chapters) return {*state_->chapters, {}};
  const auto& [page, sound, alignment, inputs] = state_->timed;
  if (!page.episode.chapters_understood) {
    return {{},
            {make_diagnostic("chapters-unread", page.page.name, std::nullopt,
                             "not all chapters of the page could be read, so none are written; "
                             "mend `chapters` as the warnings say")}};
  }
  const auto silences = sound ? sound->info.silences : std::vector<Interval>();
  const auto& source = page.episode.chapters.empty() ? page.page : page.declaring();
  auto found = find_chapters(page.episode, alignment, silences, page.settings.chapters, source);
  if (page.corrections_file) {
    auto more = correct_chapters(page.corrections, *page.corrections_file, found.value);
    std::ranges::move(more, std::back_inserter(found.diagnostics));
  }
  state_->chapters = found.value;
  return found;
}

WithDiagnostics<std::string> Products::render(Format format, const fs::path& file) {
  using enum Format;
  const auto& [page, sound, alignment, inputs] = state_->timed;
  auto& captions = state_->captions;
  const auto with_chapters = [&](std::string (*writer)(const Chapters&)) {
    auto [chapters, diagnostics] = this->chapters();
    return WithDiagnostics<std::string>{writer(chapters), std::move(diagnostics)};
  };
  const auto peaks =
      sound ? std::span<const std::uint8_t>(sound->peaks) : std::span<const std::uint8_t>();
  const auto with_player = [&](const auto& writer) {
    auto [chapters, diagnostics] = this->chapters();
    const PlayerContent content{page.episode,
                                alignment,
                                this->captions(format),
                                chapters,
                                sound ? &sound->info : nullptr,
                                sounds_of(page.episode, sound)};
    if (sound && sound->info.is_variable_rate) diagnostics.push_back(variable_rate(*sound));
    return WithDiagnostics<std::string>{writer(content), std::move(diagnostics)};
  };
  switch (format) {
    case vtt:
      return {write_webvtt(this->captions(format)), {}};
    case srt:
      return {write_srt(this->captions(format)), {}};
    case karaoke:
      return {write_karaoke(this->captions(format)), {}};
    case transcript_vtt:
      return {write_transcript_vtt(captions.for_podcast_apps()), {}};
    case transcript_json:
      return {write_transcript_json(captions.for_podcast_apps()), {}};
    case text:
      return {write_transcript_text(page.episode, alignment), {}};
    case html:
      return {write_html(page.episode, alignment), {}};
    case player:
      return with_player(write_player);
    case player_part:
      return with_player(write_player_part);
    case review: {
      const auto findings = page_findings(state_->timed);
      return with_player([&](PlayerContent content) {
        content.sounds = local_sound(page, sound, file);
        return write_review({content, page.page, findings, peaks, page.corrections,
                             corrections_file(page.path).filename().string()});
      });
    }
    case svg: {
      auto [chapters, diagnostics] = this->chapters();
      return {write_svg(page.episode, chapters, alignment.duration, peaks), std::move(diagnostics)};
    }
    case words:
      return {write_words_json(page.episode, alignment), {}};
    case chapters_json:
      return with_chapters(write_chapters_json);
    case chapters_vtt:
      return with_chapters(write_chapters_vtt);
    case ffmetadata:
      return with_chapters(write_ffmetadata);
    case chapters_txt: {
      auto [chapters, diagnostics] = this->chapters();
      const auto& offset = page.episode.youtube_offset;
      auto written = write_chapters_text(
          in_video(std::move(chapters), offset ? offset->value : Time(0)), page.page.name);
      std::ranges::move(written.diagnostics, std::back_inserter(diagnostics));
      return {std::move(written.value), std::move(diagnostics)};
    }
    case feed:
      return {write_feed(page.settings.feed_base_url, page.episode.language,
                         feed_files(page, state_->outputs)),
              {}};
    case mp3:
      break;
  }
  return {};
}

Diagnostics Products::write(const Output& output) {
  if (output.format != Format::mp3) {
    auto [text, diagnostics] = render(output.format, output.file);
    if (has_errors(diagnostics)) return diagnostics;
    const bool force = state_->timed.page.settings.force;
    if (const auto written = write_output(output.file, text, force); !written) {
      diagnostics.push_back(to_diagnostic(written.error(), output.file.string()));
    }
    return diagnostics;
  }
  auto [chapters, diagnostics] = this->chapters();
  const auto& [page, sound, alignment, inputs] = state_->timed;
  std::ranges::move(
      check_container(sound->info, sound->file, default_output(page.path, Format::ffmetadata)),
      std::back_inserter(diagnostics));
  if (has_errors(diagnostics)) return diagnostics;
  const auto marked = mark(page, *sound, chapters, output.file);
  if (!marked) {
    const bool is_refused = marked.error().rule == RuleName("output-edited");
    const auto& file = is_refused ? output.file : sound->file;
    diagnostics.push_back(to_diagnostic(marked.error(), file.string()));
    return diagnostics;
  }
  std::ranges::copy(marked->diagnostics, std::back_inserter(diagnostics));
  std::ranges::copy(compare_with_marked(page, marked->value.size), std::back_inserter(diagnostics));
  return diagnostics;
}

}  // namespace cmos
