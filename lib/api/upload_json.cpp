#include <nlohmann/json.hpp>
#include <utility>

#include "cmos/publish.h"

namespace cmos {

using nlohmann::ordered_json;

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

std::string write_upload_json(const UploadPlan& plan) {
  auto pages = ordered_json::array();
  for (const auto& outcome : plan.outcomes) {
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
                              {"units_spent_today", plan.quota.spent},
                              {"units_a_day", plan.quota.daily}};
  return document.dump(2, ' ', false, ordered_json::error_handler_t::replace) + '\n';
}

}  // namespace cmos
