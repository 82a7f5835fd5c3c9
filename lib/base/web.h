// What addresses and videos of the web are named with.
#pragma once

#include <string>
#include <string_view>

namespace cmos {

// RFC 3986, section 2.3.
bool is_unreserved(char c);

// Every byte that does not stay as "%XX" (RFC 3986, section 2.1).
std::string percent_encode(std::string_view text, bool (*stays)(char) = is_unreserved);

// Whether it begins with http:// or https://, in any case (RFC 3986, section 3.1).
bool is_web_address(std::string_view text);

// As YouTube makes the IDs of videos: 64 bits in the alphabet of RFC 4648, section 5.
bool is_youtube_id(std::string_view id);

}  // namespace cmos
