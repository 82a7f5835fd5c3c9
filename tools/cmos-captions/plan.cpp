#include "plan.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

namespace cmos {

namespace {

namespace fs = std::filesystem;

tl::unexpected<Error> no_sense(std::string message) {
  return tl::unexpected(Error{std::move(message), "usage"});
}

fs::path beside(const fs::path& page, const fs::path& folder, const OutputFormat& format) {
  auto name = page.stem();
  name += format.suffix;
  return (folder.empty() ? page.parent_path() : folder) / name;
}

// What goes where for one page, or why the command line makes no sense.
Result<std::vector<Output>> plan_outputs(const MakeOptions& options, const Config& config,
                                         const fs::path& page) {
  const auto asked = find_formats(options.formats);
  if (!asked) return tl::unexpected(asked.error());
  auto formats = asked->empty() ? *find_formats(config.formats) : *asked;
  if (formats.empty()) formats.push_back(find_format("vtt"));
  if (options.output.empty()) {
    std::vector<Output> outputs;
    outputs.reserve(formats.size());
    for (const auto* format : formats)
      outputs.push_back({format, beside(page, options.output_folder, *format)});
    return outputs;
  }
  if (asked->size() > 1) return no_sense("-o takes one format");
  if (options.output == "-" && !options.dependencies.empty())
    return no_sense("-M needs outputs that are files");
  if (options.output == "-") return std::vector{Output{formats[0], {}}};
  const auto* by_suffix = format_of(options.output);
  if (by_suffix == nullptr && asked->empty()) {
    return no_sense(
        fmt::format("the suffix of {} is of no known format: say which with -f", options.output));
  }
  if (by_suffix != nullptr && !asked->empty() && by_suffix != formats[0]) {
    return no_sense(fmt::format("{} is a name for {}, but -f says {}", options.output,
                                by_suffix->name, formats[0]->name));
  }
  return std::vector{Output{by_suffix != nullptr ? by_suffix : formats[0], options.output}};
}

// What only a marked MP3 needs and allows.
Result<std::vector<Output>> check_mp3(const MakeOptions& options, std::vector<Output> outputs) {
  const auto mp3 = std::ranges::find_if(outputs, &Output::makes_mp3);
  if (mp3 == outputs.end()) {
    if (options.in_place) return no_sense("--in-place is for -f mp3");
    return outputs;
  }
  if (options.timing.no_audio) return no_sense("-f mp3 marks the MP3, which --no-audio leaves out");
  if (mp3->path.empty()) return no_sense("a marked MP3 does not go to the standard output");
  if (options.in_place) mp3->path.clear();
  return outputs;
}

// The file's place on the site, whose root is the configuration's folder.
FeedFile as_feed_file(const fs::path& file, std::string_view type, const Config& config) {
  const auto root = fs::absolute(config.file).lexically_normal().parent_path();
  const auto path = fs::absolute(file).lexically_normal().lexically_relative(root);
  const bool is_inside = !path.empty() && *path.begin() != "..";
  return {(is_inside ? path : file.filename()).generic_string(), type};
}

// A feed names what is made with it; if it is alone, what podcast apps read.
Result<std::vector<FeedFile>> plan_feed(const MakeOptions& options, const PagePlan& plan) {
  if (std::ranges::none_of(plan.outputs, [](const auto& each) { return each.format->is_feed(); }))
    return {};
  if (plan.config.feed_base_url.empty()) {
    return no_sense(
        "-f feed needs the site's address: feed: {base_url: ...} in .cmos-captions.yaml");
  }
  std::vector<FeedFile> files;
  for (const auto& [format, path] : plan.outputs) {
    if (!format->feed_type.empty())
      files.push_back(as_feed_file(path, format->feed_type, plan.config));
  }
  if (!files.empty()) return files;
  for (const auto* name : {"transcript-vtt", "chapters-json"}) {
    const auto& format = *find_format(name);
    files.push_back(as_feed_file(beside(plan.page, options.output_folder, format), format.feed_type,
                                 plan.config));
  }
  return files;
}

Result<PagePlan> plan_page(const MakeOptions& options, const fs::path& page, const Config& config) {
  const auto style = choose_style(config.style, options.style);
  if (!style) return tl::unexpected(style.error());
  auto outputs = plan_outputs(options, config, page);
  if (outputs) outputs = check_mp3(options, std::move(*outputs));
  if (!outputs) return tl::unexpected(outputs.error());
  PagePlan plan{page, config, *style, std::move(*outputs), {}};
  auto feed_files = plan_feed(options, plan);
  if (!feed_files) return tl::unexpected(feed_files.error());
  plan.feed_files = std::move(*feed_files);
  return plan;
}

}  // namespace

// Two outputs of one name would overwrite each other.
Result<std::vector<PagePlan>> plan_pages(const MakeOptions& options,
                                         const std::vector<Config>& configs) {
  if (!options.output.empty() && options.pages.size() > 1) {
    return no_sense("-o takes one page; use -d for several");
  }
  std::vector<PagePlan> plans;
  std::map<fs::path, fs::path> taken;
  for (std::size_t i = 0; i < options.pages.size(); ++i) {
    auto plan = plan_page(options, options.pages[i], configs[i]);
    if (!plan) return tl::unexpected(plan.error());
    for (const auto& output : plan->outputs) {
      if (output.path.empty()) continue;
      const auto [other, is_new] = taken.emplace(output.path.lexically_normal(), plan->page);
      if (!is_new) {
        return no_sense(fmt::format("{} and {} would both become {}", other->second.string(),
                                    plan->page.string(), output.path.string()));
      }
    }
    plans.push_back(std::move(*plan));
  }
  return plans;
}

}  // namespace cmos
