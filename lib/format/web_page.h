// Whole HTML pages that need nothing beside them.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

#include "format/web_assets.h"

namespace cmos {

// A page with style and script in it, and a policy (CSP) by which a browser runs no other script,
// loads nothing but sound and asks no server but its own. `title` is text, `body` HTML.
std::string web_page(std::string_view title, const WebAssets& assets, std::string_view body);

// Data for a script, as JSON in a <script> element of that class. All of it is ASCII, and nothing
// in it ends the element.
std::string data_element(std::string_view html_class, const nlohmann::json& data);

}  // namespace cmos
