// The model card says what the run was, in the hub's form, and nothing of the machine's folders.
#include "core/exports/model_card.h"

#include <gtest/gtest.h>

namespace tunebench {
namespace {

RunManifest run_of(const std::string& model) {
    RunManifest run{.config = default_run_config(), .hashes = {{"/home/ada/rows/train.jsonl", "abc123"}}};
    run.environment.tunebench_version = "0.1.0";
    run.config.general.name = "town facts";
    run.config.model.path = model;
    run.config.data.train = {"/home/ada/rows/train.jsonl"};
    run.config.data.validation = "/home/ada/rows/valid.jsonl";
    return run;
}

std::string card_of(const RunManifest& run, std::string_view format, std::string_view dtype = "f32") {
    return model_card_text({.run = run,
                            .method = *find_method(run.config.method.id),
                            .format = *find_export_format(format),
                            .dtype = *parse_export_dtype(dtype),
                            .step = 120,
                            .validation_loss = 0.42129,
                            .trained_parameters = 12'300,
                            .total_parameters = 1'230'000,
                            .compared_on = "validation",
                            .compared_tokens = 640,
                            .max_logit_difference = 0.00021,
                            .top1_agreement = 0.995});
}

void expect_in(const std::string& card, const std::vector<std::string>& texts) {
    for (const auto& text : texts)
        EXPECT_NE(card.find(text), std::string::npos) << text << "\nin\n" << card;
}

TEST(ModelCardTest, TheFactsOfTheRunStandInIt) {
    const auto run = run_of("/home/ada/models/town");
    const auto& method = *find_method(run.config.method.id);
    const auto card = card_of(run, "peft");
    EXPECT_TRUE(card.starts_with("---\nlibrary_name: peft\n")) << card;
    expect_in(card, {"# town facts\n", "An adapter for `town`", std::string(method.title), "0.1.0",
                     "12.3 k of 1.2 M (1 %)", "Optimizer steps: 120\n", "Validation loss: 0.4213\n",
                     "640 tokens of the validation data", "2.1e-04", "99.50 %", "`train.jsonl`",
                     "`valid.jsonl`", "`abc123`", "\"format\": \"tunebench.run/1\""});
    EXPECT_EQ(card.find("stored as"), std::string::npos) << card;
}

TEST(ModelCardTest, NoFolderOfTheMachineIsInIt) {
    auto run = run_of("/home/ada/models/town/");
    run.config.model.adapter = "/home/ada/adapters/first";
    run.config.data.chat_template = "/home/ada/chat.jinja";
    for (const auto* format : {"peft", "merged"}) {
        const auto card = card_of(run, format);
        EXPECT_EQ(card.find("/home/ada"), std::string::npos) << card;
        expect_in(card, {"`town`", "\"first\"", "\"chat.jinja\""});
    }
}

TEST(ModelCardTest, AModelOfTheHubIsNamedForTheHub) {
    const auto card = card_of(run_of("org/town@0123456789abcdef0123456789abcdef01234567"), "merged", "bf16");
    expect_in(card, {"library_name: transformers\n", "base_model: \"org/town\"\n", "stored as bf16"});
    EXPECT_EQ(card_of(run_of("/models/town"), "merged").find("base_model:"), std::string::npos);
}

TEST(ModelCardTest, ANameCannotBreakOut) {
    auto run = run_of("/models/to`wn\n# x");
    run.config.general.name = "one\n---\ntwo";
    const auto card = card_of(run, "peft");
    expect_in(card, {"# one --- two\n", "`to_wn_# x`"});
}

}  // namespace
}  // namespace tunebench
