#include "align/word_graph.h"

#include <catch2/catch.hpp>

#include <cstddef>
#include <cstdint>
#include <vector>

#include "align/tiny_model.h"

using namespace std::chrono_literals;
using cmos::Neighbour;
using cmos::WordGraph;
using cmos::WordPosition;

namespace {

// Which of the model's triphones a node is.
std::size_t triphone_of(const WordGraph& graph, std::uint32_t node) {
  return graph.node(node).model.senones[0] / 3 - tiny::kPhones.size();
}

}  // namespace

TEST_CASE("a phone is modelled by its neighbours and by its place in the word") {
  const auto model = tiny::model({{'a', '_', 'b', WordPosition::internal},
                                  {'a', '_', 'b', WordPosition::begin},
                                  {'b', 'a', 'c', WordPosition::internal},
                                  {'b', 'a', 'c', WordPosition::begin},
                                  {'c', 'b', 'd', WordPosition::internal},
                                  {'c', 'b', 'd', WordPosition::end}});
  const WordGraph graph(model, tiny::words("abc d"));
  std::vector<std::size_t> triphones;
  std::uint32_t node = tiny::first_node(graph, 0);
  for (; !graph.node(node).is_last(); node += graph.node(node).next) {
    triphones.push_back(triphone_of(graph, node));
  }
  triphones.push_back(triphone_of(graph, node));
  CHECK(triphones == std::vector<std::size_t>{1, 2, 5});
}

TEST_CASE("a word's first and last phones are modelled beside a word and beside a pause") {
  const auto model = tiny::model({{'d', 'c', 'e', WordPosition::begin},
                                  {'d', '_', 'e', WordPosition::begin},
                                  {'e', 'd', 'f', WordPosition::end},
                                  {'e', 'd', '_', WordPosition::end},
                                  {'f', 'e', 'a', WordPosition::single},
                                  {'f', '_', 'a', WordPosition::single},
                                  {'f', 'e', '_', WordPosition::single},
                                  {'f', '_', '_', WordPosition::single}});
  const WordGraph graph(model, tiny::words("c de f a"));
  for (const auto before : {Neighbour::word, Neighbour::pause}) {
    const auto entries = graph.entries(tiny::first_node(graph, 1), before);
    CHECK(triphone_of(graph, entries.node) == static_cast<std::size_t>(before));
    CHECK_FALSE(entries.other);
    const WordGraph::Node first = graph.node(entries.node);
    REQUIRE(first.next_count == 2);
    CHECK(triphone_of(graph, entries.node + first.next) == 2);
    CHECK(triphone_of(graph, entries.node + first.next + 1) == 3);
    const auto single = graph.entries(tiny::first_node(graph, 2), before);
    CHECK(triphone_of(graph, single.node) == 4 + static_cast<std::size_t>(before));
    REQUIRE(single.other);
    CHECK(triphone_of(graph, *single.other) == 6 + static_cast<std::size_t>(before));
  }
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
