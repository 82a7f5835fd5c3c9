#include "publish/curl_component.h"

#include <curl/curl.h>

#include <string>

#include "base/components.h"
#include "publish/libcurl.h"

namespace cmos {

Component curl_component() {
  auto component = library_component(
      "libcurl.so.4", "captions onto YouTube", false,
      [](const SharedLibrary& library) -> std::string {
        const CMOS_LIBRARY_FUNCTION(library, curl_version_info);
        return curl_version_info == nullptr ? "" : curl_version_info(CURLVERSION_NOW)->version;
      });
  if (component.is_usable()) component.failure = libcurl().failure;
  return component;
}

}  // namespace cmos
