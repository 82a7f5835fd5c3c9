// Addresses, judged by whether a secret may go there. libcurl takes them apart, which also sends:
// what is judged is where it goes.
#pragma once

#include <memory>
#include <string>

#include "cmos/error.h"

namespace cmos {

// https anywhere; http only to the machine itself (127.0.0.1, [::1], localhost), where nobody
// listens in between. Scheme, host and port must stand there as they are used: an address with a
// user name, a backslash, an escaped or numeric host, an odd port is not safe, since some read it
// as another host's.
class SafeUrl {
 public:
  // Rules of errors: "unsafe-address", "libcurl-missing". The message tells no query.
  static Result<SafeUrl> parse(const std::string& text);

  const std::string& host() const { return host_; }  // Without the port; IPv6 in brackets.
  bool is_loopback() const;
  void* handle() const { return parts_.get(); }  // A CURLU, for CURLOPT_CURLU.

 private:
  struct Closer {
    void operator()(void* parts) const;
  };
  std::unique_ptr<void, Closer> parts_;
  std::string host_;
};

// The address of this name in the folder of a safe address.
std::string address_beside(const std::string& url, const std::string& name);

// The host of any address, safe or not, to be told to the user; "" if there is none.
std::string host_of(const std::string& url);

}  // namespace cmos
