// The parameters of an address' query and of a form. All functions are thread-safe.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace cmos {

using Parameters = std::vector<std::pair<std::string, std::string>>;

// "a=b&c=d%20e": all but the unreserved characters (RFC 3986, section 2.3) percent-encoded. Serves
// as the query of an address and as a body of the type application/x-www-form-urlencoded.
std::string encode_parameters(const Parameters& parameters);

// What encode_parameters() or a browser wrote; '+' is a space, the first of equal names counts.
std::map<std::string, std::string> decode_parameters(std::string_view text);

}  // namespace cmos
