#include "caption_options.h"

#include <algorithm>
#include <string>
#include <vector>

namespace cmos {

namespace {

constexpr const char* kNumbersGroup = "Single numbers of the style";

std::string option_of(std::string_view name) {
  auto option = "--" + std::string(name);
  std::ranges::replace(option, '_', '-');
  return option;
}

}  // namespace

void add_style_options(CLI::App& command, StyleChoice& choice) {
  std::vector<std::string> names;
  names.reserve(kStyles.size());
  for (const auto& style : kStyles) names.emplace_back(style.name);
  command
      .add_option_function<std::string>(
          "--style", [&choice](const std::string& name) { choice.style = find_style(name); },
          "Style guide")
      ->check(CLI::IsMember(names))
      ->default_str("netflix");
  for (const auto& number : style_numbers()) {
    command
        .add_option_function<int>(
            option_of(number.name),
            [&choice, &number](int value) { choice.changes.push_back({&number, value}); },
            std::string(number.help))
        ->type_name("NUMBER")
        ->check(CLI::Range(number.smallest, number.largest))
        ->group(kNumbersGroup);
  }
}

void add_speaker_labels(CLI::App& command, std::optional<SpeakerLabels>& labels) {
  std::vector<std::string> names;
  names.reserve(kSpeakerLabelNames.size());
  for (const auto& [name, value] : kSpeakerLabelNames) names.emplace_back(name);
  command
      .add_option_function<std::string>(
          "--speaker-labels",
          [&labels](const std::string& wanted) {
            for (const auto& [name, value] : kSpeakerLabelNames) {
              if (name == wanted) labels = value;
            }
          },
          "Where \"Name: \" stands in the text: at a turn's first line, at every cue's, or "
          "nowhere; "
          "not given: change in SRT, none in formats with voices")
      ->check(CLI::IsMember(names));
}

}  // namespace cmos
