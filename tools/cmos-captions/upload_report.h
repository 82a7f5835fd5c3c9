// What `upload` tells of its plan and of what was done.
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "publish/uploader.h"

namespace cmos {

// One line a page, and one of the units that are to be spent.
void print_plan(std::ostream& out, const std::vector<UploadOutcome>& outcomes, int units,
                const QuotaView& quota);

// One line, once the page is done or left for later.
void print_done(std::ostream& out, const UploadOutcome& outcome);

// The JSON of docs/publishing.md.
std::string write_upload_json(const std::vector<UploadOutcome>& outcomes, const QuotaView& quota);

}  // namespace cmos
