// Every file of a model, damaged in every way that a disk or an attacker can think of.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cstring>
#include <functional>
#include <random>

#include "speech/acoustic_model.h"
#include "speech/model_bytes.h"
#include "support/rule_of.h"

using namespace cmos;

namespace {

// Parses the bytes; the rule of the error, or "" if they are fine.
using Parse = std::function<std::string(std::string_view)>;

struct ModelFile {
  std::string name;
  std::string bytes;
  std::size_t counts;  // Where the counts begin.
  Parse parse;
};

std::size_t end_of_s3_header(const std::string& bytes) {
  return bytes.find("endhdr\n") + 7;
}

// Debian's model has its weights as sendump.
std::string mixture_weights() {
  std::vector<float> values;
  for (int i = 0; i < 4 * 3 * 128; ++i) values.push_back(static_cast<float>(i % 7));
  return sphinx_array({4, 3, 128, 4 * 3 * 128}, values);
}

std::vector<ModelFile> model_files() {
  const std::string means = model_bytes("means");
  const std::string variances = model_bytes("variances");
  const std::string sendump = model_bytes("sendump");
  const std::string transitions = model_bytes("transition_matrices");
  return {{"mdef", model_bytes("mdef"), 0,
           [](std::string_view b) { return rule_of(ModelDefinition::parse(b)); }},
          {"means", means, end_of_s3_header(means),
           [variances](std::string_view b) { return rule_of(Codebooks::parse(b, variances)); }},
          {"variances", variances, end_of_s3_header(variances),
           [means](std::string_view b) { return rule_of(Codebooks::parse(means, b)); }},
          {"sendump", sendump, 0,
           [](std::string_view b) { return rule_of(parse_sendump(b, 5126, 3, 128)); }},
          {"mixture_weights", mixture_weights(), end_of_s3_header(mixture_weights()),
           [](std::string_view b) { return rule_of(parse_mixture_weights(b, 4, 3, 128)); }},
          {"transition_matrices", transitions, end_of_s3_header(transitions),
           [](std::string_view b) { return rule_of(parse_transitions(b, 42)); }},
          {"noisedict", model_bytes("noisedict"), 0,
           [](std::string_view b) { return rule_of(parse_noise_dictionary(b)); }},
          {"feat.params", model_bytes("feat.params"), 0,
           [](std::string_view b) { return rule_of(parse_feature_options(b)); }}};
}

bool is_model_rule(const std::string& rule) {
  return rule == "model-damaged" || rule == "model-unsupported";
}

bool is_text(const ModelFile& file) {
  return file.name == "noisedict" || file.name == "feat.params";
}

}  // namespace

TEST_CASE("Every file of the model is read as it is") {
  for (const ModelFile& file : model_files()) {
    INFO(file.name);
    CHECK(file.parse(file.bytes).empty());
  }
}

TEST_CASE("A model file that is empty or cut short is an error") {
  for (const ModelFile& file : model_files()) {
    if (is_text(file)) continue;  // Any prefix that ends with a line is a file of its own.
    for (std::size_t part = 0; part < 24; ++part) {
      const std::size_t size = part < 12 ? part * 11 : file.bytes.size() * (part - 12) / 12;
      INFO(file.name << " cut to " << size);
      CHECK(is_model_rule(file.parse(std::string_view(file.bytes).substr(0, size))));
    }
    CHECK(is_model_rule(file.parse(std::string_view(file.bytes).substr(0, file.bytes.size() - 1))));
    CHECK(is_model_rule(file.parse(file.bytes + '\0')));
  }
}

TEST_CASE("Huge counts in a model file are an error, not an allocation") {
  for (const ModelFile& file : model_files()) {
    if (is_text(file)) continue;
    const std::size_t first = file.name == "mdef" ? 12 + 0x41C : file.counts + 4;
    for (std::size_t at = first; at < first + 40; at += 4) {
      for (const std::uint32_t value : {0xFFFFFFFFU, 0x7FFFFFFFU, 0U, 0x01000000U}) {
        std::string bytes = file.bytes;
        if (std::memcmp(bytes.data() + at, &value, 4) == 0) continue;
        std::memcpy(bytes.data() + at, &value, 4);
        INFO(file.name << " at " << at << ": " << value);
        const std::string rule = file.parse(bytes);
        CHECK((rule.empty() || is_model_rule(rule)));
      }
    }
  }
}

TEST_CASE("Bytes flipped anywhere in a model file give an error or a model, nothing worse") {
  std::mt19937 random(4);
  for (const ModelFile& file : model_files()) {
    for (int i = 0; i < 40; ++i) {
      std::string bytes = file.bytes;
      const std::size_t range =
          i % 2 == 0 ? std::min<std::size_t>(bytes.size(), 2048) : bytes.size();
      for (int k = 0; k <= i % 4; ++k) {
        bytes[random() % range] ^= static_cast<char>(1U << random() % 8);
      }
      INFO(file.name << " " << i);
      const std::string rule = file.parse(bytes);
      CHECK((rule.empty() || is_model_rule(rule)));
    }
  }
}

TEST_CASE("A flipped bit in means or transitions is found by the checksum") {
  for (const ModelFile& file : model_files()) {
    if (file.name != "means" && file.name != "transition_matrices") continue;
    std::string bytes = file.bytes;
    bytes[bytes.size() - 100] ^= 1;
    CHECK(file.parse(bytes) == "model-damaged");
  }
}

TEST_CASE("Means that are no numbers and variances below zero are errors") {
  const std::string means = model_bytes("means");
  std::string broken = means;
  const float nothing = NAN;
  std::memcpy(broken.data() + broken.size() - 400, &nothing, sizeof nothing);
  CHECK(rule_of(Codebooks::parse(broken, model_bytes("variances"))) == "model-damaged");
  CHECK(rule_of(Codebooks::parse(means, means)) == "model-damaged");
}

TEST_CASE("Mixture weights may be counts or bytes, and other counts than the model's are errors") {
  CHECK(rule_of(parse_sendump(model_bytes("sendump"), 5126, 2, 128)) == "model-damaged");
  CHECK(rule_of(parse_sendump(model_bytes("sendump"), 5127, 3, 128)) == "model-damaged");
  const std::string text = sphinx_array({1, 1, 4, 4}, {3, 1, 0, 0});
  const auto weights = parse_mixture_weights(text, 1, 1, 4);
  REQUIRE(weights);
  CHECK(weights->row(0, 0)[0] == 3);    // -ln 0.75 / 0.1024
  CHECK(weights->row(0, 0)[1] == 14);   // -ln 0.25 / 0.1024
  CHECK(weights->row(0, 0)[2] == 157);  // The floor.
  CHECK(rule_of(parse_mixture_weights(text, 1, 1, 5)) == "model-damaged");
}
