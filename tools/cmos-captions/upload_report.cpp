#include "upload_report.h"

#include <fmt/format.h>

#include <ostream>
#include <string>
#include <string_view>

#include "cmos/visible_text.h"

namespace cmos {

namespace {

std::string track_name(const TrackKey& key) {
  return visible_text(key.name.empty() ? key.language
                                       : fmt::format("{} \"{}\"", key.language, key.name));
}

std::string_view done(UploadAction action, bool is_draft) {
  if (action == UploadAction::insert) return is_draft ? "inserted as a draft" : "inserted";
  if (action == UploadAction::replace) return is_draft ? "replaced as a draft" : "replaced";
  if (action == UploadAction::set_draft) return is_draft ? "made a draft" : "published";
  return "left as it is";
}

}  // namespace

void print_plan(std::ostream& out, const UploadPlan& plan) {
  if (plan.channel)
    out << fmt::format("Signed in to the channel \"{}\"\n", visible_text(*plan.channel));
  for (const auto& outcome : plan.outcomes) {
    if (outcome.action == UploadAction::failed) continue;  // Reported as a diagnostic.
    const auto page = visible_text(outcome.page);
    if (outcome.action == UploadAction::later) {
      out << fmt::format("  {}: later, {}\n", page, outcome.why);
      continue;
    }
    const auto video = outcome.video_title.empty() ? outcome.key.video
                                                   : fmt::format("{} \"{}\"", outcome.key.video,
                                                                 visible_text(outcome.video_title));
    out << fmt::format("  {}: {}, track {}: {} ({}){}, {} units\n", page, video,
                       track_name(outcome.key), action_name(outcome.action), outcome.why,
                       outcome.changes_description ? ", chapters into the description" : "",
                       outcome.units);
  }
  out << fmt::format("  {} units to spend, {} of today's {} are left\n", plan.units,
                     plan.quota.left(), plan.quota.daily);
}

void print_done(std::ostream& out, const UploadOutcome& outcome) {
  const auto page = visible_text(outcome.page);
  if (outcome.action == UploadAction::later) {
    out << page << ": not done, later\n";
    return;
  }
  out << fmt::format(
             "{}: {}{}", page, done(outcome.action, outcome.track->is_draft),
             outcome.track->status.empty() ? "" : ", " + visible_text(outcome.track->status))
      << (outcome.changes_description ? ", chapters in the description" : "") << std::endl;
}

}  // namespace cmos
