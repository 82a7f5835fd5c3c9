#include "speech/model_adaptation.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <random>

#include "speech/acoustic_model.h"
#include "speech/model_bytes.h"

using namespace cmos;

namespace {

const AcousticModel& english_model() {
  static const auto kModel = AcousticModel::load(kDefaultModelFolder);
  if (!kModel) throw std::runtime_error(kModel.error().message);
  return *kModel;
}

// Of Debian's phones and states, but with four densities, far from each other, in each codebook.
AcousticModel simple_model(std::uint32_t codebooks) {
  constexpr std::uint32_t kDensities = 4;
  AcousticModel model = english_model();
  std::mt19937 random(5);
  const std::uint32_t total = codebooks * kDensities * kStreamCount * kCepstrumSize;
  std::vector<float> means(total);
  std::vector<float> variances(total);
  for (float& mean : means) mean = static_cast<float>(random() % 1600) / 100 - 8;
  for (float& variance : variances) variance = 1 + static_cast<float>(random() % 300) / 100;
  const auto file = [&](const std::vector<float>& values) {
    return sphinx_array(
        {codebooks, kStreamCount, kDensities, kCepstrumSize, kCepstrumSize, kCepstrumSize, total},
        values);
  };
  model.codebooks = Codebooks::parse(file(means), file(variances)).value();
  model.weights = {model.definition.senone_count(), kStreamCount, kDensities, {}};
  model.weights.bytes.resize(model.weights.senones * kStreamCount * kDensities);
  for (std::uint8_t& weight : model.weights.bytes)
    weight = static_cast<std::uint8_t>(random() % 12);
  return model;
}

const AcousticModel& phonetic_model() {
  static const auto kModel =
      simple_model(static_cast<std::uint32_t>(english_model().definition.phone_count()));
  return kModel;
}

using FrameTransform = std::array<StreamTransform, kStreamCount>;

PhoneModel phone_model(const AcousticModel& model, const std::string& name) {
  return model.definition.base_model(model.definition.find_phone(name).value());
}

std::size_t codebook_of(const AcousticModel& model, const std::string& name) {
  return model.codebook_of(phone_model(model, name).senones[0]);
}

// Other numbers in each dimension.
FrameTransform some_transform() {
  FrameTransform result;
  for (std::size_t stream = 0; stream < kStreamCount; ++stream) {
    for (std::size_t d = 0; d < kCepstrumSize; ++d) {
      const double sign = (stream + d) % 2 == 0 ? 1 : -1;
      const auto third = static_cast<double>((stream + d) % 3);
      result[stream][d] = {1 - sign * 0.1, sign * (0.6 + 0.2 * third), 0.7 + 0.4 * third};
    }
  }
  return result;
}

// Draws sound from a model's densities, as a voice that differs from them makes it.
class DrawnVoice {
 public:
  explicit DrawnVoice(const AcousticModel& model,
                      const FrameTransform& transform = some_transform())
      : model_(model), transform_(transform) {}

  // A phone of so many frames, as many in each state.
  std::vector<FeatureFrame> say(const PhoneModel& phone, std::size_t frames) {
    std::vector<FeatureFrame> result;
    for (std::size_t i = 0; i < frames; ++i) {
      result.push_back(draw(phone.senones[i * kStatesPerPhone / frames]));
    }
    return result;
  }

 private:
  FeatureFrame draw(SenoneId senone) {
    FeatureFrame frame{};
    for (std::size_t stream = 0; stream < kStreamCount; ++stream) {
      const Density density =
          model_.codebooks.density(model_.codebook_of(senone), stream, pick(senone, stream));
      for (std::size_t d = 0; d < kCepstrumSize; ++d) {
        const auto& [slope, offset, spread] = transform_[stream][d];
        const double x =
            slope * density.mean[d] + offset + spread / std::sqrt(density.precision[d]) * normal();
        frame[stream][d] = static_cast<std::int16_t>(std::lround(x * kFeatureUnit));
      }
    }
    return frame;
  }

