#include "plan.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "standard_input.h"

namespace cmos {

namespace {

namespace fs = std::filesystem;

tl::unexpected<Error> no_sense(std::string message) {
  return tl::unexpected(Error{std::move(message), "usage"});
}

// To the standard output.
Result<Output> printed_output(const MakeOptions& options, const std::vector<Format>& asked,
                              const Settings& settings) {
  if (asked.size() > 1) return no_sense("only one format goes to the standard output");
  if (!options.dependencies.empty()) return no_sense("-M needs outputs that are files");
  return Output{asked.empty() ? settings.formats.front() : asked.front(), {}};
}

// The one output that -o names.
Result<Output> named_output(const MakeOptions& options, const std::vector<Format>& asked,
                            const Settings& settings) {
  if (asked.size() > 1) return no_sense("-o takes one format");
  if (options.output == "-") return printed_output(options, asked, settings);
  const auto by_suffix = format_of(options.output);
  if (!by_suffix && asked.empty()) {
    return no_sense(
        fmt::format("the suffix of {} is of no known format: say which with -f", options.output));
  }
  if (by_suffix && !asked.empty() && *by_suffix != asked.front()) {
    return no_sense(fmt::format("{} is a name for {}, but -f says {}", options.output,
                                info(*by_suffix).name, info(asked.front()).name));
  }
  return Output{by_suffix ? *by_suffix : asked.front(), options.output};
}

// What goes where for one page.
Result<std::vector<Output>> plan_outputs(const MakeOptions& options, const Settings& settings,
                                         const fs::path& page) {
  const auto asked = find_formats(options.formats);
  if (!asked) return tl::unexpected(asked.error());
  if (!options.output.empty() || page == kStandardInput) {
    auto output = options.output.empty() ? printed_output(options, *asked, settings)
                                         : named_output(options, *asked, settings);
    if (!output) return tl::unexpected(output.error());
    return std::vector{std::move(*output)};
  }
  std::vector<Output> outputs;
  for (const auto format : asked->empty() ? settings.formats : *asked) {
    outputs.push_back({format, default_output(page, format, options.output_folder)});
  }
  return outputs;
}

// What only a marked MP3 needs and allows.
Result<void> place_mp3(const MakeOptions& options, std::vector<Output>& outputs) {
  const auto mp3 = std::ranges::find(outputs, Format::mp3, &Output::format);
  if (mp3 == outputs.end()) {
    if (options.in_place) return no_sense("--in-place is for -f mp3");
    return {};
  }
  if (mp3->file.empty() && !options.in_place) {
    return no_sense("a marked MP3 does not go to the standard output");
  }
  if (options.in_place) mp3->file.clear();
  return {};
}

Result<PagePlan> plan_page(const MakeOptions& options, const Settings& settings,
                           const fs::path& page) {
  if (const auto style = choose_style(settings.style); !style) {
    return tl::unexpected(style.error());
  }
  auto outputs = plan_outputs(options, settings, page);
  if (!outputs) return tl::unexpected(outputs.error());
  if (const auto possible = check_outputs(*outputs, settings); !possible) {
    return tl::unexpected(possible.error());
  }
  if (const auto placed = place_mp3(options, *outputs); !placed) {
    return tl::unexpected(placed.error());
  }
  return PagePlan{page, std::move(*outputs)};
}

}  // namespace

Result<std::vector<PagePlan>> plan_pages(const MakeOptions& options,
                                         const std::vector<Settings>& settings) {
  if (std::ranges::count(options.pages, kStandardInput) > 0) {
    if (!options.dependencies.empty()) return no_sense("-M needs pages that are files");
    if (!options.output_folder.empty()) {
      return no_sense("-d needs pages that have names; -o names the output of the page -");
    }
  }
  if (!options.output.empty() && options.pages.size() > 1) {
    return no_sense("-o takes one page; use -d for several");
  }
  std::vector<PagePlan> plans;
  plans.reserve(options.pages.size());
  for (std::size_t i = 0; i < options.pages.size(); ++i) {
    auto plan = plan_page(options, settings[i], options.pages[i]);
    if (!plan) return tl::unexpected(plan.error());
    plans.push_back(std::move(*plan));
  }
  return plans;
}

}  // namespace cmos
