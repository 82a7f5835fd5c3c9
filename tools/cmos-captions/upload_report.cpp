#include "upload_report.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <ostream>

namespace cmos {

namespace {

using nlohmann::ordered_json;

// As the JSON of docs/publishing.md has it.
std::string_view action_name(UploadAction action) {
  switch (action) {
    case UploadAction::insert:
      return "insert";
    case UploadAction::replace:
      return "replace";
    case UploadAction::set_draft:
      return "set-draft";
    case UploadAction::later:
      return "later";
    case UploadAction::failed:
      return "failed";
    case UploadAction::nothing:
      break;
  }
  return "nothing";
}

std::string track_name(const TrackKey& key) {
  return key.name.empty() ? key.language : fmt::format("{} \"{}\"", key.language, key.name);
}

std::string_view done(UploadAction action, bool is_draft) {
  if (action == UploadAction::insert) return is_draft ? "inserted as a draft" : "inserted";
  if (action == UploadAction::replace) return is_draft ? "replaced as a draft" : "replaced";
  if (action == UploadAction::set_draft) return is_draft ? "made a draft" : "published";
  return "left as it is";
}

}  // namespace

void print_plan(std::ostream& out, const std::vector<UploadOutcome>& outcomes, int units,
                const QuotaView& quota) {
  for (const auto& outcome : outcomes) {
    if (outcome.action == UploadAction::failed) continue;  // Reported as a diagnostic.
    if (outcome.action == UploadAction::later) {
      out << fmt::format("  {}: later, {}\n", outcome.page, outcome.why);
      continue;
    }
    const auto video = outcome.video_title.empty()
                           ? outcome.key.video
                           : fmt::format("{} \"{}\"", outcome.key.video, outcome.video_title);
    out << fmt::format("  {}: {}, track {}: {} ({}){}, {} units\n", outcome.page, video,
                       track_name(outcome.key), action_name(outcome.action), outcome.why,
                       outcome.changes_description ? ", chapters into the description" : "",
                       outcome.units);
  }
  out << fmt::format("  {} units to spend, {} of today's {} are left\n", units, quota.left(),
                     quota.daily);
}

void print_done(std::ostream& out, const UploadOutcome& outcome) {
  if (outcome.action == UploadAction::later) {
    out << outcome.page << ": not done, later\n";
    return;
  }
  out << fmt::format("{}: {}{}", outcome.page, done(outcome.action, outcome.track->is_draft),
                     outcome.track->status.empty() ? "" : ", " + outcome.track->status)
      << (outcome.changes_description ? ", chapters in the description" : "") << std::endl;
}

std::string write_upload_json(const std::vector<UploadOutcome>& outcomes, const QuotaView& quota) {
  auto pages = ordered_json::array();
  for (const auto& outcome : outcomes) {
    ordered_json page{{"page", outcome.page},
                      {"video", outcome.key.video},
                      {"language", outcome.key.language},
                      {"name", outcome.key.name},
                      {"action", action_name(outcome.action)},
                      {"units", outcome.units}};
    if (outcome.changes_description) page["description"] = true;
    if (outcome.track) {
      page["caption"] = outcome.track->id;
      page["status"] = outcome.track->status;
      page["draft"] = outcome.track->is_draft;
    }
    if (outcome.error)
      page["error"] = {{"rule", outcome.error->rule.name()}, {"message", outcome.error->message}};
    pages.push_back(std::move(page));
  }
  const ordered_json document{{"pages", std::move(pages)},
                              {"units_spent_today", quota.spent},
                              {"units_a_day", quota.daily}};
  return document.dump(2, ' ', false, ordered_json::error_handler_t::replace) + '\n';
}

}  // namespace cmos
