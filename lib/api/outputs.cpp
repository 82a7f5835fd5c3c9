#include "cmos/outputs.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <system_error>
#include <utility>

#include "api/locate_audio.h"
#include "api/output_record.h"
#include "base/atomic_file.h"
#include "base/file_identity.h"
#include "base/web.h"
#include "check/sound_rules.h"
#include "cmos/captioner.h"
#include "config/find_config.h"
#include "media/audio.h"
#include "speech/speech_model.h"

namespace cmos {

namespace {

namespace fs = std::filesystem;

Error no_sense(std::string message) {
  return {std::move(message), "usage"};
}

// Even if there is no such file yet.
bool is_kept(const fs::path& file) {
  const auto name = file.filename();
  return name == kConfigFile || name == kRecordName;
}

}  // namespace

Result<void> check_outputs(std::span<const Output> outputs, const Settings& settings) {
  for (const auto& [format, file] : outputs) {
    if (format == Format::mp3 && settings.timing == TimingMethod::stamps) {
      return tl::unexpected(no_sense("-f mp3 marks the MP3, which --no-audio leaves out"));
    }
    if (format == Format::feed && settings.feed_base_url.empty()) {
      return tl::unexpected(no_sense(
          "-f feed needs the site's address: feed: {base_url: ...} in .cmos-captions.yaml"));
    }
  }
  return {};
}

Result<fs::path> find_sound(const EpisodePage& page) {
  return locate_audio(page);
}

Diagnostics check_markable(const EpisodePage& page) {
  const auto file = locate_audio(page);
  if (!file) return {};
  const auto source = open_file_source(*file);
  if (!source) return {};
  const auto audio = measure_audio(**source);
  if (!audio) return {};
  return check_container(*audio, *file, default_output(page.path, Format::ffmetadata));
}

std::vector<NamedFile> inputs_of(const EpisodePage& page) {
  std::vector<NamedFile> inputs{{page.path, fmt::format("the page {} itself", page.path.string())}};
  std::error_code ignored;
  const auto add = [&](const fs::path& file, std::string_view what) {
    if (fs::exists(file, ignored)) {
      inputs.push_back({file, fmt::format("{} of {}", what, page.path.string())});
    }
  };
  if (page.head) add(page.page.name, "the transcript");
  if (page.corrections_file) add(page.corrections_file->name, "the corrections");
  const auto& settings = page.settings;
  if (!settings.configuration.empty()) add(settings.configuration, "the configuration");
  if (settings.timing != TimingMethod::stamps) {
    if (const auto sound = locate_audio(page)) add(*sound, "the MP3");
    for (const auto& file : speech_files(settings.speech)) add(file, "the acoustic model");
  }
  for (const auto& chapter : page.episode.chapters) {
    if (chapter.image.empty() || is_web_address(chapter.image)) continue;
    add(page.path.parent_path() / chapter.image, "a chapter's image");
  }
  return inputs;
}

Result<void> keep_apart(std::span<const NamedFile> outputs, std::span<const NamedFile> inputs) {
  std::map<FileIdentity, const NamedFile*> known;
  for (const auto& input : inputs) known.emplace(identity_of(input.file), &input);
  std::map<FileIdentity, const NamedFile*> planned;
  for (const auto& output : outputs) {
    if (is_kept(output.file)) {
      return tl::unexpected(no_sense(fmt::format(
          "{}, which {} would become, is a name that this program reads: give another name",
          output.file.string(), output.role)));
    }
    const auto identity = identity_of(output.file);
    if (const auto input = known.find(identity); input != known.end()) {
      return tl::unexpected(
          no_sense(fmt::format("{}, which {} would become, is {}: give -d or another name",
                               output.file.string(), output.role, input->second->role)));
    }
    const auto [other, is_new] = planned.emplace(identity, &output);
    if (!is_new) {
      return tl::unexpected(
          no_sense(fmt::format("{} and {} would both become {}", other->second->role, output.role,
                               output.file.string())));
    }
  }
  return {};
}

Result<void> check_writable(const fs::path& file) {
  if (const auto opened = AtomicFile::create(file); !opened) return tl::unexpected(opened.error());
  return {};
}

Result<void> write_file(const fs::path& file, std::string_view content) {
  if (const auto written = replace_file(file, content); !written) {
    return tl::unexpected(written.error());
  }
  return {};
}

}  // namespace cmos
