#include "caption_options.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "help.h"
#include "one_of.h"

namespace cmos {

namespace {

std::string option_of(std::string_view name) {
  auto option = "--" + std::string(name);
  std::ranges::replace(option, '_', '-');
  return option;
}

// One of the names, which sets what it stands for.
template <typename Value, std::size_t kCount>
CLI::Option* add_choice(CLI::App& command, const std::string& option,
                        const std::array<std::pair<std::string_view, Value>, kCount>& names,
                        std::optional<Value>& chosen, const std::string& help) {
  std::vector<std::string> allowed;
  allowed.reserve(names.size());
  for (const auto& [name, value] : names) allowed.emplace_back(name);
  const auto choose = [&chosen, &names](const std::string& wanted) {
    chosen = std::ranges::find(names, wanted, &std::pair<std::string_view, Value>::first)->second;
  };
  return command.add_option_function<std::string>(option, choose, help)
      ->check(one_of(allowed))
      ->group(group::kLook);
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
      ->check(one_of(names))
      ->default_str("netflix")
      ->group(group::kLook);
  for (const auto& number : style_numbers()) {
    command
        .add_option_function<int>(
            option_of(number.name),
            [&choice, &number](int value) { choice.changes.push_back({&number, value}); },
            std::string(number.help))
        ->type_name("NUMBER")
        ->check(CLI::Range(number.smallest, number.largest))
        ->group(group::kNumbers);
  }
}

void add_shown_words(CLI::App& command, Settings& settings) {
  add_choice(command, "--speaker-labels", kSpeakerLabelNames, settings.speaker_labels,
             "Where \"Name: \" stands in the text: at a turn's first line, at every cue's, or "
             "nowhere; "
             "not given: change where two or more speak and are not seen (docs/captions.md)");
  add_choice(command, "--unspoken", kUnspokenNames, settings.unspoken,
             "Whether captions show words that the sound does not have, where there is time to "
             "read them")
      ->default_str("hide");
}

}  // namespace cmos
