// Runs that add special tokens: their rows start at the mean, learn, and go with the result into every
// format, with the tokenizer that knows them.
#include <fstream>

#include <gtest/gtest.h>

#include "core/base/durable_file.h"
#include "core/engine/adapters/model_shelf.h"
#include "core/engine/exporting/export_run.h"
#include "core/engine/generation/generator.h"
#include "core/engine/models/tensor_bytes.h"
#include "core/engine/models/weight_loader.h"
#include "core/engine/tensor.h"
#include "core/engine/training/session_setup.h"
#include "core/memory/estimate.h"
#include "core/run/run_model.h"
#include "core/run/starting_adapter.h"
#include "tests/support/fixtures.h"
#include "tests/support/temporary_folder.h"

namespace tunebench {
namespace {

namespace fs = std::filesystem;

constexpr std::int64_t kBaseRows = 258;
constexpr std::int64_t kRows = 260;
constexpr std::size_t kMaxBytes = std::size_t{1} << 26;

struct AddedTokensRun {
    RunStarted started = {};
    RunFinished finished = {};
    std::vector<StepDone> steps = {};
};

class AddedTokensSessionTest : public testing::Test {
protected:
    AddedTokensSessionTest() : config_(test::tiny_run(files_.path(), 6)) {
        config_.general.threads = 1;
        config_.model.added_tokens = {"<|tool|>", "<|end|>"};
        config_.optimizer.params.set("learning_rate", 0.02);
        config_.checkpoints = {.every = 1, .keep_last = 100, .keep_best = false};
        config_.evaluation.samples = {};
        std::ofstream data(config_.data.train.front().path);
        for (int row = 0; row < 24; ++row)
            data << R"({"prompt": "<|tool|>)" << row << R"(", "completion": "a<|tool|>b<|end|>"})"
                 << "\n";
    }

    void use_full() { config_.method = {.id = "full", .params = {}}; }

    RunFolder new_folder() {
        return *RunFolder::create(files_.path() / "data",
                                  {.id = new_run_id(), .config = config_, .created_at = timestamp_now()});
    }

    AddedTokensRun run(const RunFolder& folder, bool resume = false, std::int64_t stop_after = 0) {
        const auto session = make_session(config_, folder, resume);
        EXPECT_TRUE(session) << session.error().message;
        AddedTokensRun outcome;
        if (!session)
            return outcome;
        outcome.finished = (*session)->run([&](const RunEvent& event) {
            if (const auto* started = std::get_if<RunStarted>(&event))
                outcome.started = *started;
            if (const auto* step = std::get_if<StepDone>(&event)) {
                outcome.steps.push_back(*step);
                if (step->step == stop_after)
                    (*session)->command(StopCommand{});
            }
        });
        EXPECT_FALSE(outcome.finished.error) << outcome.finished.error->message;
        return outcome;
    }

    static std::string weights_of(const RunFolder& folder) {
        const auto bytes = read_file(folder.adapter() / "adapter_model.safetensors", kMaxBytes);
        return bytes ? *bytes : std::string();
    }

    at::Tensor base_embedding() const { return (*load_model(config_.model.path))->embedding; }

    /// What stays as it was, what started at the mean, and that the latter has learned.
    void expect_new_rows_learned(const at::Tensor& table) const {
        const auto base = base_embedding();
        ASSERT_EQ(table.size(0), kRows);
        const auto fresh = table.narrow(0, kBaseRows, 2);
        const auto moved = (fresh - base.mean(0)).abs().amax(1);
        EXPECT_GT(moved.min().item<double>(), 1e-3);
        EXPECT_FALSE(at::equal(fresh[0], fresh[1]));
    }

    ExportReport exported(const RunFolder& folder, const std::string& to) {
        const auto report = export_run({.run = folder.path(), .to = to, .out = files_.path() / to});
        EXPECT_TRUE(report) << to << ": " << report.error().message;
        return report ? *report : ExportReport{};
    }

