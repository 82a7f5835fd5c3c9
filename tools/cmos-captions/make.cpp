#include "make.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <ostream>
#include <utility>

#include "base/atomic_file.h"
#include "exit_code.h"
#include "interruption.h"
#include "make_rule.h"
#include "output_formats.h"
#include "page_work.h"
#include "reporter.h"

namespace cmos {

namespace {

namespace fs = std::filesystem;

struct Output {
  const OutputFormat* format;
  fs::path path;  // Empty: the standard output.
};

fs::path beside(const fs::path& page, const fs::path& folder, const OutputFormat& format) {
  auto name = page.stem();
  name += format.suffix;
  return (folder.empty() ? page.parent_path() : folder) / name;
}

// What goes where for one page, or why the command line makes no sense.
Result<std::vector<Output>> plan_outputs(const MakeOptions& options, const fs::path& page) {
  const auto wrong_use = [](std::string message) {
    return tl::unexpected(Error{std::move(message), "usage"});
  };
  std::vector<const OutputFormat*> formats;
  for (const auto& name : options.formats) {
    const auto* format = find_format(name);
    if (format == nullptr) return wrong_use(fmt::format("there is no format \"{}\"", name));
    if (std::ranges::find(formats, format) == formats.end()) formats.push_back(format);
  }
  if (options.output.empty()) {
    if (formats.empty()) formats.push_back(find_format("vtt"));
    std::vector<Output> outputs;
    outputs.reserve(formats.size());
    for (const auto* format : formats)
      outputs.push_back({format, beside(page, options.output_folder, *format)});
    return outputs;
  }
  if (formats.size() > 1) return wrong_use("-o takes one format");
  if (options.output == "-" && !options.dependencies.empty())
    return wrong_use("-M needs outputs that are files");
  if (options.output == "-")
    return std::vector{Output{formats.empty() ? find_format("vtt") : formats[0], {}}};
  const auto* by_suffix = format_of(options.output);
  if (by_suffix == nullptr && formats.empty()) {
    return wrong_use(
        fmt::format("the suffix of {} is of no known format: say which with -f", options.output));
  }
  if (by_suffix != nullptr && !formats.empty() && by_suffix != formats[0]) {
    return wrong_use(fmt::format("{} is a name for {}, but -f says {}", options.output,
                                 by_suffix->name, formats[0]->name));
  }
  return std::vector{Output{by_suffix != nullptr ? by_suffix : formats[0], options.output}};
}

// The plan of every page. Two outputs of one name would overwrite each other.
Result<std::vector<std::vector<Output>>> plan_all(const MakeOptions& options) {
  if (!options.output.empty() && options.pages.size() > 1) {
    return tl::unexpected(Error{"-o takes one page; use -d for several", "usage"});
  }
  std::vector<std::vector<Output>> plans;
  std::map<fs::path, fs::path> taken;
  for (const auto& page : options.pages) {
    auto plan = plan_outputs(options, page);
    if (!plan) return tl::unexpected(plan.error());
    for (const auto& output : *plan) {
      if (output.path.empty()) continue;
      const auto [other, is_new] = taken.emplace(output.path.lexically_normal(), page);
      if (!is_new) {
        return tl::unexpected(
            Error{fmt::format("{} and {} would both become {}", other->second.string(),
                              page.string(), output.path.string()),
                  "usage"});
      }
    }
    plans.push_back(std::move(*plan));
  }
  return plans;
}

bool write_outputs(const std::vector<Output>& outputs, const Product& product, std::ostream& out,
                   Reporter& reporter) {
  bool all_written = true;
  for (const auto& output : outputs) {
    const auto content = output.format->render(product);
    const auto held_off = hold_off_interruption();
    if (output.path.empty()) {
      out << content << std::flush;
      if (!out)
        reporter.report({Severity::error, "-", std::nullopt, "writing failed", "write-failed"});
      all_written = all_written && out.good();
    } else if (const auto result = replace_file(output.path, content); !result) {
      reporter.report(to_diagnostic(result.error(), output.path.string()));
      all_written = false;
    }
  }
  return all_written;
}

std::string dependency_rule(const std::vector<Output>& outputs, const TimedPage& timed) {
  std::vector<fs::path> targets;
  targets.reserve(outputs.size());
  for (const auto& output : outputs) targets.push_back(output.path);
  std::vector<fs::path> inputs{timed.page.path};
  if (timed.sound) inputs.push_back(timed.sound->mp3);
  return make_rule(targets, inputs);
}

// Sets the rule for make if the page succeeds.
bool make_page(const MakeOptions& options, const fs::path& path, const std::vector<Output>& outputs,
               std::string& rule, std::ostream& out, std::ostream& err) {
  Reporter reporter(err, options.quiet);
  auto page = load_page(path, reporter);
  if (!page) return false;
  const auto timed = time_page(std::move(*page), options.timing, reporter);
  if (!timed) return false;
  if (!write_outputs(outputs, {timed->page.episode, timed->alignment}, out, reporter)) return false;
  rule = dependency_rule(outputs, *timed);
  return true;
}

// Where every page failed, the old file stays.
bool write_dependencies(const fs::path& file, const std::vector<std::string>& rules,
                        std::ostream& err) {
  const auto content = fmt::format("{}", fmt::join(rules, ""));
  if (content.empty()) return true;
  const auto written = replace_file(file, content);
  if (!written) err << to_string(to_diagnostic(written.error(), file.string())) << '\n';
  return written.has_value();
}

int wrong_use(const Error& error, std::ostream& err) {
  err << "cmos-captions: error: " << error.message << " [" << error.rule << "]\n";
  return kWrongUse;
}

}  // namespace

int run_make(const MakeOptions& options, std::ostream& out, std::ostream& err) {
  const auto plans = plan_all(options);
  if (!plans) return wrong_use(plans.error(), err);
  catch_interruptions();
  std::vector<std::string> rules(options.pages.size());
  const auto failed = run_batch(
      options.pages, options.batch,
      [&](std::size_t i, std::ostream& findings) {
        return make_page(options, options.pages[i], (*plans)[i], rules[i], out, findings);
      },
      err);
  const bool wrote_dependencies =
      options.dependencies.empty() || write_dependencies(options.dependencies, rules, err);
  if (failed == 0 && wrote_dependencies) return kSuccess;
  return options.pages.size() == 1 ? kPageFailed : kSomeFailed;
}

}  // namespace cmos
