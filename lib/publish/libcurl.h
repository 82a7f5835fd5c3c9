// The functions of libcurl, which has thirty libraries behind it.
#pragma once

#include <curl/curl.h>

#include <string>

#include "base/shared_library.h"

namespace cmos {

// If its `failure` is not empty, nothing of it may be called.
struct Libcurl {
  std::string failure;
  SharedLibrary library{"libcurl.so.4", failure};
  CMOS_LIBRARY_FUNCTION(library, curl_easy_cleanup);
  CMOS_LIBRARY_FUNCTION(library, curl_easy_getinfo);
  CMOS_LIBRARY_FUNCTION(library, curl_easy_init);
  CMOS_LIBRARY_FUNCTION(library, curl_easy_perform);
  CMOS_LIBRARY_FUNCTION(library, curl_easy_reset);
  CMOS_LIBRARY_FUNCTION(library, curl_easy_setopt);
  CMOS_LIBRARY_FUNCTION(library, curl_easy_strerror);
  CMOS_LIBRARY_FUNCTION(library, curl_free);
  CMOS_LIBRARY_FUNCTION(library, curl_slist_append);
  CMOS_LIBRARY_FUNCTION(library, curl_slist_free_all);
  CMOS_LIBRARY_FUNCTION(library, curl_url);
  CMOS_LIBRARY_FUNCTION(library, curl_url_cleanup);
  CMOS_LIBRARY_FUNCTION(library, curl_url_get);
  CMOS_LIBRARY_FUNCTION(library, curl_url_set);
};

// Loaded by the first call. Thread-safe.
inline const Libcurl& libcurl() {
  static const Libcurl functions;
  return functions;
}

}  // namespace cmos