    test::TemporaryFolder files_;
    RunConfig config_;
};

TEST_F(AddedTokensSessionTest, LoraTrainsThemAndItsAdapterHoldsThemAsPeftDoes) {
    const auto folder = new_folder();
    const auto outcome = run(folder);
    EXPECT_LT(outcome.steps.back().loss, outcome.steps.front().loss);
    EXPECT_EQ(outcome.started.trainable_parameters,
              estimate_memory(*stored_model_of(config_.model), config_, batch_shape_of(config_))
                  ->trainable_parameters);
    const auto tensors = *read_tensors(folder.adapter() / "adapter_model.safetensors");
    expect_new_rows_learned(tensors.at("base_model.model.model.embed_tokens.weight"));
    // The head was tied, and is trained on its own: as PEFT's modules_to_save.
    expect_new_rows_learned(tensors.at("base_model.model.lm_head.weight"));
    EXPECT_FALSE(at::equal(tensors.at("base_model.model.lm_head.weight"),
                           tensors.at("base_model.model.model.embed_tokens.weight")));
    const auto json = *read_json_file(folder.adapter() / "adapter_config.json");
    EXPECT_EQ(json["modules_to_save"], (Json{"embed_tokens", "lm_head"}));
    const auto tokenizer = Tokenizer::load(folder.adapter());
    ASSERT_TRUE(tokenizer) << tokenizer.error().message;
    EXPECT_EQ(tokenizer->token_id("<|end|>"), kBaseRows + 1);
}

TEST_F(AddedTokensSessionTest, FullFineTuningKeepsATiedHeadAndWritesAWholeModel) {
    use_full();
    const auto folder = new_folder();
    const auto outcome = run(folder);
    EXPECT_LT(outcome.steps.back().loss, outcome.steps.front().loss);
    const auto model = folder.path() / "model";
    const auto loaded = load_model(model);
    ASSERT_TRUE(loaded) << loaded.error().message;
    EXPECT_TRUE((*loaded)->config().tie_word_embeddings);
    expect_new_rows_learned((*loaded)->embedding);
    EXPECT_EQ((*read_json_file(model / "config.json"))["vocab_size"], kRows);
    const auto tokenizer = Tokenizer::load(model);
    ASSERT_TRUE(tokenizer) << tokenizer.error().message;
    EXPECT_EQ(tokenizer->vocabulary_size(), kRows);
}

TEST_F(AddedTokensSessionTest, AResumeIsExact) {
    const auto whole = new_folder();
    const auto outcome = run(whole);
    for (const std::int64_t cut : {1, 4}) {
        const auto folder = new_folder();
        run(folder, false, cut);
        const auto rest = run(folder, true);
        EXPECT_EQ(rest.steps.back().loss, outcome.steps.back().loss);
        EXPECT_EQ(weights_of(folder), weights_of(whole)) << cut;
    }
}

TEST_F(AddedTokensSessionTest, EveryFormatGivesTheTrainedModelBack) {
    const auto folder = new_folder();
    run(folder);
    EXPECT_EQ(exported(folder, "peft").max_logit_difference, 0.0);
    EXPECT_LT(exported(folder, "merged").max_logit_difference, 1e-5);
    EXPECT_LT(exported(folder, "gguf-model").max_logit_difference, 1e-5);
    for (const auto* to : {"peft", "merged"})
        EXPECT_EQ(Tokenizer::load(files_.path() / to)->token_id("<|tool|>"), kBaseRows) << to;
    // A head that has parted from its embedding is stored, with as many rows.
    const auto merged = *read_tensors(files_.path() / "merged");
    EXPECT_EQ(merged.at("lm_head.weight").size(0), kRows);
    const auto gguf =
        export_run({.run = folder.path(), .to = "gguf-adapter", .out = files_.path() / "gguf-adapter"});
    ASSERT_FALSE(gguf);
    EXPECT_EQ(gguf.error().code, ErrorCode::Unsupported);
}

TEST_F(AddedTokensSessionTest, ThePlaygroundTakesTokensAndRowsFromTheAdapter) {
    const auto folder = new_folder();
    run(folder);
    ModelShelf shelf;
    const auto base = shelf.take(config_.model.path, {});
    ASSERT_TRUE(base) << base.error().message;
    EXPECT_EQ(base->tokenizer.encode("<|end|>", false)->size(), 7U);
    const auto with = shelf.take(config_.model.path, {{.folder = folder.adapter()}});
    ASSERT_TRUE(with) << with.error().message;
    EXPECT_EQ(with->model.config().vocab_size, kRows);
    EXPECT_EQ(*with->tokenizer.encode("<|end|>", false), (std::vector<std::int32_t>{kBaseRows + 1}));
    const auto answers = generate_texts(with->model, with->tokenizer, {"<|tool|>3"}, {.max_tokens = 4}, {});
    ASSERT_TRUE(answers) << answers.error().message;
    EXPECT_EQ(answers->answers[0].prompt_tokens, 2);
    EXPECT_EQ(shelf.take(config_.model.path, {{.folder = folder.adapter()}})->load_seconds, 0.0);
    // The base alone has its own rows again.
    EXPECT_EQ(shelf.take(config_.model.path, {})->model.config().vocab_size, kBaseRows);
}

TEST_F(AddedTokensSessionTest, AnAdapterThatPeftSavedBecauseItsEmbeddingGrewIsRead) {
    const auto folder = new_folder();
    run(folder);
    const auto file = folder.adapter() / "adapter_config.json";
    auto json = *read_json_file(file);
    json["modules_to_save"] = nullptr;
    ASSERT_TRUE(write_file_durably(file, json_text(json, 2)));
    ModelShelf shelf;
    const auto with = shelf.take(config_.model.path, {{.folder = folder.adapter()}});
    ASSERT_TRUE(with) << with.error().message;
    expect_new_rows_learned(with->model.embedding);
}

TEST_F(AddedTokensSessionTest, TrainingGoesOnFromSuchAnAdapter) {
    const auto folder = new_folder();
    run(folder);
    config_.model.adapter = folder.adapter().string();
    const auto changes = adopt_starting_adapter(config_);
    ASSERT_TRUE(changes) << changes.error().message;
    const auto next = new_folder();
    const auto outcome = run(next);
    EXPECT_FALSE(outcome.finished.error);
    EXPECT_NE(weights_of(next), weights_of(folder));
    config_.model.added_tokens.clear();
    const auto refused = make_session(config_, new_folder(), false);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().field, "model.added_tokens");
    EXPECT_NE(refused.error().hint.find(R"(["<|tool|>","<|end|>"])"), std::string::npos)
        << refused.error().hint;
}

TEST_F(AddedTokensSessionTest, OtherMethodsAreRefusedInWords) {
    config_.method = {.id = "loreft", .params = {}};
    const auto refused = make_session(config_, new_folder(), false);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().field, "model.added_tokens");
}

TEST_F(AddedTokensSessionTest, AStopDuringReadingEndsThePreparation) {
    Preparation preparation;
    preparation.sink = [&](const RunEvent& event) {
        if (std::get<PhaseChanged>(event).share)
            preparation.cancel.cancel();
    };
    std::ofstream data(config_.data.train.front().path);
    for (int row = 0; row < 2000; ++row)
        data << R"({"prompt": "a", "completion": "b"})"
             << "\n";
    data.close();
    const auto stopped = make_session(config_, new_folder(), false, preparation);
    ASSERT_FALSE(stopped);
    EXPECT_EQ(stopped.error().code, ErrorCode::Cancelled);
}

}  // namespace
}  // namespace tunebench
