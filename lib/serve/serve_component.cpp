#include "serve/serve_component.h"

#include <string>

#include "base/components.h"
#include "serve/microhttpd.h"

namespace cmos {

Component serve_component() {
  auto component =
      library_component("libmicrohttpd.so.12", "a review page that is served", false,
                        [](const SharedLibrary&) -> std::string {
                          return microhttpd().failure.empty() ? microhttpd().MHD_get_version() : "";
                        });
  if (component.is_usable()) component.failure = microhttpd().failure;
  return component;
}

}  // namespace cmos
