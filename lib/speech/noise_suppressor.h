// Takes steady noise out of a spectrum, band by band.
#pragma once

#include <cstddef>
#include <vector>

namespace cmos {

// For each band the level that a tenth of the frames stay below is tracked: that is the noise, as
// nobody speaks in all bands all the time. What a band has above twice this level is kept, the rest
// goes down to a 16th (spectral subtraction with a floor; the model's own front end suppresses
// noise in a like way, SphinxBase fe_noise.c). In a clean recording the levels are those of
// silence, and speech passes unchanged. Figures: docs/notes/acoustic-alignment.md.
class NoiseSuppressor {
 public:
  explicit NoiseSuppressor(std::size_t band_count) : bands_(band_count) {}

  // Takes the energy of a band's next frame and returns what is left of it.
  float suppress(std::size_t band, float energy);

 private:
  struct Band {
    float level = 0;   // The tracked quantile; 0 before the first frame.
    float smooth = 0;  // Mean energy of the last few frames.
  };
  std::vector<Band> bands_;
};

}  // namespace cmos
