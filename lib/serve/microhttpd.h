// The functions of libmicrohttpd, which has GnuTLS and the libraries behind that behind it.
#pragma once

#include <microhttpd.h>

#include <string>

#include "base/shared_library.h"

namespace cmos {

// If its `failure` is not empty, nothing of it may be called.
struct Microhttpd {
  std::string failure;
  SharedLibrary library{"libmicrohttpd.so.12", failure};
  // NOLINTBEGIN(readability-identifier-naming): the library's names.
  CMOS_LIBRARY_FUNCTION(library, MHD_add_response_header);
  CMOS_LIBRARY_FUNCTION(library, MHD_create_response_from_buffer);
  CMOS_LIBRARY_FUNCTION(library, MHD_create_response_from_fd_at_offset64);
  CMOS_LIBRARY_FUNCTION(library, MHD_destroy_response);
  CMOS_LIBRARY_FUNCTION(library, MHD_get_connection_values);
  CMOS_LIBRARY_FUNCTION(library, MHD_get_daemon_info);
  CMOS_LIBRARY_FUNCTION(library, MHD_get_version);
  CMOS_LIBRARY_FUNCTION(library, MHD_queue_response);
  CMOS_LIBRARY_FUNCTION(library, MHD_run_wait);
  CMOS_LIBRARY_FUNCTION(library, MHD_start_daemon);
  CMOS_LIBRARY_FUNCTION(library, MHD_stop_daemon);
  // NOLINTEND(readability-identifier-naming)
};

// Loaded by the first call. Thread-safe.
inline const Microhttpd& microhttpd() {
  static const Microhttpd functions;
  return functions;
}

}  // namespace cmos
