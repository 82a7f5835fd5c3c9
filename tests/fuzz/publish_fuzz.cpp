// Any bytes as what the network, a browser or a damaged file hands to the publishing module: no
// crash, no hang; a sign-in never comes from a request without the state, and chapters in a
// description stay as they are when set again.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "demand.h"
#include "publish/answers.h"
#include "publish/compare.h"
#include "publish/description.h"
#include "publish/loopback.h"
#include "publish/oauth.h"
#include "publish/state.h"
#include "publish/token_store.h"
#include "publish/url.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  (void)cmos::parse_channels(bytes);
  (void)cmos::parse_videos(bytes);
  (void)cmos::parse_tracks(bytes);
  (void)cmos::parse_track(bytes);
  (void)cmos::parse_iso_duration(bytes);
  const auto [reason, message] = cmos::parse_refusal(bytes);
  demand(message.find('\n') == std::string::npos, "a message of several lines");
  (void)cmos::shows_the_same({}, bytes);

  if (const auto client = cmos::parse_client_secret(bytes))
    demand(cmos::SafeUrl::parse(client->token_uri).has_value(), "a secret may go anywhere");
  if (const auto credentials = cmos::parse_credentials(bytes))
    demand(cmos::SafeUrl::parse(credentials->client.token_uri).has_value(),
           "a token may go anywhere");
  if (const auto state = cmos::parse_state(bytes))
    demand(cmos::parse_state(cmos::write_state(*state)).has_value(),
           "a record cannot be read back");

  const auto redirect = cmos::read_redirect(bytes, "a-state");
  if (bytes.find("a-state") == std::string_view::npos && bytes.find('%') == std::string_view::npos)
    demand(std::holds_alternative<cmos::NotForUs>(redirect), "a code without the state");

  const std::string lines = "0:00 One\n1:00 Two\n";
  if (const auto once = cmos::with_chapters(bytes, lines))
    demand(cmos::with_chapters(*once, lines).value_or("") == *once,
           "chapters change when set again");
  return 0;
}
