// Aligns one page with one sound file and writes, as JSON, all boundaries of its words' phones with
// what the sound says of each place that they may be at: bench/learn_boundaries learns from that.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <exception>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "align/boundary.h"
#include "align/heard_words.h"
#include "align/word_boundaries.h"
#include "searched_page.h"
#include "speech/band_levels.h"

namespace {

using namespace cmos;
using nlohmann::json;

json to_json(const Boundary& boundary, const BandLevels& levels) {
  const BoundaryChoices choices = boundary_choices(boundary, levels.steps());
  return {{"kind", static_cast<int>(boundary.kind)},
          {"left", static_cast<int>(boundary.left)},
          {"right", static_cast<int>(boundary.right)},
          {"start", boundary.start.count()},
          {"end", boundary.end.count()},
          {"first", choices.first_step * BandLevels::kStepMilliseconds},
          {"placed", place_boundary(boundary, levels.steps()).count()},
          {"features", choices.features}};
}

json to_json(const SearchedPath& path, const BandLevels& levels) {
  const std::vector<HeardWord> words = heard_words(path.graph, path.steps);
  json result{{"boundaries", json::array()}, {"phones", json::array()}};
  for (const WordBoundary& at : word_boundaries(path, words)) {
    json entry = to_json(at.boundary, levels);
    if (at.ending) entry["ending"] = *at.ending;
    if (at.starting) entry["starting"] = *at.starting;
    result["boundaries"].push_back(std::move(entry));
  }
  for (std::size_t word = 0; word < words.size(); ++word) {
    for (std::size_t step = words[word].first_step; step < words[word].end_step; ++step) {
      const PhoneId phone = path.graph.node(path.steps[step].node).phone;
      json entry{{"word", word},
                 {"phone", path.graph.model().definition.phone_name(phone)},
                 {"start", start_of(path, step).count()},
                 {"end", start_of(path, step + 1).count()}};
      if (step > words[word].first_step) {
        entry["boundary"] = to_json(phone_boundary(path, step), levels);
      }
      result["phones"].push_back(std::move(entry));
    }
  }
  return result;
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app{"Writes the boundaries of a page's words as JSON.", "boundaries"};
  std::string file;
  std::string sound_file;
  app.add_option("PAGE", file, "Episode page")->required();
  app.add_option("SOUND", sound_file, "MP3, WAV or FLAC file")->required();
  CLI11_PARSE(app, argc, argv);
  try {
    const SearchedPage page(file, sound_file, {});
    fmt::print("{}\n", to_json(page.path(), page.levels()).dump());
  } catch (const std::exception& error) {
    fmt::print(stderr, "boundaries: {}\n", error.what());
    return 1;
  }
  return 0;
}
