// Style and script of the pages that are written, from lib/format/web.
#pragma once

#include <string_view>

namespace cmos {

struct WebAssets {
  std::string_view style;
  std::string_view script;        // A module.
  std::string_view style_sha256;  // 64 hexadecimal digits, of all bytes.
  std::string_view script_sha256;
};

extern const WebAssets kPlayerAssets;
extern const WebAssets kReviewAssets;

}  // namespace cmos
