#include "align/word_graph.h"

#include <catch2/catch.hpp>

#include "align/tiny_model.h"

using namespace std::chrono_literals;
using cmos::WordGraph;
using cmos::WordPosition;

namespace {

// Which of the model's triphones a phone of a word is; its first way to say it.
std::size_t triphone_of(const WordGraph& graph, std::size_t word, std::uint32_t phone) {
  const auto senone = graph.node(tiny::first_node(graph, word) + phone).model.senones[0];
  return senone / 3 - tiny::kPhones.size();
}

}  // namespace

TEST_CASE("a phone is modelled by its neighbours and by its place in the word") {
  const auto model = tiny::model({{'a', '_', 'b', WordPosition::internal},
                                  {'a', '_', 'b', WordPosition::begin},
                                  {'b', 'a', 'c', WordPosition::internal},
                                  {'b', 'a', 'c', WordPosition::begin},
                                  {'c', 'b', 'd', WordPosition::internal},
                                  {'c', 'b', 'd', WordPosition::end},
                                  {'d', 'c', '_', WordPosition::end},
                                  {'d', 'c', '_', WordPosition::single}});
  const WordGraph graph(model, tiny::words("abc d"));
  CHECK(triphone_of(graph, 0, 0) == 1);
  CHECK(triphone_of(graph, 0, 1) == 2);
  CHECK(triphone_of(graph, 0, 2) == 5);
  CHECK(triphone_of(graph, 1, 0) == 7);
}

TEST_CASE("known starts and ends fix boundaries and none that does not rise") {
  const auto model = tiny::model();
  auto words = tiny::words("a b c d");
  words[1].known_start = 2s;
  words[1].known_end = 3s;
  words[2].known_start = 3s;
  words[3].known_start = 2500ms;
  const WordGraph graph(model, words);
  REQUIRE(graph.fixed_ends().size() == 2);
  CHECK(graph.fixed_ends()[0].boundary == 1);
  CHECK(graph.fixed_ends()[0].frame == 200);
  CHECK(graph.fixed_ends()[1].boundary == 2);
  CHECK(graph.fixed_ends()[1].frame == 300);
}

TEST_CASE("a stamp names the frame of its time, a hundred to the second") {
  const auto model = tiny::model();
  auto words = tiny::words("a b c");
  words[0].stamp = 0s;
  words[2].stamp = 83s;
  const WordGraph graph(model, words);
  REQUIRE(graph.stamps().size() == 2);
  CHECK(graph.stamps()[0].word == 0);
  CHECK(graph.stamps()[0].frame == 0);
  CHECK(graph.stamps()[1].word == 2);
  CHECK(graph.stamps()[1].frame == 8300);
}
