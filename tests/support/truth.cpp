#include "support/truth.h"

#include <fmt/format.h>

#include <cmath>
#include <fstream>
#include <nlohmann/json.hpp>
#include <stdexcept>

namespace cmos {
namespace {

using nlohmann::json;

std::string seconds(const std::optional<Time>& time) {
  return time ? fmt::format("{}.{:03}", time->count() / 1000, time->count() % 1000) : "null";
}

std::optional<Time> time_of(const json& value) {
  if (value.is_null()) return std::nullopt;
  return Time(std::llround(value.get<double>() * 1000));
}

std::string quoted(const std::string& text) {
  return json(text).dump();
}

}  // namespace

Truth read_truth(const std::filesystem::path& path) {
  std::ifstream file(path);
  if (!file) throw std::runtime_error("cannot read " + path.string());
  const json document = json::parse(file);
  Truth truth{*time_of(document.at("duration")), {}, {}};
  for (const auto& word : document.at("words")) {
    truth.words.push_back(
        {word.at("text"), time_of(word.at("start")), time_of(word.at("end")), word.at("line")});
  }
  for (const auto& line : document.at("lines")) {
    truth.lines.push_back(
        {{*time_of(line.at("start")), *time_of(line.at("end"))}, line.at("voice")});
  }
  return truth;
}

// By hand, so that each word stands on a line of its own and times keep their three decimals.
void write_truth(const std::filesystem::path& path, const Truth& truth) {
  std::string out = fmt::format("{{\"duration\":{},\n\"words\":[", seconds(truth.duration));
  const char* separator = "\n";
  for (const auto& word : truth.words) {
    out += fmt::format(R"({}{{"text":{},"start":{},"end":{},"line":{}}})", separator,
                       quoted(word.text), seconds(word.start), seconds(word.end), word.line);
    separator = ",\n";
  }
  out += "\n],\n\"lines\":[";
  separator = "\n";
  for (const auto& line : truth.lines) {
    out += fmt::format(R"({}{{"start":{},"end":{},"voice":{}}})", separator,
                       seconds(line.time.start), seconds(line.time.end), quoted(line.voice));
    separator = ",\n";
  }
  out += "\n]}\n";
  std::ofstream file(path, std::ios::binary);
  file << out << std::flush;
  if (!file) throw std::runtime_error("cannot write " + path.string());
}

}  // namespace cmos
