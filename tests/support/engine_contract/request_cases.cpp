// What an engine answers without a run: of models, prompts and exports. Part of engine_contract.h.
#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "tests/support/engine_contract/contract_bench.h"
#include "tests/support/engine_contract/contract_cases.h"

namespace tunebench::test::contract {
namespace {

namespace fs = std::filesystem;

void a_missing_model_is_an_error_that_names_it(const EngineFactory& make) {
    Bench bench(make);
    bench.config().model.path = (bench.inputs() / "nowhere").string();
    const auto folder = bench.new_folder();
    const auto session = bench.engine().start(bench.config(), folder, /*resume=*/false, {});
    ASSERT_FALSE(session);
    EXPECT_NE(session.error().message.find("nowhere"), std::string::npos) << session.error().message;
    EXPECT_FALSE(bench.engine().inspect(bench.inputs() / "nowhere"));
}

void inspect_describes_the_model(const EngineFactory& make) {
    Bench bench(make);
    const auto report = bench.engine().inspect(bench.inputs() / "model");
    ASSERT_TRUE(report) << report.error().message;
    EXPECT_EQ(report->config.model_type, "llama");
    EXPECT_EQ(report->config.vocab_size, 258);
    EXPECT_GT(report->parameters, 1000);
    EXPECT_TRUE(report->missing_tensors.empty());
}

void generates_an_answer_a_prompt(const EngineFactory& make) {
    Bench bench(make);
    const auto generation = bench.engine().generate(
        {.model = bench.inputs() / "model", .prompts = {"Say 1: ", "Say 2: "}, .sampling = {.max_tokens = 3}},
        {});
    ASSERT_TRUE(generation) << generation.error().message;
    ASSERT_EQ(generation->answers.size(), 2u);
    EXPECT_EQ(generation->answers[1].prompt, "Say 2: ");
    EXPECT_LE(generation->answers[0].tokens, 3);
}

/// A folder with the adapter of a short run.
fs::path trained_adapter(Bench& bench, std::int64_t seed) {
    bench.config().general.seed = seed;
    const auto folder = bench.new_folder();
    return folder.path() / record(*bench.session(folder)).finished.adapter;
}

void one_adapter_or_a_sum_answers(const EngineFactory& make) {
    Bench bench(make);
    const auto first = trained_adapter(bench, 1);
    const auto second = trained_adapter(bench, 2);
    const auto answers_with = [&](const std::vector<AdapterShare>& adapters) {
        return bench.engine().generate({.model = bench.inputs() / "model",
                                        .adapters = adapters,
                                        .prompts = {"Say 1: "},
                                        .sampling = {.max_tokens = 3}},
                                       {});
    };
    for (const auto& adapters : {std::vector<AdapterShare>{},
                                 {{.folder = first}},
                                 {{.folder = first, .weight = 0.7}, {.folder = second, .weight = 0.3}}}) {
        const auto generation = answers_with(adapters);
        ASSERT_TRUE(generation) << generation.error().message;
        EXPECT_EQ(generation->answers.size(), 1u);
    }
    const auto missing = answers_with({{.folder = bench.inputs() / "no adapter"}});
    ASSERT_FALSE(missing);
    EXPECT_NE(missing.error().message.find("no adapter"), std::string::npos) << missing.error().message;
}

void asked_again_it_loads_nothing(const EngineFactory& make) {
    Bench bench(make);
    const auto seconds_to_load = [&] {
        const auto generation = bench.engine().generate(
            {.model = bench.inputs() / "model", .prompts = {"Say 1: "}, .sampling = {.max_tokens = 1}}, {});
        return generation ? generation->load_seconds : -1.0;
    };
    EXPECT_GT(seconds_to_load(), 0.0);
    EXPECT_EQ(seconds_to_load(), 0.0);
    const auto folder = bench.new_folder();
    bench.session(folder);  // needs the memory
    EXPECT_GT(seconds_to_load(), 0.0);
}

void tells_every_token_with_its_probability(const EngineFactory& make) {
    Bench bench(make);
    std::vector<std::vector<std::int32_t>> told(2);
    const auto generation = bench.engine().generate(
        {.model = bench.inputs() / "model",
         .prompts = {"Say 1: ", "Say 2: "},
         .sampling = {.max_tokens = 3},
         .alternatives = 4},
        {}, [&](const GenerationProgress& news) {
            told.at(static_cast<std::size_t>(news.answer)).push_back(news.token.chosen.id);
        });
    ASSERT_TRUE(generation) << generation.error().message;
    for (std::size_t i = 0; i < 2; ++i) {
        const auto& answer = generation->answers[i];
        EXPECT_EQ(std::ssize(answer.pieces), answer.tokens);
        std::vector<std::int32_t> ids;
        for (const auto& piece : answer.pieces) {
            ids.push_back(piece.chosen.id);
            EXPECT_GT(piece.chosen.probability, 0.0);
            EXPECT_LE(piece.chosen.probability, 1.0);
            ASSERT_EQ(piece.likeliest.size(), 4U);
            EXPECT_EQ(piece.likeliest.front(), piece.chosen) << "the answer is greedy";
            EXPECT_TRUE(
                std::ranges::is_sorted(piece.likeliest, std::ranges::greater(), &TokenChoice::probability));
        }
        EXPECT_EQ(told[i], ids);
    }
}

void a_chat_is_written_with_a_template(const EngineFactory& make) {
    Bench bench(make);
    const auto generation =
        bench.engine().generate({.model = bench.inputs() / "model",
                                 .prompts = {"Hi"},
                                 .sampling = {.max_tokens = 2},
                                 .chat = ChatOptions{.before = {{.role = "system", .content = "Be brief."}}}},
                                {});
    ASSERT_TRUE(generation) << generation.error().message;
    EXPECT_FALSE(generation->chat_template.empty());
    EXPECT_EQ(generation->answers.front().prompt, "Hi");
}

void what_is_kept_can_be_given_back(const EngineFactory& make) {
    Bench bench(make);
    const auto seconds_to_load = [&] {
        const auto generation = bench.engine().generate(
            {.model = bench.inputs() / "model", .prompts = {"Say 1: "}, .sampling = {.max_tokens = 1}}, {});
        return generation ? generation->load_seconds : -1.0;
    };
    EXPECT_GT(seconds_to_load(), 0.0);
    bench.engine().release_memory();
    EXPECT_GT(seconds_to_load(), 0.0);
}

void cancelled_work_says_so(const EngineFactory& make) {
    Bench bench(make);
    CancelToken cancel;
    cancel.cancel();
    const auto generation =
        bench.engine().generate({.model = bench.inputs() / "model", .prompts = {"Say 1: "}}, cancel);
    ASSERT_FALSE(generation);
    EXPECT_EQ(generation.error().code, ErrorCode::Cancelled);
}

void exports_what_a_run_made(const EngineFactory& make) {
    Bench bench(make);
    const auto folder = bench.new_folder();
    record(*bench.session(folder));
    const auto out = bench.inputs() / "exported";
    const auto report = bench.engine().export_run({.run = folder.path(), .out = out}, {});
    ASSERT_TRUE(report) << report.error().message;
    EXPECT_FALSE(report->files.empty());
    for (const auto& file : report->files)
        EXPECT_TRUE(fs::exists(out / file)) << file;
    EXPECT_GT(report->compared_tokens, 0);
    EXPECT_FALSE(report->compared_on.empty());
    EXPECT_LE(report->max_logit_difference, report->tolerance);
    EXPECT_GE(report->top1_agreement, 0.99);
    EXPECT_GE(report->mean_kl, 0.0);
}

constexpr EngineContractCase kCases[] = {
    {"AMissingModelIsAnErrorThatNamesIt", a_missing_model_is_an_error_that_names_it},
    {"InspectDescribesTheModel", inspect_describes_the_model},
    {"GeneratesAnAnswerAPrompt", generates_an_answer_a_prompt},
    {"OneAdapterOrASumAnswers", one_adapter_or_a_sum_answers},
    {"AskedAgainItLoadsNothing", asked_again_it_loads_nothing},
    {"TellsEveryTokenWithItsProbability", tells_every_token_with_its_probability},
    {"AChatIsWrittenWithATemplate", a_chat_is_written_with_a_template},
    {"WhatIsKeptCanBeGivenBack", what_is_kept_can_be_given_back},
    {"CancelledWorkSaysSo", cancelled_work_says_so},
    {"ExportsWhatARunMade", exports_what_a_run_made},
};

}  // namespace

std::span<const EngineContractCase> request_cases() {
    return kCases;
}

}  // namespace tunebench::test::contract
