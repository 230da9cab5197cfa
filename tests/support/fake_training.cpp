#include "tests/support/fake_training.h"

#include <fmt/format.h>

#include "core/base/durable_file.h"
#include "core/base/json.h"
#include "core/jobs/exact_number.h"

namespace tunebench::test {
namespace {

constexpr std::array<double, 4> kTarget = {1.0, -2.0, 0.5, 3.0};

OrderedJson numbers_to_json(const std::array<double, 4>& numbers) {
    auto json = OrderedJson::array();
    for (const double number : numbers)
        json.push_back(exact_number(number));
    return json;
}

Result<std::array<double, 4>> numbers_at(const Json& json, std::string_view key) {
    TRY(const auto* list, json_array(json, key));
    std::array<double, 4> numbers = {};
    if (list->size() != numbers.size())
        return Error{.code = ErrorCode::Corrupt, .message = fmt::format("'{}' has the wrong length", key)};
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        TRY(numbers[i], number_from((*list)[i], key));
    }
    return numbers;
}

}  // namespace

FakeState initial_fake_state(std::int64_t seed) {
    FakeState state;
    state.random.seed = static_cast<std::uint64_t>(seed);
    return state;
}

double train_step(FakeState& state, double learning_rate) {
    Random random(state.random);
    double loss = 0.0;
    for (std::size_t i = 0; i < kTarget.size(); ++i) {
        const double noise = 0.1 * (random.uniform() - 0.5);
        const double error = state.weights[i] - kTarget[i] + noise;
        loss += error * error;
        state.momentum[i] = 0.5 * state.momentum[i] + error;
        state.weights[i] -= learning_rate * state.momentum[i];
    }
    state.random = random.state();
    ++state.step;
    return loss;
}

double validation_loss(const FakeState& state) {
    double loss = 0.0;
    for (std::size_t i = 0; i < kTarget.size(); ++i)
        loss += (state.weights[i] - kTarget[i]) * (state.weights[i] - kTarget[i]);
    return loss;
}

Result<void> save_fake_weights(const FakeState& state, const std::filesystem::path& folder) {
    auto json = OrderedJson::object();
    json["weights"] = numbers_to_json(state.weights);
    return write_file_durably(folder / "weights.json", json_text(json) + "\n");
}

Result<void> save_fake_state(const FakeState& state, const std::filesystem::path& folder) {
    auto json = OrderedJson::object();
    json["step"] = state.step;
    json["momentum"] = numbers_to_json(state.momentum);
    json["random_seed"] = state.random.seed;
    json["random_position"] = state.random.position;
    json["best_loss"] = exact_number(state.best_loss);
    json["best_step"] = state.best_step;
    json["evaluations_without_gain"] = state.evaluations_without_gain;
    json["elapsed_seconds"] = state.elapsed_seconds;
    if (state.learning_rate)
        json["learning_rate"] = exact_number(*state.learning_rate);
    if (state.evaluation_every)
        json["evaluation_every"] = *state.evaluation_every;
    TRY_VOID(write_file_durably(folder / "state.json", json_text(json) + "\n"));
    return save_fake_weights(state, folder);
}

Result<FakeState> load_fake_state(const std::filesystem::path& folder) {
    TRY(const auto json, read_json_file(folder / "state.json"));
    TRY(const auto weights, read_json_file(folder / "weights.json"));
    FakeState state;
    TRY(state.step, json_integer(json, "step"));
    TRY(state.weights, numbers_at(weights, "weights"));
    TRY(state.momentum, numbers_at(json, "momentum"));
    TRY(const auto seed, json_integer(json, "random_seed"));
    TRY(const auto position, json_integer(json, "random_position"));
    state.random = {.seed = static_cast<std::uint64_t>(seed),
                    .position = static_cast<std::uint64_t>(position)};
    TRY(state.best_loss, number_from(*find_member(json, "best_loss"), "best_loss"));
    TRY(state.best_step, json_integer(json, "best_step"));
    TRY(state.evaluations_without_gain, json_integer(json, "evaluations_without_gain"));
    TRY(state.elapsed_seconds, json_number(json, "elapsed_seconds"));
    TRY(state.learning_rate, optional_number(json, "learning_rate"));
    TRY(state.evaluation_every, optional_integer(json, "evaluation_every"));
    return state;
}

}  // namespace tunebench::test