  std::size_t pick(SenoneId senone, std::size_t stream) {
    const std::uint8_t* weights = model_.weights.row(senone, stream);
    const auto weight = [&](std::size_t density) { return linear_weights()[weights[density]]; };
    const std::size_t last = model_.codebooks.densities() - 1;
    double left = 0;
    for (std::size_t density = 0; density <= last; ++density) left += weight(density);
    left *= uniform();
    for (std::size_t density = 0; density < last; ++density) {
      left -= weight(density);
      if (left < 0) return density;
    }
    return last;
  }

  double uniform() { return static_cast<double>(random_()) / 4294967296.0; }

  // Hardly to be told from a normal distribution, and the same with every library.
  double normal() {
    double sum = -6;
    for (int i = 0; i < 12; ++i) sum += uniform();
    return sum;
  }

  const AcousticModel& model_;
  FrameTransform transform_;
  std::mt19937 random_{7};
};

// Of phones that last nine frames.
void hear(ModelAdaptation& adaptation, const AcousticModel& model,
          const std::vector<std::string>& names, std::size_t frames_each) {
  DrawnVoice voice(model);
  for (const std::string& name : names) {
    const PhoneModel phone = phone_model(model, name);
    for (std::size_t i = 0; i < frames_each / 9; ++i) {
      adaptation.accumulate(model.codebooks, phone, voice.say(phone, 9));
    }
  }
}

// How far a codebook's densities lie from those of the model after a transform, at most and in all
// streams: means in the model's deviations, deviations as logarithms of their ratio.
struct Distance {
  double mean = 0;
  double spread = 0;
};

Distance distance(const AcousticModel& model, const Codebooks& codebooks, std::size_t codebook,
                  const FrameTransform& transform) {
  Distance result;
  for (std::size_t stream = 0; stream < kStreamCount; ++stream) {
    for (std::size_t i = 0; i < codebooks.densities(); ++i) {
      const Density own = model.codebooks.density(codebook, stream, i);
      const Density other = codebooks.density(codebook, stream, i);
      for (std::size_t d = 0; d < kCepstrumSize; ++d) {
        const auto& [slope, offset, spread] = transform[stream][d];
        const double mean = slope * own.mean[d] + offset;
        const double ratio = std::sqrt(own.precision[d] / other.precision[d]) / spread;
        result.mean =
            std::max(result.mean, std::abs(other.mean[d] - mean) * std::sqrt(own.precision[d]));
        result.spread = std::max(result.spread, std::abs(std::log(ratio)));
      }
    }
  }
  return result;
}

Distance distance_from_own(const AcousticModel& model, const Codebooks& codebooks,
                           const std::string& phone) {
  return distance(model, codebooks, codebook_of(model, phone), FrameTransform());
}

Distance distance_from_heard(const AcousticModel& model, const Codebooks& codebooks,
                             const std::string& phone) {
  return distance(model, codebooks, codebook_of(model, phone), some_transform());
}

bool are_equal(std::span<const TopDensities> some, std::span<const TopDensities> others) {
  return std::ranges::equal(some, others, [](const TopDensities& one, const TopDensities& other) {
    return one.cost == other.cost && one.index == other.index && one.weight == other.weight;
  });
}

// The cost of the best density by the book.
double cost_by_the_book(const std::vector<Density>& densities, const std::array<double, 13>& x) {
  double best = 1e9;
  for (const Density& density : densities) {
    double cost = 16;
    for (std::size_t d = 0; d < kCepstrumSize; ++d) {
      const double distance = x[d] - density.mean[d];
      cost += (distance * distance * density.precision[d] - std::log(density.precision[d])) / 2;
    }
    best = std::min(best, cost * kNat);
  }
  return best;
}

}  // namespace

