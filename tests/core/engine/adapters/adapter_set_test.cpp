// Adapters of any method go on and off a base model that stays the same to the last bit, and LoRAs add up.
#include "core/engine/adapters/adapter_set.h"

#include <chrono>

#include <gtest/gtest.h>

#include "tests/core/engine/methods/attached_model.h"

namespace tunebench {
namespace {

using test::AttachedModel;
using test::batch_of;
using test::defaults_of;
using test::relative_difference;

constexpr std::uint64_t kBaseSeed = 7;  // of AttachedModel
constexpr double kSame = 2e-6;

at::Tensor logits_of(CausalModel& model, const Batch& batch) {
    const at::NoGradGuard no_gradients;
    const auto tensors = to_tensors(batch, model.virtual_token_count());
    return model.logits(model.hidden_states(tensors.tokens, tensors.context));
}

ParamMap with(const Method& method, std::initializer_list<std::pair<const char*, ParamValue>> values) {
    auto params = defaults_of(method);
    for (const auto& [key, value] : values)
        params.set(key, value);
    return params;
}

/// As AttachedModel attaches and shakes it.
AdapterSet::Attach attaching(const Method& method, const ParamMap& params, std::uint64_t seed) {
    return [&method, params, seed](CausalModel& model) -> Result<void> {
        TRY(const auto parameters, find_attachment(method.id)->attach(model, params, kBaseSeed + 1));
        const at::NoGradGuard no_gradients;
        auto generator = at::make_generator<at::CPUGeneratorImpl>(seed);
        for (const auto& parameter : parameters)
            parameter.tensor.add_(at::empty_like(parameter.tensor).normal_(0.0, 0.05, generator));
        return {};
    };
}

class AdapterSetTest : public testing::Test {
protected:
    AdapterSetTest() : set_(random_model(*shape_config("tiny"), kBaseSeed)) {}

    void add(const std::string& name, std::uint64_t seed, const ParamMap& params) {
        const auto added = set_.add(name, attaching(lora_, params, seed));
        ASSERT_TRUE(added) << added.error().message;
    }
    void add(const std::string& name, std::uint64_t seed) { add(name, seed, defaults_of(lora_)); }

    at::Tensor logits_with(const std::vector<AdapterSet::Share>& shares) {
        const auto used = set_.use(shares);
        EXPECT_TRUE(used) << used.error().message;
        return logits_of(set_.model(), batch_);
    }

