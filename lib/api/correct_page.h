// The corrections that lie beside a page. Inside lib/api only.
#pragma once

#include "cmos/captioner.h"
#include "cmos/diagnostic.h"

namespace cmos {

// Reads them as the captioner does and puts them into the page. A page without any stays as it is.
Diagnostics correct_page(const Captioner& captioner, EpisodePage& page);

// The corrected times that the words could not be given ["correction-unkept"].
Diagnostics unkept_corrections(const EpisodePage& page, const Alignment& alignment);

}  // namespace cmos
