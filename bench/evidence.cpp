// Aligns one page with one sound file and writes, as JSON, where each word starts and what speaks
// for it and against it: bench/learn_confidence learns from that.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <cstddef>
#include <cstdio>
#include <exception>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>

#include "align/confidence.h"
#include "align/heard_words.h"
#include "align/path_times.h"
#include "searched_page.h"

namespace {

using namespace cmos;
using nlohmann::json;

// The words that were found.
json to_json(const SearchedPage& page) {
  const SearchedPath path = page.path();
  const auto heard = heard_words(path.graph, path.steps);
  const auto spans = word_times(path, heard, page.levels().steps());
  const auto evidence = word_evidence(path.graph, path.steps, heard, path.frame_count);
  json result = json::array();
  for (std::size_t i = 0; i < heard.size(); ++i) {
    if (!heard[i].is_found()) continue;
    json word{{"start", spans[i]->start.count()}, {"values", evidence[i].values}};
    if (const auto origin = page.origins()[i]) word["origin"] = *origin;
    result.push_back(std::move(word));
  }
  return result;
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app{"Writes what speaks for the words of a page as JSON.", "evidence"};
  std::string page;
  std::string sound;
  Faults faults;
  app.add_option("PAGE", page, "Episode page")->required();
  app.add_option("SOUND", sound, "MP3, WAV or FLAC file")->required();
  app.add_option("--missing", faults.missing, "Percent of the words to leave out");
  app.add_option("--foreign", faults.foreign, "Percent of foreign words to put in");
  CLI11_PARSE(app, argc, argv);
  try {
    fmt::print("{}\n", to_json(SearchedPage(page, sound, faults)).dump());
  } catch (const std::exception& error) {
    fmt::print(stderr, "evidence: {}\n", error.what());
    return 1;
  }
  return 0;
}
