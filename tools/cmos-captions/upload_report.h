// What `upload` tells of its plan and of what was done.
#pragma once

#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "publish/upload.h"

namespace cmos {

struct QuotaView {
  int spent = 0;  // Today, by this program on this machine.
  int daily = 0;

  int left() const { return daily > spent ? daily - spent : 0; }
};

// What became, or is to become, of one page.
struct Outcome {
  std::string page;
  TrackKey key;
  std::string_view action;  // "insert", "replace", "set-draft", "nothing", "later", "failed".
  int units = 0;            // Planned, beyond those that the plan itself has cost.
  std::string why;
  std::string video_title;
  bool changes_description = false;
  std::optional<CaptionTrack> track;  // Once it is done.
  std::optional<Error> error;
};

std::string_view action_of(Step step);

// What is known without a call.
std::vector<Outcome> offline_outcomes(const std::vector<UploadJob>& jobs, const Schedule& schedule,
                                      const UploadState& state, const UploadOptions& options);

// What the plan says, in its order; failures and what has to wait behind it.
std::vector<Outcome> planned_outcomes(const std::vector<UploadJob>& jobs, const RunPlan& run);

// One line a page, and one of the units that are to be spent.
void print_plan(std::ostream& out, const std::vector<Outcome>& outcomes, int units,
                const QuotaView& quota);

// One line, once the page is done.
void print_done(std::ostream& out, const Outcome& outcome);

// The JSON of docs/publishing.md.
std::string write_upload_json(const std::vector<Outcome>& outcomes, const QuotaView& quota);

}  // namespace cmos
