#include "core/run/method_cards.h"

#include <algorithm>
#include <set>

#include <gtest/gtest.h>

#include "core/memory/estimate.h"
#include "core/methods/method.h"
#include "core/models/shapes.h"

namespace tunebench {
namespace {

ModelConfig shape(const char* name) {
    const auto model = shape_config(name);
    EXPECT_TRUE(model);
    return *model;
}

MethodCard card_of(const std::vector<MethodCard>& cards, std::string_view title) {
    const auto it = std::ranges::find(cards, title, &MethodCard::title);
    EXPECT_NE(it, cards.end()) << title;
    return it == cards.end() ? cards.front() : *it;
}

TEST(MethodCardsTest, EveryMethodHasOneAndLoraAndDoraAnother) {
    const auto cards = method_cards(default_run_config(), shape("smollm-135m"));
    EXPECT_EQ(cards.size(), all_methods().size() + 2);
    std::set<std::string> titles;
    for (const auto& card : cards) {
        EXPECT_TRUE(titles.insert(card.title).second) << card.title;
        EXPECT_FALSE(card.summary.empty()) << card.title;
        EXPECT_FALSE(card.refusal) << card.title << ": " << card.refusal->message;
        EXPECT_GT(card.trainable_parameters, 0) << card.title;
        EXPECT_GT(card.expected_bytes, 0U) << card.title;
        EXPECT_TRUE(card.paper.empty() || card.paper.starts_with("arXiv:")) << card.paper;
    }
}

TEST(MethodCardsTest, TheNumbersAreThoseOfTheEstimate) {
    const auto model = shape("smollm-135m");
    auto run = default_run_config();
    run.method.params.set("rank", 4);
    const auto lora = card_of(method_cards(run, model), "LoRA");
    const auto estimate = estimate_memory(model, run, batch_shape_of(run));
    ASSERT_TRUE(estimate);
    EXPECT_TRUE(lora.is_chosen);
    EXPECT_EQ(lora.expected_bytes, estimate->peak_bytes);
    EXPECT_EQ(lora.trainable_parameters, estimate->trainable_parameters);
    EXPECT_EQ(lora.total_parameters, estimate->total_parameters);
}

TEST(MethodCardsTest, WhatFinishedRunsTookCounts) {
    const MemoryCalibration learned{.runs = 3, .factor = 1.25};
    const auto run = default_run_config();
    const auto cards = method_cards(run, shape("smollm-135m"));
    const auto corrected = method_cards(run, shape("smollm-135m"), learned);
    ASSERT_EQ(corrected.size(), cards.size());
    for (std::size_t i = 0; i < cards.size(); ++i)
        EXPECT_EQ(corrected[i].expected_bytes, learned.corrected(cards[i].expected_bytes)) << cards[i].title;
}

TEST(MethodCardsTest, ChoosingACardGivesWhatItShowed) {
    const auto model = shape("smollm-135m");
    const auto run = default_run_config();
    for (const auto& card : method_cards(run, model)) {
        const auto chosen = with_method(run, card);
        ASSERT_TRUE(chosen) << card.title;
        const auto estimate = estimate_memory(model, *chosen, batch_shape_of(*chosen));
        ASSERT_TRUE(estimate) << card.title;
        EXPECT_EQ(estimate->peak_bytes, card.expected_bytes) << card.title;
        const auto again = method_cards(*chosen, model);
        EXPECT_EQ(std::ranges::count_if(again, &MethodCard::is_chosen), 1) << card.title;
        EXPECT_TRUE(card_of(again, card.title).is_chosen) << card.title;
    }
}

TEST(MethodCardsTest, TheTradeOffsAreThoseOfTheMethods) {
    const auto cards = method_cards(default_run_config(), shape("smollm-135m"));
    for (const auto* merges : {"LoRA", "DoRA", "QLoRA", "QDoRA", "IA3"})
        EXPECT_TRUE(card_of(cards, merges).is_mergeable) << merges;
    for (const auto* stays : {"Bottleneck adapters", "Prefix-tuning", "Prompt tuning", "LoReFT"}) {
        EXPECT_FALSE(card_of(cards, stays).is_mergeable) << stays;
        EXPECT_TRUE(card_of(cards, stays).is_switchable) << stays;
    }
    EXPECT_FALSE(card_of(cards, "Full fine-tuning").is_switchable);
    EXPECT_EQ(card_of(cards, "Prompt tuning").extra_tokens, 20);
    EXPECT_EQ(card_of(cards, "Prefix-tuning").extra_keys, 20);
    EXPECT_EQ(card_of(cards, "LoRA").extra_tokens + card_of(cards, "LoRA").extra_keys, 0);
}

TEST(MethodCardsTest, AQuantizedBaseTakesLessAndFullTrainingMost) {
    const auto cards = method_cards(default_run_config(), shape("llama-3-8b"));
    const auto peak = [&](const char* title) { return card_of(cards, title).expected_bytes; };
    EXPECT_LT(peak("QLoRA"), peak("LoRA"));
    EXPECT_LT(peak("LoRA"), peak("Full fine-tuning"));
    EXPECT_EQ(card_of(cards, "Full fine-tuning").trainable_parameters,
              card_of(cards, "Full fine-tuning").total_parameters);
}

TEST(MethodCardsTest, AQuantizedRunKeepsItsBaseWhereTheMethodCan) {
    auto run = default_run_config();
    run.precision.quantization = QuantizationType::Int8;
    const auto cards = method_cards(run, shape("smollm-135m"));
    EXPECT_TRUE(card_of(cards, "QLoRA").is_chosen);
    EXPECT_EQ(card_of(cards, "QLoRA").quantization, QuantizationType::Int8);
    EXPECT_EQ(card_of(cards, "LoRA").quantization, QuantizationType::None);
    EXPECT_EQ(card_of(cards, "IA3").quantization, QuantizationType::Int8);
    EXPECT_EQ(card_of(cards, "Full fine-tuning").quantization, QuantizationType::None);
}

TEST(MethodCardsTest, WhatAModelCannotHaveIsSaid) {
    auto run = default_run_config();
    run.model.task = Task::Causal;
    const auto cards = method_cards(run, shape("bert-base"));
    for (const auto& card : cards) {
        ASSERT_TRUE(card.refusal) << card.title;
        EXPECT_FALSE(card.refusal->message.empty());
        EXPECT_EQ(card.expected_bytes, 0U);
    }
}

TEST(MethodCardsTest, ALearningRateAtItsDefaultFollowsTheCard) {
    const auto run = default_run_config();
    const auto cards = method_cards(run, shape("smollm-135m"));
    const auto chosen = with_method(run, card_of(cards, "Full fine-tuning"));
    ASSERT_TRUE(chosen);
    EXPECT_EQ(*chosen->optimizer.params.find("learning_rate"), ParamValue(2e-5));
}

}  // namespace
}  // namespace tunebench
