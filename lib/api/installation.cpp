#include "cmos/installation.h"

#include <algorithm>
#include <iterator>
#include <set>

#include "base/components.h"
#include "media/ffmpeg_components.h"
#include "publish/curl_component.h"
#include "serve/serve_component.h"
#include "speech/speech_components.h"

namespace cmos {

std::vector<Component> components() {
  auto all = ffmpeg_components();
  std::ranges::move(speech_components(), std::back_inserter(all));
  all.push_back(curl_component());
  all.push_back(serve_component());
  all.push_back(icu_component());
  return all;
}

bool can_make_captions(const std::vector<Component>& components) {
  return std::ranges::none_of(components, &Component::stops_captions);
}

std::string install_command(const std::vector<Component>& components) {
  std::set<std::string> packages;
  for (const auto& component : components) {
    if (!component.is_usable()) packages.insert(component.package);
  }
  if (packages.empty()) return "";
  // Of a package that is there, files may be missing or damaged.
  std::string command = "apt-get install --reinstall";
  for (const auto& package : packages) command += " " + package;
  return command;
}

}  // namespace cmos
