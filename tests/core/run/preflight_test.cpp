#include "core/run/preflight.h"

#include <algorithm>
#include <fstream>
#include <unistd.h>

#include <gtest/gtest.h>

#include "core/memory/estimate.h"
#include "core/models/model_config.h"
#include "tests/support/fixtures.h"
#include "tests/support/temporary_folder.h"

namespace tunebench {
namespace {

namespace fs = std::filesystem;

class PreflightTest : public testing::Test {
protected:
    void SetUp() override { config_ = test::tiny_run(folder_.path(), 10); }

    std::vector<Finding> findings() const { return preflight(config_, place_); }

    const Finding* at(const std::vector<Finding>& list, std::string_view field) const {
        const auto found = std::ranges::find(list, field, &Finding::field);
        return found == list.end() ? nullptr : &*found;
    }

    void expect_blocks(std::string_view field, std::string_view said) const { expect(field, said, true); }
    void expect_warns(std::string_view field, std::string_view said) const { expect(field, said, false); }

    fs::path model() const { return folder_.path() / "model"; }

    test::TemporaryFolder folder_;
    RunConfig config_ = {};
    PreflightPlace place_ = {.data_folder = folder_.path() / "data" / "tunebench",
                             .available_memory_bytes = std::uint64_t{4} << 30,
                             .cores = 2};

private:
    void expect(std::string_view field, std::string_view said, bool blocks) const {
        const auto list = findings();
        const auto* found = at(list, field);
        ASSERT_NE(found, nullptr) << field;
        EXPECT_EQ(found->severity == Finding::Severity::Blocks, blocks) << found->message;
        EXPECT_NE(found->message.find(said), std::string::npos) << found->message;
        EXPECT_FALSE(found->hint.empty()) << found->message;
        EXPECT_EQ(has_blocking(list), blocks);
    }
};

TEST_F(PreflightTest, ARunThatCanStartHasNoFindings) {
    for (const auto& finding : findings())
        ADD_FAILURE() << finding.field << ": " << finding.message;
}

TEST_F(PreflightTest, TheAdapterToContinueFrom) {
    config_.model.adapter = folder_.path().string();
    expect_blocks("model.adapter", "holds no adapter");
    config_.model.adapter = TUNEBENCH_SOURCE_DIR "/tests/data/goldens/llama/lora-attn";
    expect_warns("model.adapter", "as in the adapter");
    config_.method = {.id = "full", .params = {}};
    expect_blocks("model.adapter", "of the method lora");
}

TEST_F(PreflightTest, TheModelMustBeThere) {
    config_.model.path = "";
    expect_blocks("model.path", "No model");
    config_.model.path = "/nonexistent/model";
    expect_blocks("model.path", "/nonexistent/model");
}

TEST_F(PreflightTest, TheModelNeedsConfigurationWeightsAndTokenizer) {
    fs::rename(model() / "tokenizer.json", model() / "tokenizer.bak");
    expect_blocks("model.path", "tokenizer.json");
    fs::rename(model() / "tokenizer.bak", model() / "tokenizer.json");
    fs::remove(model() / "model.safetensors");
    expect_blocks("model.path", "model.safetensors");
    std::ofstream(model() / "pytorch_model.bin") << "pickle";
    expect_blocks("model.path", "pytorch_model.bin");
    config_.model.initialize = Initialize::Random;
    EXPECT_EQ(at(findings(), "model.path"), nullptr);
    fs::remove(model() / "config.json");
    expect_blocks("model.path", "config.json");
}

TEST_F(PreflightTest, AnUnknownArchitectureIsNamed) {
    std::ofstream(model() / "config.json", std::ios::trunc) << R"({"model_type": "rwkv"})";
    expect_blocks("model.path", "rwkv");
}

TEST_F(PreflightTest, DataFilesMustBeThere) {
    config_.data.train.clear();
    expect_blocks("data.train", "No training data");
    config_.data.train = {"/nonexistent/train.jsonl"};
    expect_blocks("data.train", "/nonexistent/train.jsonl");
    const auto without_files = folder_.path() / "without files";
    fs::create_directory(without_files);
    config_.data.train = {without_files.string()};
    expect_blocks("data.train", "has no data file");
    config_.data.train = {"/dev/null"};
    expect_blocks("data.train", "neither a file nor a folder");
    const auto spreadsheet = folder_.path() / "rows.xlsx";
    std::ofstream(spreadsheet) << "PK";
    config_.data.train = {spreadsheet.string()};
    expect_blocks("data.train", "is a spreadsheet");
    const auto empty = folder_.path() / "empty.jsonl";
    std::ofstream(empty).flush();
    config_.data.train = {empty.string()};
    expect_blocks("data.train", "empty");
}

TEST_F(PreflightTest, AFileWithoutPermissionIsNamed) {
    if (geteuid() == 0)
        GTEST_SKIP() << "root reads every file";
    fs::permissions(config_.data.train.front().path, fs::perms::none);
    expect_blocks("data.train", "permission");
}

TEST_F(PreflightTest, ValidationOnTrainingDataIsDoubtful) {
    config_.data.validation = config_.data.train.front().path;
    expect_warns("data.validation", "trained on");
    config_.evaluation.general_file = config_.data.train.front().path;
    expect_warns("evaluation.general_file", "trained on");
    config_.evaluation.general_file += ".missing";
    expect_blocks("evaluation.general_file", "does not exist");
}

TEST_F(PreflightTest, TheSplitsOfOneFolderAreToTrainAndToValidateOn) {
    const auto folder = folder_.path() / "splits";
    fs::create_directory(folder);
    fs::copy_file(config_.data.train.front().path, folder / "train.jsonl");
    fs::copy_file(config_.data.validation, folder / "test.jsonl");
    config_.data.train = {folder.string()};
    config_.data.validation = folder.string();
    EXPECT_TRUE(findings().empty());
    fs::remove(folder / "test.jsonl");
    expect_warns("data.validation", "trained on");
}

TEST_F(PreflightTest, WhichFilesAMissingDataSetOfTheHubHasIsNotKnown) {
    place_.hub_cache = folder_.path() / "hub";
    config_.data.train = {"org/name"};
    config_.data.validation = "org/name";
    for (const auto& finding : findings())
        EXPECT_EQ(finding.message.find("trained on"), std::string::npos) << finding.message;
    expect_blocks("data.validation", "org/name");
}

TEST_F(PreflightTest, SomethingMustEndTheRun) {
    config_.budget.steps = 0;
    expect_blocks("budget.epochs", "Nothing ends");
}

TEST_F(PreflightTest, EarlyStoppingNeedsValidation) {
    config_.evaluation.patience = 2;
    EXPECT_TRUE(findings().empty());
    config_.data.validation = "";
    expect_blocks("evaluation.early_stopping.patience", "validation");
    config_.data.validation_share = 0.1;
    EXPECT_TRUE(findings().empty());
    config_.evaluation.every = 0;
    expect_blocks("evaluation.every", "evaluations");
}

TEST_F(PreflightTest, AWarmUpAsLongAsTheRunIsDoubtful) {
    config_.schedule.params.set("warmup_steps", 10);
    expect_warns("schedule.warmup_steps", "warm-up");
}

TEST_F(PreflightTest, AMaximumLengthBeyondTheModelIsDoubtful) {
    config_.data.max_length = 4096;
    expect_warns("data.max_length", "128");
}

TEST_F(PreflightTest, VirtualTokensTakePositionsFromTheText) {
    config_.method = {.id = "prefix", .params = {}};
    config_.method.params.set("num_virtual_tokens", 30);
    config_.data.max_length = 98;
    EXPECT_EQ(at(findings(), "data.max_length"), nullptr);
    config_.data.max_length = 99;
    expect_warns("data.max_length", "30 virtual tokens");
    // Learned positions end.
    config_.model.path = TUNEBENCH_SOURCE_DIR "/tests/data/goldens/gpt2";
    const auto list = findings();
    const auto* found = at(list, "data.max_length");
    ASSERT_NE(found, nullptr);
    EXPECT_EQ(found->severity, Finding::Severity::Blocks);
    EXPECT_EQ(found->hint, "Set it to 98 or less.");
}

TEST_F(PreflightTest, BadParametersOfTheMethodLeadToTheirField) {
    config_.method.params.set("targets", ParamList{"w_pack"});
    expect_blocks("method.targets", "w_pack");
    config_.method = {.id = "galore"};
    expect_blocks("method.id", "galore");
}

TEST_F(PreflightTest, ANegativeLearningRateLeadsToItsField) {
    config_.optimizer.params.set("learning_rate", -1.0);
    expect_blocks("optimizer.learning_rate", "-1");
    EXPECT_EQ(findings().size(), 1u);
}

TEST_F(PreflightTest, AQuantizedBaseTakesAdaptersOnly) {
    config_.precision.quantization = QuantizationType::Nf4;
    EXPECT_TRUE(findings().empty());
    config_.method = {.id = "full", .params = {}};
    expect_blocks("precision.quantization.type", "quantized");
}

TEST_F(PreflightTest, PrecisionsThatCannotBeLeadToTheirField) {
    config_.precision.weights = NumberType::Bf16;
    config_.precision.compute = NumberType::Fp16;
    expect_blocks("precision.compute", "bf16");
    config_.precision.compute = NumberType::Bf16;
    EXPECT_TRUE(findings().empty());
    config_.budget.update_in_backward = true;
    config_.budget.clip_norm = 1.0;
    expect_blocks("budget.clip_norm", "Clipping");
    config_.budget.clip_norm = 0.0;
    EXPECT_TRUE(findings().empty());
    config_.budget.accumulation = 2;
    expect_blocks("budget.accumulation", "2 batches");
}

TEST_F(PreflightTest, RoundingStochasticallyIsForNarrowWeights) {
    config_.precision.stochastic_rounding = true;
    expect_warns("precision.stochastic_rounding", "fp32");
    config_.precision.weights = NumberType::Bf16;
    EXPECT_TRUE(findings().empty());
}

TEST_F(PreflightTest, BlocksHaveTheSizeOfAPowerOfTwo) {
    config_.precision.quantization_block_size = 96;
    EXPECT_TRUE(findings().empty());  // nothing is quantized
    config_.precision.quantization = QuantizationType::Int8;
    expect_blocks("precision.quantization.block_size", "power of two");
}

TEST_F(PreflightTest, TooLittleMemoryBlocks) {
    place_.available_memory_bytes = 1000;
    expect_blocks("budget.batch_size", "memory");
}

TEST_F(PreflightTest, TheMachinesMemoryIsNotThatOfAnAccelerator) {
    place_.available_memory_bytes = 1000;
    place_.may_have_accelerator = true;
    expect_warns("budget.batch_size", "memory");
    config_.general.device = "cpu";
    expect_blocks("budget.batch_size", "memory");
    config_.general.device = "cuda";
    EXPECT_EQ(usable_memory(config_, place_), 0U);
    EXPECT_TRUE(findings().empty()) << "the engine looks before it takes";
    config_.general.memory_limit_gib = 1e-6;
    expect_blocks("budget.batch_size", "allowed");
}

TEST_F(PreflightTest, WhatIsFreeOnAnAcceleratorCounts) {
    constexpr std::uint64_t kLarge = std::uint64_t{64} << 30;
    config_.general.device = "cuda";
    place_.available_memory_bytes = 1000;
    place_.accelerator = {.total_bytes = kLarge, .free_bytes = kLarge};
    EXPECT_EQ(usable_memory(config_, place_), kLarge - (std::uint64_t{512} << 20));
    EXPECT_TRUE(findings().empty());
    config_.general.memory_limit_gib = 1e-6;
    expect_blocks("budget.batch_size", "allowed");
    config_.general.memory_limit_gib = 0.0;
    place_.accelerator->free_bytes = 1000;
    EXPECT_EQ(usable_memory(config_, place_), 875U);
    expect_warns("budget.batch_size", "memory");  // others may end, and this program gives up its own
    place_.accelerator->free_bytes = 0;
    EXPECT_GT(usable_memory(config_, place_), 0U) << "that nothing is free is known";
    expect_warns("budget.batch_size", "memory");
    place_.accelerator->total_bytes = 2000;
    expect_blocks("budget.batch_size", "memory");
    config_.general.device = "cpu";
    EXPECT_EQ(usable_memory(config_, place_), 875U);
}

TEST_F(PreflightTest, AutoIsTheAcceleratorWhereTheEngineCanUseIt) {
    constexpr std::uint64_t kLarge = std::uint64_t{64} << 30;
    place_.available_memory_bytes = 1000;
    place_.accelerator = {.total_bytes = kLarge, .free_bytes = kLarge};
    place_.may_have_accelerator = true;
    EXPECT_EQ(with_likely_device(config_, place_).general.device, "auto");
    expect_warns("budget.batch_size", "memory");
    place_.auto_is_accelerator = true;
    EXPECT_EQ(with_likely_device(config_, place_).general.device, "cuda");
    EXPECT_TRUE(findings().empty());
    place_.accelerator = {.total_bytes = 1000, .free_bytes = 1000};
    expect_warns("budget.batch_size", "memory");  // the engine may choose the processor yet
    config_.general.device = "cpu";
    EXPECT_EQ(with_likely_device(config_, place_).general.device, "cpu");
}

TEST_F(PreflightTest, WhatFinishedRunsTookCounts) {
    const auto estimate =
        estimate_memory(*load_model_config(config_.model.path), config_, batch_shape_of(config_));
    ASSERT_TRUE(estimate);
    // An eighth of what is available is a reserve.
    place_.available_memory_bytes = estimate->peak_bytes * 6 / 5 * 8 / 7;
    EXPECT_TRUE(findings().empty());
    place_.calibrations.accelerator = {.runs = 4, .factor = 1.25};
    EXPECT_TRUE(findings().empty()) << "it trains on the processor";
    place_.calibrations.processor = {.runs = 4, .factor = 1.25};
    expect_warns("budget.batch_size", "4 finished runs");
    // Sure of it, it blocks.
    place_.calibrations.processor.uncertainty = 0.0;
    expect_blocks("budget.batch_size", "4 finished runs");
}

TEST_F(PreflightTest, TooLittleDiskForAllCheckpointsIsDoubtful) {
    place_.free_disk_bytes = 300000;
    config_.checkpoints.keep_last = 1000;
    expect_warns("checkpoints.keep_last", "free");
    place_.free_disk_bytes = 10;
    expect_blocks("checkpoints.keep_last", "free");
}

TEST_F(PreflightTest, AFullDiskBlocksAndAnUnknownOneDoesNot) {
    place_.free_disk_bytes = 0;
    expect_blocks("checkpoints.keep_last", "free");
    place_.free_disk_bytes = std::nullopt;
    EXPECT_TRUE(findings().empty());
}

TEST_F(PreflightTest, TheDiskMustHoldTheResultToo) {
    config_.method = {.id = "full", .params = {}};
    config_.checkpoints.keep_last = 1;
    const auto estimate =
        estimate_memory(*load_model_config(config_.model.path), config_, batch_shape_of(config_));
    ASSERT_TRUE(estimate);
    place_.free_disk_bytes = 3 * estimate->checkpoint_bytes + estimate->checkpoint_bytes / 5;
    EXPECT_FALSE(findings().empty()) << "there is room for the checkpoints alone";
}

TEST_F(PreflightTest, TheDiskMustHoldANarrowModelAsItIsWritten) {
    config_.method = {.id = "full", .params = {}};
    config_.checkpoints = {.keep_last = 1, .keep_best = false};
    config_.precision.weights = config_.precision.compute = NumberType::Bf16;
    const auto estimate =
        estimate_memory(*load_model_config(config_.model.path), config_, batch_shape_of(config_));
    ASSERT_TRUE(estimate);
    ASSERT_GT(estimate->result_bytes, estimate->weight_bytes);
    const auto margin = [](std::uint64_t bytes) { return bytes + bytes / 20; };
    place_.free_disk_bytes = margin(2 * estimate->checkpoint_bytes + estimate->weight_bytes) + 1;
    expect_blocks("checkpoints.keep_last", "the result of");
    place_.free_disk_bytes = margin(2 * estimate->checkpoint_bytes + estimate->result_bytes) + 1;
    EXPECT_EQ(at(findings(), "checkpoints.keep_last"), nullptr);
}

TEST_F(PreflightTest, TheDataFolderMustBeWritable) {
    std::ofstream(folder_.path() / "file") << "x";
    place_.data_folder = folder_.path() / "file" / "tunebench";
    expect_blocks("", "not a folder");
    if (geteuid() == 0)
        GTEST_SKIP() << "root writes everywhere";
    place_.data_folder = "/usr/tunebench";
    expect_blocks("", "/usr/tunebench");
}

TEST_F(PreflightTest, SettingsOfAnotherVersionAreMentioned) {
    config_.unknown["reward"] = 5;
    expect_warns("reward", "does not know");
}

TEST_F(PreflightTest, MoreThreadsThanCoresIsDoubtful) {
    config_.general.threads = 64;
    expect_warns("threads", "64");
}

TEST_F(PreflightTest, WhatBlocksComesFirst) {
    config_.general.threads = 64;
    config_.budget.steps = 0;
    const auto list = findings();
    ASSERT_EQ(list.size(), 2u);
    EXPECT_EQ(list[0].severity, Finding::Severity::Blocks);
    EXPECT_EQ(list[1].severity, Finding::Severity::Warns);
}

}  // namespace
}  // namespace tunebench