TEST_CASE("What has heard nothing says of every frame what the model says, bit for bit") {
  for (const AcousticModel* model : {&english_model(), &phonetic_model()}) {
    const Codebooks codebooks = ModelAdaptation(*model).codebooks();
    REQUIRE(codebooks.count() == model->codebooks.count());
    const auto frames = DrawnVoice(*model).say(phone_model(*model, "AE"), 20);
    for (std::size_t codebook = 0; codebook < codebooks.count(); ++codebook) {
      std::vector<TopDensities> own(frames.size() * kStreamCount);
      std::vector<TopDensities> adapted(own.size());
      for (std::size_t stream = 0; stream < kStreamCount; ++stream) {
        model->codebooks.score(codebook, stream, frames, std::span(own).subspan(stream));
        codebooks.score(codebook, stream, frames, std::span(adapted).subspan(stream));
      }
      CHECK(are_equal(own, adapted));
      const Distance moved = distance(*model, codebooks, codebook, FrameTransform());
      CHECK(moved.mean == 0);
      CHECK(moved.spread == 0);
    }
  }
}

TEST_CASE("Densities of a phone go where thousands of its frames lie, and get as wide") {
  const AcousticModel& model = phonetic_model();
  ModelAdaptation adaptation(model);
  hear(adaptation, model, {"AE"}, 2700);
  const Distance left = distance_from_heard(model, adaptation.codebooks(), "AE");
  CHECK(left.mean < 0.2);
  CHECK(left.spread < 0.06);
}

TEST_CASE("Sound that is far sharper or wider than the model halves or doubles deviations only") {
  const AcousticModel& model = phonetic_model();
  for (const auto& [heard, learned] : {std::pair{0.3, 0.5}, {3.0, 2.0}}) {
    FrameTransform transform;
    for (StreamTransform& stream : transform) stream.fill({1, 0, heard});
    DrawnVoice voice(model, transform);
    ModelAdaptation adaptation(model);
    const PhoneModel phone = phone_model(model, "AE");
    adaptation.accumulate(model.codebooks, phone, voice.say(phone, 2700));
    for (StreamTransform& stream : transform) stream.fill({1, 0, learned});
    const Codebooks codebooks = adaptation.codebooks();
    CHECK(distance(model, codebooks, codebook_of(model, "AE"), transform).spread < 0.01);
  }
}

TEST_CASE("A few frames leave a phone near the model") {
  const AcousticModel& model = phonetic_model();
  DrawnVoice voice(model);
  ModelAdaptation adaptation(model);
  const PhoneModel phone = phone_model(model, "AE");
  adaptation.accumulate(model.codebooks, phone, voice.say(phone, 3));
  const Distance moved = distance_from_own(model, adaptation.codebooks(), "AE");
  CHECK(moved.mean > 0);
  CHECK(moved.mean < 0.5);
  CHECK(moved.spread < 0.2);
}

TEST_CASE(
    "A phone that was never heard goes where all that were heard went, but silence does not") {
  const AcousticModel& model = phonetic_model();
  ModelAdaptation adaptation(model);
  hear(adaptation, model, {"AE", "S", "IY", "M", "T", "OW"}, 900);
  const Codebooks codebooks = adaptation.codebooks();
  const Distance left = distance_from_heard(model, codebooks, "N");
  CHECK(left.mean < 0.3);
  CHECK(left.spread < 0.08);
  for (const char* const filler : {"SIL", "+NSN+"}) {
    const Distance moved = distance_from_own(model, codebooks, filler);
    CHECK(moved.mean == 0);
    CHECK(moved.spread == 0);
  }
}

TEST_CASE("What silence hears moves silence and nothing else") {
  const AcousticModel& model = phonetic_model();
  ModelAdaptation adaptation(model);
  hear(adaptation, model, {"SIL"}, 450);
  const Codebooks codebooks = adaptation.codebooks();
  const Distance left = distance_from_heard(model, codebooks, "SIL");
  CHECK(left.mean < 0.5);
  CHECK(left.spread < 0.15);
  for (const char* const other : {"AE", "N", "+NSN+"}) {
    const Distance moved = distance_from_own(model, codebooks, other);
    CHECK(moved.mean == 0);
    CHECK(moved.spread == 0);
  }
}

