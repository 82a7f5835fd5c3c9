// Which of the heads of a text's lines are heads, told from all of them together.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "transcript/line_head.h"

namespace cmos::transcript {

// A line of the text as the survey sees it.
struct SurveyedLine {
  std::optional<LineHead> head;
  bool is_blank = false;
  bool begins_paragraph = false;    // Behind a blank line, or the first one.
  bool has_address_behind = false;  // What stands behind the head is a URL or a link.
};

struct Dialogue {
  enum class Kind { prose, stamped, named };

  Kind kind = Kind::prose;
  HeadShape shape = HeadShape::stamp;             // The one that most heads have, if not prose.
  std::set<std::string, std::less<>> names;       // Those that heads may have.
  std::map<std::string, std::string> full_names;  // By initials.
  std::size_t heads = 0;                          // With these names, or of this shape.
  std::size_t paragraphs = 0;                     // Of the text.
  bool is_safe = true;                            // Nothing else is likely.

  // The head as it counts: with its name, with its time alone where the name is none, or not at
  // all.
  std::optional<LineHead> accepted(const LineHead& head) const;
  std::string full_name(const std::string& name) const;
};

// `declared` are the names that the file's front matter has.
Dialogue find_dialogue(const std::vector<SurveyedLine>& lines,
                       const std::set<std::string, std::less<>>& declared);

}  // namespace cmos::transcript
