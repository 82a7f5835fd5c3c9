#include "output_formats.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "format/chapters_json.h"
#include "format/chapters_text.h"
#include "format/chapters_vtt.h"
#include "format/ffmetadata.h"
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

std::string render_webvtt(const Product& product) {
  return write_webvtt(product.captions.for_players(SpeakerLabels::none));
}

std::string render_srt(const Product& product) {
  return write_srt(product.captions.for_players(SpeakerLabels::change));
}

std::string render_karaoke(const Product& product) {
  return write_karaoke(product.captions.for_players(SpeakerLabels::none));
}

std::string render_transcript_vtt(const Product& product) {
  return write_transcript_vtt(product.captions.for_podcast_apps());
}

std::string render_transcript_json(const Product& product) {
  return write_transcript_json(product.captions.for_podcast_apps());
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

std::string render_chapters_json(const Product& product) {
  return write_chapters_json(product.chapters);
}

std::string render_chapters_vtt(const Product& product) {
  return write_chapters_vtt(product.chapters);
}

WithDiagnostics<std::string> render_chapters_text(const Product& product) {
  return write_chapters_text(product.chapters, product.page);
}

std::string render_ffmetadata(const Product& product) {
  return write_ffmetadata(product.chapters);
}

std::string render_feed(const Product& product) {
  return write_feed(product.feed_base_url, product.episode.language, product.feed_files);
}

// Of a writer that finds nothing to say.
template <std::string (*write)(const Product&)>
WithDiagnostics<std::string> text_of(const Product& product) {
  return {write(product), {}};
}

using enum Material;
constexpr std::array kFormats{
    OutputFormat{"vtt", ".vtt", words, text_of<render_webvtt>, "text/vtt"},
    OutputFormat{"srt", ".srt", words, text_of<render_srt>, "application/x-subrip"},
    OutputFormat{"transcript-vtt", ".transcript.vtt", words, text_of<render_transcript_vtt>,
                 "text/vtt"},
    OutputFormat{"transcript-json", ".transcript.json", words, text_of<render_transcript_json>,
                 "application/json"},
    OutputFormat{"text", ".txt", words, text_of<render_text>, "text/plain"},
    OutputFormat{"words", ".words.json", words, text_of<render_words>},
    OutputFormat{"karaoke", ".karaoke.vtt", words, text_of<render_karaoke>},
    OutputFormat{"html", ".transcript.html", words, text_of<render_html>, "text/html"},
    OutputFormat{"mp3", ".chapters.mp3", chapters, nullptr},
    OutputFormat{"chapters-json", ".chapters.json", chapters, text_of<render_chapters_json>,
                 kChaptersType},
    OutputFormat{"chapters-vtt", ".chapters.vtt", chapters, text_of<render_chapters_vtt>},
    OutputFormat{"chapters-txt", ".chapters.txt", chapters, render_chapters_text},
    OutputFormat{"ffmetadata", ".ffmetadata", chapters, text_of<render_ffmetadata>},
    OutputFormat{"feed", ".feed.xml", Material::page, text_of<render_feed>},
};

constexpr std::string_view kAll = "all";

}  // namespace

std::span<const OutputFormat> output_formats() {
  return kFormats;
}

const OutputFormat* find_format(std::string_view name) {
  const auto* const found = std::ranges::find(kFormats, name, &OutputFormat::name);
  return found == kFormats.end() ? nullptr : found;
}

std::vector<std::string_view> format_names() {
  std::vector<std::string_view> names;
  names.reserve(kFormats.size() + 1);
  for (const auto& format : kFormats) names.push_back(format.name);
  names.push_back(kAll);
  return names;
}

Result<std::vector<const OutputFormat*>> find_formats(const std::vector<std::string>& names) {
  std::vector<const OutputFormat*> formats;
  const auto add = [&](const OutputFormat& format) {
    if (std::ranges::find(formats, &format) == formats.end()) formats.push_back(&format);
  };
  for (const auto& name : names) {
    const auto* format = find_format(name);
    if (name == kAll) {
      for (const auto& each : kFormats)
        if (each.is_in_all()) add(each);
    } else if (format != nullptr) {
      add(*format);
    } else {
      return tl::unexpected(Error{fmt::format("there is no format \"{}\"", name), "usage"});
    }
  }
  return formats;
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