    const Method& lora_ = *find_method("lora");
    const Batch batch_ = batch_of({11, 17}, 256);
    AdapterSet set_;
};

TEST_F(AdapterSetTest, EveryMethodGoesOnAndOff) {
    const auto base = logits_with({});
    const auto untouched = empty_slots(set_.model()).tensors;
    std::vector<std::pair<std::string, at::Tensor>> expected;
    for (const auto* method : all_methods()) {
        if (method->adapter_formats.empty())
            continue;
        AttachedModel alone(*method, defaults_of(*method));
        alone.shake();
        expected.emplace_back(method->id, alone.logits(batch_));
        const auto added = set_.add(std::string(method->id), attaching(*method, defaults_of(*method), 3));
        ASSERT_TRUE(added) << added.error().message;
        EXPECT_TRUE(at::equal(logits_of(set_.model(), batch_), base)) << method->id;
    }
    ASSERT_FALSE(expected.empty());
    for (int round = 0; round < 2; ++round)
        for (const auto& [name, logits] : expected) {
            EXPECT_TRUE(at::equal(logits_with({{.name = name}}), logits)) << name;
            EXPECT_TRUE(at::equal(logits_with({}), base)) << name;
        }
    const auto now = empty_slots(set_.model()).tensors;
    for (std::size_t i = 0; i < now.size(); ++i)
        EXPECT_TRUE(now[i].is_same(untouched[i]) && !(now[i].defined() && now[i].requires_grad()));
}

TEST_F(AdapterSetTest, AReplacedTensorOfTheBaseComesBack) {
    const auto base = logits_with({});
    add("with head", 3, with(lora_, {{"modules_to_save", ParamList{"lm_head"}}}));
    EXPECT_FALSE(at::equal(logits_with({{.name = "with head"}}), base));
    EXPECT_TRUE(at::equal(logits_with({}), base));
}

TEST_F(AdapterSetTest, AMethodThatWritesIntoTheBaseIsFoundOut) {
    const auto added =
        set_.add("full", attaching(*find_method("full"), defaults_of(*find_method("full")), 3));
    ASSERT_FALSE(added);
    EXPECT_EQ(added.error().code, ErrorCode::Internal);
}

TEST_F(AdapterSetTest, WhatFailsHalfWayLeavesNothing) {
    const auto base = logits_with({});
    const auto added = set_.add("broken", [&](CausalModel& model) -> Result<void> {
        TRY_VOID(attaching(lora_, defaults_of(lora_), 3)(model));
        return Error{.code = ErrorCode::Corrupt, .message = "broken"};
    });
    EXPECT_FALSE(added);
    EXPECT_FALSE(set_.has("broken"));
    EXPECT_TRUE(at::equal(logits_with({}), base));
}

TEST_F(AdapterSetTest, OneOfASumIsThatOne) {
    add("a", 3);
    add("b", 4);
    EXPECT_TRUE(
        at::equal(logits_with({{.name = "a"}, {.name = "b", .weight = 0.0}}), logits_with({{.name = "a"}})));
    EXPECT_TRUE(at::equal(logits_with({{.name = "a", .weight = 0.0}}), logits_with({})));
}

TEST_F(AdapterSetTest, ASumIsWhatMergingByHandGives) {
    add("a", 3, with(lora_, {{"rank", std::int64_t{4}}}));
    add("b", 4);
    const auto found = logits_with({{.name = "a", .weight = 0.7}, {.name = "b", .weight = -0.4}});
    const auto weights_with = [&](const std::string& name) {
        EXPECT_TRUE(set_.use(std::vector<AdapterSet::Share>{{.name = name}}));
        std::vector<at::Tensor> weights;
        for (const auto* projection : set_.model().projections())
            weights.push_back(projection->effective_weight());
        return weights;
    };
    const at::NoGradGuard no_gradients;
    const auto a = weights_with("a");
    const auto b = weights_with("b");
    const auto by_hand = random_model(*shape_config("tiny"), kBaseSeed);
    const auto projections = by_hand->projections();
    for (std::size_t i = 0; i < projections.size(); ++i) {
        const auto base = projections[i]->linear_weight();
        const auto merged = base + 0.7 * (a[i] - base) - 0.4 * (b[i] - base);
        projections[i]->weight = projections[i]->info().transposed ? merged.t().contiguous() : merged;
    }
    EXPECT_LE(relative_difference(found, logits_of(*by_hand, batch_)), kSame);
    ASSERT_TRUE(set_.use(
        std::vector<AdapterSet::Share>{{.name = "a", .weight = 0.7}, {.name = "b", .weight = -0.4}}));
    EXPECT_LE(relative_difference(set_.model().projections()[1]->effective_weight(),
                                  projections[1]->linear_weight()),
              kSame);
}

TEST_F(AdapterSetTest, WhatCannotBeAddedUpIsRefusedByName) {
    const auto base = logits_with({});
    add("plain", 3);
    add("with head", 4, with(lora_, {{"modules_to_save", ParamList{"lm_head"}}}));
    const auto used = set_.use(std::vector<AdapterSet::Share>{{.name = "plain", .weight = 0.5},
                                                              {.name = "with head", .weight = 0.5}});
    ASSERT_FALSE(used);
    EXPECT_EQ(used.error().code, ErrorCode::Unsupported);
    EXPECT_NE(used.error().message.find("with head"), std::string::npos);
    EXPECT_TRUE(at::equal(logits_of(set_.model(), batch_), base));
    EXPECT_FALSE(set_.use(std::vector<AdapterSet::Share>{{.name = "nobody"}}));
}

TEST_F(AdapterSetTest, SwappingTakesNoTimeToSpeakOf) {
    add("a", 3);
    add("b", 4);
    const std::vector<AdapterSet::Share> a = {{.name = "a"}}, b = {{.name = "b"}};
    constexpr int kSwaps = 100;
    const auto begin = std::chrono::steady_clock::now();
    for (int i = 0; i < kSwaps; ++i)
        ASSERT_TRUE(set_.use(i % 2 == 0 ? a : b));
    const std::chrono::duration<double, std::milli> milliseconds = std::chrono::steady_clock::now() - begin;
    RecordProperty("milliseconds_a_swap", std::to_string(milliseconds.count() / kSwaps));
    std::printf("[ measured ] %.3f ms a swap\n", milliseconds.count() / kSwaps);
}

}  // namespace
}  // namespace tunebench
