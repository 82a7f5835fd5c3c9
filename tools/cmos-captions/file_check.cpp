#include "file_check.h"

#include <fmt/format.h>

#include <iterator>
#include <set>
#include <system_error>
#include <utility>

namespace cmos {

namespace {

namespace fs = std::filesystem;

class FileCheck {
 public:
  void add(Captioner& captioner, const PagePlan& plan, const Settings& asked) {
    const auto opened = captioner.open(plan.page, asked);
    auto inputs = opened.value ? inputs_of(*opened.value)
                               : std::vector<NamedFile>{{plan.page, "the page itself"}};
    std::ranges::move(inputs, std::back_inserter(inputs_));
    for (const auto& [format, file] : plan.outputs) {
      if (!file.empty()) {
        outputs_.push_back({file, plan.page.string()});
      } else if (format == Format::mp3 && opened.value) {
        if (auto sound = find_sound(*opened.value)) {
          in_place_.push_back({std::move(*sound), plan.page.string()});
        }
      }
    }
  }

  void add_dependencies(const fs::path& file) { outputs_.push_back({file, "the rules of -M"}); }

  Result<void> check_folders() const {
    std::set<fs::path> seen;
    for (const auto& output : outputs_) {
      const auto parent = output.file.parent_path();
      if (parent.empty() || !seen.insert(parent).second) continue;
      std::error_code code;
      if (fs::is_directory(parent, code)) continue;
      return tl::unexpected(Error{
          fmt::format("cannot write {}: {}", output.file.string(),
                      code ? code.message() : fmt::format("{} is no folder", parent.string())),
          "write-failed"});
    }
    return {};
  }

  Result<void> check_names() const {
    for (const auto* files : {&outputs_, &inputs_}) {
      for (const auto& [file, role] : *files) {
        if (auto possible = check_make_name(file); !possible) return possible;
      }
    }
    return {};
  }

  Result<void> check_collisions() const {
    return keep_apart(outputs_, inputs_).and_then([&] { return keep_apart(in_place_, {}); });
  }

 private:
  std::vector<NamedFile> inputs_;
  std::vector<NamedFile> outputs_;
  std::vector<NamedFile> in_place_;  // Sound that is marked where it lies.
};

}  // namespace

Result<void> check_files(Captioner& captioner, const MakeOptions& options,
                         const std::vector<PagePlan>& plans) {
  FileCheck check;
  for (const auto& plan : plans) check.add(captioner, plan, options.settings);
  const bool writes_rules = !options.dependencies.empty();
  if (writes_rules) {
    if (const auto possible = check.check_names(); !possible) return possible;
    check.add_dependencies(options.dependencies);
  }
  return check.check_folders().and_then([&] { return check.check_collisions(); }).and_then([&] {
    return writes_rules ? check_rules_file(options.dependencies, options.settings.force)
                        : Result<void>();
  });
}

}  // namespace cmos
