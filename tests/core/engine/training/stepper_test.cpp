// What every optimizer promises with tensors, with every way to store its states.
#include "core/engine/training/stepper.h"

#include <gtest/gtest.h>

#include "core/engine/tensor.h"
#include "core/optimizers/optimizer.h"
#include "tests/support/temporary_folder.h"

namespace tunebench {
namespace {

struct Stored {
    const Optimizer* optimizer;
    std::string states;  // empty: it has no choice
};

std::vector<Stored> all_stored() {
    std::vector<Stored> all;
    for (const auto* optimizer : all_optimizers()) {
        const auto it = std::ranges::find(optimizer->specs, "states", &ParamSpec::key);
        if (it == optimizer->specs.end())
            all.push_back({optimizer, ""});
        else
            for (const auto& choice : it->choices)
                all.push_back({optimizer, std::string(choice.id)});
    }
    return all;
}

class EachOptimizer : public testing::TestWithParam<Stored> {
protected:
    ParamMap params() const {
        ParamMap params;
        for (const auto& spec : GetParam().optimizer->specs)
            params.set(spec.key, spec.default_value);
        if (!GetParam().states.empty())
            params.set("states", GetParam().states);
        if (GetParam().optimizer->id == "sgd")
            params.set("momentum", 0.9);
        return params;
    }
    std::unique_ptr<Stepper> make(const std::vector<TrainableParameter>& parameters) const {
        return find_stepper(GetParam().optimizer->id)->make(parameters, params());
    }
    /// A matrix that is large enough for codes, and a vector.
    static std::vector<TrainableParameter> parameters() {
        return {{.name = "w",
                 .tensor = at::ones({70, 90}).set_requires_grad(true),
                 .group = TensorGroup::BlockWeight},
                {.name = "b", .tensor = at::ones({10}).set_requires_grad(true), .is_matrix = false}};
    }
    static void draw_gradients(const std::vector<TrainableParameter>& parameters, int step) {
        auto generator = at::make_generator<at::CPUGeneratorImpl>(static_cast<std::uint64_t>(step));
        for (const auto& parameter : parameters)
            parameter.tensor.mutable_grad() =
                at::empty_like(parameter.tensor.detach()).normal_(0.1, 1.0, generator);
    }
};

TEST_P(EachOptimizer, KeepsAsManyBytesAsItSays) {
    const auto all = parameters();
    const auto stepper = make(all);
    EXPECT_TRUE(stepper->states().empty());
    draw_gradients(all, 1);
    stepper->step({.step = 1, .learning_rate = 1e-2});
    std::int64_t expected = 0, found = 0;
    for (const auto& parameter : all)
        expected += GetParam().optimizer->state_bytes(params(), parameter.tensor.sizes(),
                                                      parameter.group == TensorGroup::BlockWeight);
    for (const auto& [name, tensor] : stepper->states())
        found += static_cast<std::int64_t>(tensor.nbytes());
    EXPECT_EQ(found, expected);
}

TEST_P(EachOptimizer, GoesOnFromStoredStatesAsIfItHadNotStopped) {
    const auto whole = parameters(), cut = parameters();
    const auto one = make(whole), first = make(cut);
    for (int step = 1; step <= 3; ++step) {
        draw_gradients(whole, step);
        draw_gradients(cut, step);
        one->step({.step = step, .learning_rate = 1e-2});
        first->step({.step = step, .learning_rate = 1e-2});
    }
    const test::TemporaryFolder folder;
    ASSERT_TRUE(write_tensors(folder.path() / "states.safetensors", first->states(), {}));
    const auto second = make(cut);
    const auto loaded = second->load_states(*read_tensors(folder.path() / "states.safetensors"));
    ASSERT_TRUE(loaded) << loaded.error().message;
    draw_gradients(whole, 4);
    draw_gradients(cut, 4);
    one->step({.step = 4, .learning_rate = 1e-2});
    second->step({.step = 4, .learning_rate = 1e-2});
    for (std::size_t i = 0; i < whole.size(); ++i)
        EXPECT_TRUE(at::equal(whole[i].tensor, cut[i].tensor)) << whole[i].name;
}

TEST_P(EachOptimizer, StatesWithoutOneOfTheirTensorsAreRefused) {
    const auto all = parameters();
    const auto stepper = make(all);
    draw_gradients(all, 1);
    stepper->step({.step = 1, .learning_rate = 1e-2});
    const auto states = stepper->states();
    std::map<std::string, at::Tensor> stored(states.begin(), states.end());
    if (std::ranges::count_if(states, [](const auto& s) { return s.first.starts_with("w."); }) < 2)
        GTEST_SKIP() << "has one state only: without it, it is as before the first step";
    stored.erase(states.front().first);
    const auto loaded = make(all)->load_states(stored);
    ASSERT_FALSE(loaded);
    EXPECT_EQ(loaded.error().code, ErrorCode::Corrupt);
}

TEST_P(EachOptimizer, FindsTheLeastOfABowl) {
    const auto all = parameters();
    if (GetParam().optimizer->id == "muon") {  // steps as far in each direction: one alone is slow
        const at::NoGradGuard no_gradients;
        all[0].tensor.copy_(at::eye(70, 90));
    }
    const auto stepper = make(all);
    const auto distance = [&] {
        return all[0].tensor.detach().norm().item<double>() + all[1].tensor.detach().norm().item<double>();
    };
    const auto before = distance();
    for (int step = 1; step <= 100; ++step) {
        for (const auto& parameter : all)
            parameter.tensor.mutable_grad() = parameter.tensor.detach().clone();
        stepper->step({.step = step, .learning_rate = 1e-2});
    }
    EXPECT_LT(distance(), 0.6 * before);
}

INSTANTIATE_TEST_SUITE_P(StepperTest, EachOptimizer, testing::ValuesIn(all_stored()), [](const auto& chosen) {
    return std::string(chosen.param.optimizer->id) + "_" + chosen.param.states;
});

}  // namespace
}  // namespace tunebench
