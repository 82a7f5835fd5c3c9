// What addresses and videos of the web are named with.
#pragma once

#include <string>
#include <string_view>

namespace cmos {

// RFC 3986, section 2.3.
bool is_unreserved(char c);

// Every byte that does not stay as "%XX" (RFC 3986, section 2.1).
std::string percent_encode(std::string_view text, bool (*stays)(char) = is_unreserved);

// Every "%XX" as the byte that it stands for; "%00", which no name has, and what is none stay.
std::string percent_decode(std::string_view text);

// An address with every byte that is no printable ASCII as "%XX"; what is one already stays.
std::string encode_url(std::string_view url);

// A path of a site, parts separated by slashes, as an address has it.
std::string encode_path(std::string_view path);

// Whether it begins with http:// or https://, in any case (RFC 3986, section 3.1).
bool is_web_address(std::string_view text);

// As YouTube makes the IDs of videos: 64 bits in the alphabet of RFC 4648, section 5.
bool is_youtube_id(std::string_view id);

}  // namespace cmos