TEST_CASE("Speech of Debian's own densities moves speech towards it, and not silence") {
  const AcousticModel& model = english_model();
  FrameTransform transform;
  for (StreamTransform& stream : transform) stream.fill({1, 0.5, 1});
  DrawnVoice voice(model, transform);
  ModelAdaptation adaptation(model);
  for (const char* const name : {"AE", "S", "IY", "M", "T", "OW"}) {
    const PhoneModel phone = phone_model(model, name);
    for (int i = 0; i < 100; ++i)
      adaptation.accumulate(model.codebooks, phone, voice.say(phone, 9));
  }
  const Codebooks codebooks = adaptation.codebooks();
  for (const char* const name : {"AE", "N"}) {
    const std::size_t codebook = codebook_of(model, name);
    double moved = 0;
    for (std::size_t i = 0; i < codebooks.densities(); ++i) {
      moved += codebooks.density(codebook, 0, i).mean[0] -
               model.codebooks.density(codebook, 0, i).mean[0];
    }
    CHECK(moved / static_cast<double>(codebooks.densities()) == Approx(0.5).margin(0.25));
  }
  CHECK(distance_from_own(model, codebooks, "SIL").mean == 0);
}

TEST_CASE("The one codebook of a semi-continuous model learns from speech and silence alike") {
  const AcousticModel model = simple_model(1);
  for (const char* const name : {"AE", "SIL"}) {
    ModelAdaptation adaptation(model);
    hear(adaptation, model, {name}, 2700);
    const Distance left = distance_from_heard(model, adaptation.codebooks(), "N");
    CHECK(left.mean < 0.2);
    CHECK(left.spread < 0.06);
  }
}

TEST_CASE("A phone of one frame, or of none, does no harm") {
  for (const AcousticModel* model : {&english_model(), &phonetic_model()}) {
    ModelAdaptation adaptation(*model);
    const PhoneModel phone = phone_model(*model, "AE");
    adaptation.accumulate(model->codebooks, phone, {});
    CHECK(distance_from_own(*model, adaptation.codebooks(), "AE").mean == 0);
    adaptation.accumulate(model->codebooks, phone, DrawnVoice(*model).say(phone, 1));
    const Distance moved = distance_from_own(*model, adaptation.codebooks(), "AE");
    CHECK(moved.mean > 0);
    CHECK(moved.mean < 1);
    CHECK(moved.spread < 0.3);
  }
}

TEST_CASE(
    "A codebook that is transformed scores as the book says, with deviations above the floor") {
  const AcousticModel model = simple_model(1);
  Codebooks codebooks = model.codebooks;
  StreamTransform transform;
  for (std::size_t d = 0; d < kCepstrumSize; ++d) {
    transform[d] = {0.9, 1, std::array{0.3, 0.7, 1.8}[d % 3]};
  }
  codebooks.transform(0, 1, transform);
  std::vector<Density> expected;
  std::size_t at_floor = 0;
  for (std::size_t i = 0; i < codebooks.densities(); ++i) {
    expected.push_back(model.codebooks.density(0, 1, i));
    for (std::size_t d = 0; d < kCepstrumSize; ++d) {
      const double deviation = transform[d].spread / std::sqrt(expected[i].precision[d]);
      at_floor += deviation < 0.5 ? 1 : 0;
      expected[i].mean[d] = transform[d].slope * expected[i].mean[d] + transform[d].offset;
      expected[i].precision[d] = std::pow(std::max(deviation, 0.5), -2);
      CHECK(codebooks.density(0, 1, i).mean[d] == Approx(expected[i].mean[d]).margin(0.003));
      CHECK(codebooks.density(0, 1, i).precision[d] ==
            Approx(expected[i].precision[d]).epsilon(0.002));
    }
  }
  CHECK(at_floor > 4);
  for (const FeatureFrame& frame : DrawnVoice(model).say(phone_model(model, "AE"), 100)) {
    TopDensities top{};
    codebooks.score(0, 1, {&frame, 1}, {&top, 1});
    std::array<double, kCepstrumSize> x{};
    for (std::size_t d = 0; d < kCepstrumSize; ++d) x[d] = frame[1][d] / double{kFeatureUnit};
    CHECK(top.cost == Approx(cost_by_the_book(expected, x)).epsilon(0.005).margin(3));
  }
}
