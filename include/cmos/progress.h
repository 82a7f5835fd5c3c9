// How far the hearing of a page's sound is.
#pragma once

namespace cmos {

struct PageProgress {
  double share = 0;       // Of the sound, from 0 to 1; it grows.
  bool is_again = false;  // Sound and text differ so much that all of it is gone through once more:
                          // the share begins anew.
};

}  // namespace cmos
