#include "align/path_repair.h"

#include <catch2/catch.hpp>

#include "align/tiny_model.h"

namespace {

// What text_of() says of the path once it is repaired.
std::string repaired(const cmos::WordGraph& graph, const tiny::Sound& sound,
                     const std::vector<cmos::PathStep>& path) {
  const auto store = sound.store();
  cmos::SenoneScorer scorer(graph.model(), graph.model().codebooks);
  return tiny::text_of(graph, cmos::repair_path(graph, store, scorer, path));
}

}  // namespace

TEST_CASE("words that a path leaves out are found again where they sound") {
  const auto model = tiny::model();
  const cmos::WordGraph graph(model, tiny::words("a b c d"));
  const auto sound = tiny::Sound().say("_", 10).say("abcd", 20).say("_", 10);
  const auto unknown = graph.filler(1, cmos::FillerKind::garbage);
  const auto silence = [&](std::size_t boundary) {
    return graph.filler(boundary, cmos::FillerKind::silence);
  };
  const std::vector<cmos::PathStep> path{{silence(0), 0, 0},
                                         {tiny::first_node(graph, 0), 10, 0},
                                         {unknown, 30, 0},
                                         {tiny::first_node(graph, 3), 70, 0},
                                         {silence(4), 90, 0}};
  REQUIRE(tiny::text_of(graph, path) == "_@0 a@10 ?@30 d@70 _@90");
  CHECK(repaired(graph, sound, path) == "_@0 a@10 b@30 c@50 d@70 _@90");
}

TEST_CASE("words that do not sound stay left out") {
  const auto model = tiny::model();
  const cmos::WordGraph graph(model, tiny::words("a bebe cfcf d"));
  const auto sound = tiny::Sound().say("_", 10).say("ad", 20).say("_", 10);
  const auto path = tiny::find_path(graph, sound);
  REQUIRE(tiny::text_of(graph, path) == "_@0 a@10 d@30 _@50");
  CHECK(repaired(graph, sound, path) == "_@0 a@10 d@30 _@50");
}
