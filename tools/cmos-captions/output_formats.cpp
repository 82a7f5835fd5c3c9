#include "output_formats.h"

#include <algorithm>
#include <array>

#include "caption/compose.h"
#include "caption/style.h"
#include "format/html.h"
#include "format/karaoke.h"
#include "format/srt.h"
#include "format/transcript_json.h"
#include "format/transcript_text.h"
#include "format/transcript_vtt.h"
#include "format/webvtt.h"
#include "format/words_json.h"

namespace cmos {

namespace {

Cues captions_of(const Product& product, const CaptionOptions& options = {}) {
  return compose_captions(product.episode, product.alignment, options);
}

// Podcast apps show one long line.
Cues podcast_captions_of(const Product& product) {
  return captions_of(product, {.style = *find_style("podcast")});
}

std::string render_webvtt(const Product& product) {
  return write_webvtt(captions_of(product));
}

std::string render_srt(const Product& product) {
  return write_srt(captions_of(product, {.labels = SpeakerLabels::change}));
}

std::string render_karaoke(const Product& product) {
  return write_karaoke(captions_of(product));
}

std::string render_transcript_vtt(const Product& product) {
  return write_transcript_vtt(podcast_captions_of(product));
}

std::string render_transcript_json(const Product& product) {
  return write_transcript_json(podcast_captions_of(product));
}

std::string render_text(const Product& product) {
  return write_transcript_text(product.episode, product.alignment);
}

std::string render_html(const Product& product) {
  return write_html(product.episode, product.alignment);
}

std::string render_words(const Product& product) {
  return write_words_json(product.episode, product.alignment);
}

constexpr std::array kFormats{
    OutputFormat{"vtt", ".vtt", render_webvtt},
    OutputFormat{"srt", ".srt", render_srt},
    OutputFormat{"transcript-vtt", ".transcript.vtt", render_transcript_vtt},
    OutputFormat{"transcript-json", ".transcript.json", render_transcript_json},
    OutputFormat{"text", ".txt", render_text},
    OutputFormat{"words", ".words.json", render_words},
    OutputFormat{"karaoke", ".karaoke.vtt", render_karaoke},
    OutputFormat{"html", ".transcript.html", render_html},
};

}  // namespace

std::span<const OutputFormat> output_formats() {
  return kFormats;
}

const OutputFormat* find_format(std::string_view name) {
  const auto* const found = std::ranges::find(kFormats, name, &OutputFormat::name);
  return found == kFormats.end() ? nullptr : found;
}

const OutputFormat* format_of(const std::filesystem::path& file) {
  const auto name = file.filename().string();
  const OutputFormat* best = nullptr;
  for (const auto& format : kFormats) {
    if (name.ends_with(format.suffix) &&
        (best == nullptr || format.suffix.size() > best->suffix.size())) {
      best = &format;
    }
  }
  return best;
}

}  // namespace cmos
