#include "support/speaker/script.h"

#include <algorithm>
#include <fstream>
#include <initializer_list>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string_view>

namespace cmos::speaker {
namespace {

using nlohmann::json;

void refuse_other_names(const json& object, std::initializer_list<std::string_view> known) {
  for (const auto& [name, value] : object.items()) {
    if (std::ranges::find(known, name) == known.end()) {
      throw std::runtime_error("unknown name \"" + name + "\"");
    }
  }
}

Seconds read_seconds(const json& object, const char* name) {
  const double seconds = object.value(name, 0.0);
  if (seconds < 0) throw std::runtime_error(std::string(name) + " is negative");
  return Seconds(seconds);
}

Line read_line(const json& object) {
  refuse_other_names(object, {"voice", "text", "silence", "gain", "transcribed"});
  Line line{object.at("voice"), object.at("text")};
  line.silence = read_seconds(object, "silence");
  line.gain = object.value("gain", 0.0);
  line.transcribed = object.value("transcribed", true);
  return line;
}

}  // namespace

Script read_script(const std::filesystem::path& path) try {
  std::ifstream file(path);
  if (!file) throw std::runtime_error("cannot be read");
  const json document = json::parse(file);
  refuse_other_names(document, {"intro", "lines", "tail", "snr"});
  Script script;
  script.intro = read_seconds(document, "intro");
  script.tail = read_seconds(document, "tail");
  if (document.contains("snr")) script.snr = document["snr"].get<double>();
  for (const auto& line : document.at("lines")) script.lines.push_back(read_line(line));
  return script;
} catch (const std::exception& error) {
  throw std::runtime_error(path.string() + ": " + error.what());
}

}  // namespace cmos::speaker
