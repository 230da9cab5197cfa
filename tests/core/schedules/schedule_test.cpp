#include "core/schedules/schedule.h"

#include <filesystem>
#include <set>
#include <string>

#include <gtest/gtest.h>

#include "core/base/json.h"

namespace tunebench {
namespace {

constexpr double kTolerance = 1e-12;

ParamMap params_of(const Schedule& schedule,
                   std::initializer_list<std::pair<const char*, ParamValue>> changes = {}) {
    ParamMap params;
    for (const auto& spec : schedule.specs)
        params.set(spec.key, spec.default_value);
    for (const auto& [key, value] : changes)
        params.set(key, value);
    return params;
}

double factor_at(std::string_view id, const ParamMap& params, std::int64_t total, std::int64_t t) {
    return find_schedule(id)->factor(params, schedule_span(params, total), t);
}

TEST(ScheduleTest, FindsByIdAndKnowsNoOthers) {
    ASSERT_EQ(all_schedules().size(), 7U);
    EXPECT_EQ(all_schedules().front()->id, "cosine");
    for (const auto* schedule : all_schedules())
        EXPECT_EQ(find_schedule(schedule->id), schedule);
    EXPECT_EQ(find_schedule("step"), nullptr);
}

TEST(ScheduleTest, DescribesEveryParameterOnce) {
    for (const auto* schedule : all_schedules()) {
        std::set<std::string_view> keys;
        for (const auto& spec : schedule->specs) {
            EXPECT_TRUE(keys.insert(spec.key).second) << spec.key;
            EXPECT_FALSE(spec.label.empty() || spec.help.empty() || spec.details.empty()) << spec.key;
        }
        EXPECT_TRUE(keys.contains("warmup_ratio") && keys.contains("warmup_steps"));
        EXPECT_TRUE(schedule->check(params_of(*schedule)));
        EXPECT_TRUE(schedule->check({}));
    }
}

TEST(ScheduleTest, EqualsTheReferenceFactors) {
    const auto file = std::filesystem::path(TUNEBENCH_SOURCE_DIR) / "../shared/goldens/schedules.json";
    if (!std::filesystem::exists(file))
        GTEST_SKIP() << "the reference factors in ../shared are not here";
    const auto reference = read_json_file(file);
    ASSERT_TRUE(reference);
    const auto compare = [&](const char* name, const char* id, std::int64_t warmup,
                             double tolerance = kTolerance) {
        const auto params = params_of(*find_schedule(id), {{"warmup_ratio", 0.0}, {"warmup_steps", warmup}});
        const auto& expected = (*reference)[name];
        ASSERT_EQ(expected.size(), 100U);
        for (std::size_t t = 0; t < expected.size(); ++t)
            EXPECT_NEAR(factor_at(id, params, 100, static_cast<std::int64_t>(t)), expected[t].get<double>(),
                        tolerance)
                << name << " at " << t;
    };
    compare("linear", "linear", 10);
    compare("cosine", "cosine", 10);
    compare("constant", "constant", 0);
    compare("constant_with_warmup", "constant", 10);
    for (const auto* id : {"cosine_with_restarts", "inverse_sqrt", "warmup_stable_decay"})
        compare(id, id, 10);
    compare("polynomial", "polynomial", 10, 1e-7);  // the reference ends at 1e-7 of the rate
}

// The same without ../shared: a few values by hand.
TEST(ScheduleTest, RisesAndFallsAsWorkedOutByHand) {
    const auto linear = params_of(*find_schedule("linear"), {{"warmup_steps", 10}});
    EXPECT_DOUBLE_EQ(factor_at("linear", linear, 100, 0), 0.0);
    EXPECT_DOUBLE_EQ(factor_at("linear", linear, 100, 5), 0.5);
    EXPECT_DOUBLE_EQ(factor_at("linear", linear, 100, 10), 1.0);
    EXPECT_NEAR(factor_at("linear", linear, 100, 55), 0.5, kTolerance);
    EXPECT_NEAR(factor_at("linear", linear, 100, 99), 1.0 / 90.0, kTolerance);
    const auto cosine = params_of(*find_schedule("cosine"), {{"warmup_steps", 10}});
    EXPECT_NEAR(factor_at("cosine", cosine, 100, 40), 0.75, kTolerance);
    EXPECT_NEAR(factor_at("cosine", cosine, 100, 55), 0.5, kTolerance);
    const auto constant = params_of(*find_schedule("constant"), {});
    EXPECT_DOUBLE_EQ(factor_at("constant", constant, 100, 0), 1.0);
    const auto square = params_of(*find_schedule("polynomial"), {{"warmup_ratio", 0.0}, {"power", 2.0}});
    EXPECT_NEAR(factor_at("polynomial", square, 100, 50), 0.25, kTolerance);
    const auto root = params_of(*find_schedule("inverse_sqrt"), {{"warmup_steps", 25}});
    EXPECT_NEAR(factor_at("inverse_sqrt", root, 100, 100), 0.5, kTolerance);
}

TEST(ScheduleTest, EachCycleBeginsAtTheTop) {
    const auto params = params_of(*find_schedule("cosine_with_restarts"),
                                  {{"warmup_ratio", 0.0}, {"cycles", 4}, {"minimum", 0.2}});
    for (const std::int64_t t : {0, 25, 50, 75})
        EXPECT_DOUBLE_EQ(factor_at("cosine_with_restarts", params, 100, t), 1.0) << t;
    EXPECT_LT(factor_at("cosine_with_restarts", params, 100, 24), 0.21);
    EXPECT_DOUBLE_EQ(factor_at("cosine_with_restarts", params, 100, 100), 0.2);
}

TEST(ScheduleTest, ThePlateauEndsWithTheDecayInItsShape) {
    const auto at = [](const char* shape, std::int64_t t) {
        return factor_at("warmup_stable_decay",
                         params_of(*find_schedule("warmup_stable_decay"),
                                   {{"warmup_ratio", 0.1}, {"decay_ratio", 0.4}, {"decay_shape", shape}}),
                         100, t);
    };
    for (const auto* shape : {"cosine", "linear", "1-sqrt"}) {
        EXPECT_DOUBLE_EQ(at(shape, 10), 1.0) << shape;
        EXPECT_DOUBLE_EQ(at(shape, 60), 1.0) << shape;
        EXPECT_NEAR(at(shape, 100), 0.0, kTolerance) << shape;
    }
    EXPECT_NEAR(at("linear", 70), 0.75, kTolerance);
    EXPECT_NEAR(at("1-sqrt", 70), 0.5, kTolerance);
    EXPECT_NEAR(at("cosine", 80), 0.5, kTolerance);
}

TEST(ScheduleTest, StaysBetweenTheMinimumAndOneAfterTheWarmUp) {
    for (const auto* id : {"linear", "cosine", "polynomial", "warmup_stable_decay"}) {
        const auto params = params_of(*find_schedule(id), {{"warmup_steps", 7}, {"minimum", 0.1}});
        double last = 1.0;
        for (std::int64_t t = 7; t < 150; ++t) {
            const double factor = factor_at(id, params, 100, t);
            EXPECT_GE(factor, 0.1) << id << " at " << t;
            EXPECT_LE(factor, last) << id << " at " << t;
            last = factor;
        }
        EXPECT_DOUBLE_EQ(factor_at(id, params, 100, 100), 0.1);
        EXPECT_DOUBLE_EQ(factor_at(id, params, 100, 1000), 0.1);
    }
}

TEST(ScheduleTest, DoesNotFallWhenTheEndIsNotKnown) {
    for (const auto* schedule : all_schedules()) {
        const auto params = params_of(*schedule, {{"warmup_steps", 4}});
        EXPECT_DOUBLE_EQ(factor_at(schedule->id, params, 0, 2), 0.5);
        if (schedule->id == "inverse_sqrt")
            continue;  // falls for ever
        EXPECT_DOUBLE_EQ(factor_at(schedule->id, params, 0, 100000), 1.0);
    }
}

TEST(ScheduleTest, SurvivesAWarmUpLongerThanTheRun) {
    for (const auto* schedule : all_schedules()) {
        const auto params = params_of(*schedule, {{"warmup_steps", 50}});
        for (std::int64_t t = 0; t < 60; ++t) {
            const double factor = factor_at(schedule->id, params, 10, t);
            EXPECT_GE(factor, 0.0);
            EXPECT_LE(factor, 1.0);
        }
    }
}

TEST(ScheduleTest, RoundsTheWarmUpRatioUp) {
    const auto span = [](double ratio, std::int64_t total) {
        return schedule_span(params_of(*find_schedule("linear"), {{"warmup_ratio", ratio}}), total)
            .warmup_steps;
    };
    EXPECT_EQ(span(0.03, 100), 3);
    EXPECT_EQ(span(0.03, 101), 4);
    EXPECT_EQ(span(0.1, 70), 7);  // 70 · 0.1 is a hair above 7 in floating point
    EXPECT_EQ(span(0.0, 70), 0);
    EXPECT_EQ(span(0.03, 1), 1);
    EXPECT_EQ(span(1.0, 70), 70);
}

TEST(ScheduleTest, PrefersWarmUpStepsToTheRatio) {
    const auto params = params_of(*find_schedule("cosine"), {{"warmup_ratio", 0.5}, {"warmup_steps", 3}});
    EXPECT_EQ(schedule_span(params, 100).warmup_steps, 3);
    EXPECT_EQ(schedule_span(params, 100).total_steps, 100);
}

TEST(ScheduleTest, RefusesSharesOutsideZeroToOneAndNegativeSteps) {
    const auto refused = [](const char* key, ParamValue value) {
        const auto& schedule = *find_schedule("cosine");
        const auto result = schedule.check(params_of(schedule, {{key, std::move(value)}}));
        return !result && result.error().field == key;
    };
    EXPECT_TRUE(refused("warmup_ratio", 1.5));
    EXPECT_TRUE(refused("warmup_ratio", -0.1));
    EXPECT_TRUE(refused("warmup_steps", -1));
    EXPECT_TRUE(refused("warmup_steps", 2.5));
    EXPECT_TRUE(refused("minimum", 1.1));
    EXPECT_TRUE(refused("minimum", "low"));
}

}  // namespace
}  // namespace tunebench
