// Tags of version 2.2 as tags of version 2.3. The table is docs/id3.md's.
#pragma once

#include "cmos/error.h"
#include "id3/tag.h"

namespace cmos {

// A frame that 2.3 knows no counterpart of is an error, as leaving it out would lose it. Rules:
// "id3-no-counterpart", "id3-damaged".
Result<Id3Tag> convert_from_22(const Id3Tag& tag);

}  // namespace cmos
