#include "core/optimizers/optimizer.h"

#include <limits>
#include <set>
#include <string>

#include <gtest/gtest.h>

namespace tunebench {
namespace {

ParamMap defaults_of(const Optimizer& optimizer) {
    ParamMap params;
    for (const auto& spec : optimizer.specs)
        params.set(spec.key, spec.default_value);
    return params;
}

Result<void> check_with(std::string_view id, std::string_view key, ParamValue value) {
    auto params = defaults_of(*find_optimizer(id));
    params.set(key, std::move(value));
    return find_optimizer(id)->check(params);
}

void expect_refused(std::string_view id, std::string_view key, const ParamValue& value) {
    const auto result = check_with(id, key, value);
    ASSERT_FALSE(result.has_value()) << id << "." << key;
    EXPECT_EQ(result.error().code, ErrorCode::InvalidArgument);
    EXPECT_EQ(result.error().field, key);
    EXPECT_NE(result.error().message.find(key), std::string::npos) << result.error().message;
    EXPECT_FALSE(result.error().hint.empty());
}

TEST(OptimizerTest, ListsAdamwFirst) {
    ASSERT_EQ(all_optimizers().size(), 6U);
    EXPECT_EQ(all_optimizers().front()->id, "adamw");
}

TEST(OptimizerTest, FindsByIdAndKnowsNoOthers) {
    for (const auto* optimizer : all_optimizers())
        EXPECT_EQ(find_optimizer(optimizer->id), optimizer);
    EXPECT_EQ(find_optimizer("adamax"), nullptr);
    EXPECT_EQ(find_optimizer(""), nullptr);
}

TEST(OptimizerTest, DescribesEveryParameterOnce) {
    for (const auto* optimizer : all_optimizers()) {
        EXPECT_FALSE(optimizer->title.empty());
        EXPECT_FALSE(optimizer->summary.empty());
        std::set<std::string_view> keys;
        for (const auto& spec : optimizer->specs) {
            EXPECT_TRUE(keys.insert(spec.key).second) << spec.key;
            EXPECT_FALSE(spec.label.empty()) << spec.key;
            EXPECT_FALSE(spec.help.empty()) << spec.key;
            EXPECT_FALSE(spec.details.empty()) << spec.key;
        }
        EXPECT_TRUE(keys.contains("learning_rate"));
        EXPECT_TRUE(keys.contains("weight_decay"));
        EXPECT_TRUE(keys.contains("decay"));
    }
}

TEST(OptimizerTest, AcceptsItsDefaultsAndAnEmptyMap) {
    for (const auto* optimizer : all_optimizers()) {
        EXPECT_TRUE(optimizer->check(defaults_of(*optimizer))) << optimizer->id;
        EXPECT_TRUE(optimizer->check({})) << optimizer->id;
    }
}

TEST(OptimizerTest, HasTheDefaultsOfTheDesign) {
    const auto params = defaults_of(*find_optimizer("adamw"));
    EXPECT_EQ(*params.find("learning_rate"), ParamValue(2e-4));
    EXPECT_EQ(*params.find("weight_decay"), ParamValue(0.01));
    EXPECT_EQ(*params.find("betas"), ParamValue(ParamList{0.9, 0.999}));
    EXPECT_EQ(*params.find("eps"), ParamValue(1e-8));
    EXPECT_EQ(*params.find("decay"), ParamValue("matrices"));
}

TEST(OptimizerTest, RefusesALearningRateThatIsNotAboveZero) {
    for (const auto* optimizer : all_optimizers())
        for (const double rate :
             {-1.0, 0.0, std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::infinity()})
            expect_refused(optimizer->id, "learning_rate", rate);
}

TEST(OptimizerTest, RefusesNegativeWeightDecay) {
    for (const auto* optimizer : all_optimizers()) {
        expect_refused(optimizer->id, "weight_decay", -0.01);
        EXPECT_TRUE(check_with(optimizer->id, "weight_decay", 0.0));
    }
}

TEST(OptimizerTest, RefusesUnknownDecay) {
    for (const auto* optimizer : all_optimizers())
        expect_refused(optimizer->id, "decay", "matrix");
}

TEST(OptimizerTest, RefusesBetasOutsideZeroToBelowOne) {
    for (const auto* id : {"adam", "adamw"}) {
        expect_refused(id, "betas", ParamList{0.9, 1.0});
        expect_refused(id, "betas", ParamList{-0.1, 0.999});
        expect_refused(id, "betas", ParamList{0.9, 1.5});
        EXPECT_TRUE(check_with(id, "betas", ParamList{0.0, 0.0}));
    }
}

TEST(OptimizerTest, RefusesBetasThatAreNotTwoNumbers) {
    for (const auto* id : {"adam", "adamw"}) {
        expect_refused(id, "betas", ParamList{});
        expect_refused(id, "betas", ParamList{0.9});
        expect_refused(id, "betas", ParamList{0.9, 0.99, 0.999});
        expect_refused(id, "betas", 0.9);
        expect_refused(id, "betas", ParamList{"0.9", "0.999"});
    }
}

TEST(OptimizerTest, RefusesAnEpsilonThatIsNotAboveZero) {
    for (const auto* id : {"adam", "adamw"}) {
        expect_refused(id, "eps", 0.0);
        expect_refused(id, "eps", -1e-8);
    }
}

TEST(OptimizerTest, RefusesMomentumOfOne) {
    expect_refused("sgd", "momentum", 1.0);
    expect_refused("sgd", "momentum", -0.1);
    EXPECT_TRUE(check_with("sgd", "momentum", 0.99));
}

TEST(OptimizerTest, RefusesNesterovWithoutMomentum) {
    expect_refused("sgd", "nesterov", true);
    auto params = defaults_of(*find_optimizer("sgd"));
    params.set("nesterov", true);
    params.set("momentum", 0.9);
    EXPECT_TRUE(find_optimizer("sgd")->check(params));
}

std::int64_t bytes_of(const char* id, const ParamMap& params, std::vector<std::int64_t> shape) {
    return find_optimizer(id)->state_bytes(params, shape, /*is_block_weight=*/true);
}

TEST(OptimizerTest, CountsTwoFp32MomentsOfAdam) {
    for (const auto* id : {"adam", "adamw"})
        EXPECT_EQ(bytes_of(id, defaults_of(*find_optimizer(id)), {10, 100}), 8000);
}

TEST(OptimizerTest, CountsCodesAndScalesOfLargeTensors) {
    for (const auto& [id, states] : {std::pair{"adam", 2}, {"adamw", 2}, {"lion", 1}}) {
        auto params = defaults_of(*find_optimizer(id));
        EXPECT_EQ(bytes_of(id, params, {100, 100}), states * 40000) << id;
        params.set("states", "8bit");
        EXPECT_EQ(bytes_of(id, params, {100, 100}), states * (10000 + 4 * 40)) << id;
        EXPECT_EQ(bytes_of(id, params, {4095}), states * 4 * 4095) << "small tensors stay: " << id;
    }
}

TEST(OptimizerTest, CountsTheVelocityOfSgdOnlyWithMomentum) {
    auto params = defaults_of(*find_optimizer("sgd"));
    EXPECT_EQ(bytes_of("sgd", params, {1000}), 0);
    params.set("momentum", 0.9);
    EXPECT_EQ(bytes_of("sgd", params, {1000}), 4000);
}

TEST(OptimizerTest, CountsRowsAndColumnsOfAdafactor) {
    const auto params = defaults_of(*find_optimizer("adafactor"));
    EXPECT_EQ(bytes_of("adafactor", params, {30, 50}), 4 * 80);
    EXPECT_EQ(bytes_of("adafactor", params, {50}), 200);
}

TEST(OptimizerTest, CountsOneMomentumOfABlocksWeightForMuon) {
    const auto params = defaults_of(*find_optimizer("muon"));
    const std::vector<std::int64_t> shape = {30, 50};
    EXPECT_EQ(find_optimizer("muon")->state_bytes(params, shape, /*is_block_weight=*/true), 4 * 1500);
    EXPECT_EQ(find_optimizer("muon")->state_bytes(params, shape, /*is_block_weight=*/false), 8 * 1500);
}

TEST(OptimizerTest, RefusesWhatAdafactorCannotDo) {
    expect_refused("adafactor", "eps", ParamList{1e-30});
    expect_refused("adafactor", "eps", ParamList{1e-30, 0.0});
    expect_refused("adafactor", "decay_rate", 0.5);
    expect_refused("adafactor", "clip_threshold", 0.0);
}

}  // namespace
}  // namespace tunebench
