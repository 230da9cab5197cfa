// export --to gguf-adapter and gguf-model with the real engine: one command from a run to files that another
// program reads.
#include <gtest/gtest.h>

#include "tests/app/support/sample_run.h"
#include "tests/support/gguf_reader.h"

namespace tunebench::test {
namespace {

const std::string kEngine = TUNEBENCH_BINARY_DIR "/lib/libtunebench_engine.so";

class ExportGgufTest : public testing::Test {
protected:
    void SetUp() override {
        if (!std::filesystem::exists(kEngine))
            GTEST_SKIP() << "the engine was not built";
        const auto trained = cli({"run", sample_.run_file().string()});
        ASSERT_EQ(trained.code, 0) << trained.err;
        run_ = json_of(cli({"history", "--json"}))[0]["id"].get<std::string>();
    }

    CliResult cli(std::vector<std::string> arguments) const {
        return run_cli(sample_, std::move(arguments), {{"TUNEBENCH_ENGINE", kEngine}});
    }

    /// The report of an export to `name`.
    Json exported(const std::string& name, const std::vector<std::string>& more) const {
        std::vector<std::string> command = {"export", run_, "--out", out(name).string(), "--json"};
        command.insert(command.end(), more.begin(), more.end());
        const auto result = cli(command);
        EXPECT_EQ(result.code, 0) << result.err;
        return json_of(result);
    }

    std::filesystem::path out(const std::string& name) const { return sample_.folder() / name; }

    SampleRun sample_;
    std::string run_ = {};
};

TEST_F(ExportGgufTest, AnAdapterForLlamaCpp) {
    const auto report = exported("adapter", {"--to", "gguf-adapter"});
    EXPECT_EQ(report.at("files"), Json::array({"README.md", "adapter.gguf"}));
    EXPECT_LE(report.at("max_logit_difference").get<double>(), 1e-4);
    const GgufReader file(out("adapter") / "adapter.gguf");
    EXPECT_EQ(file.key("general.type").text, "adapter");
    EXPECT_EQ(file.tensor("blk.0.attn_q.weight.lora_b").dimensions, (std::vector<std::int64_t>{2, 16}));
    const auto answered = cli({"generate", sample_.model().string(), "--adapter", out("adapter").string(),
                               "--prompt", "name: house 1\n", "--max-tokens", "4"});
    EXPECT_EQ(answered.code, 0) << answered.err;
}

TEST_F(ExportGgufTest, AModelInEightBits) {
    const auto report = exported("eight-bits", {"--to", "gguf-model", "--dtype", "q8_0"});
    EXPECT_EQ(report.at("files"), Json::array({"README.md", "model.gguf"}));
    const auto difference = report.at("max_logit_difference").get<double>();
    EXPECT_GT(difference, 1e-6);
    EXPECT_LE(difference, report.at("tolerance").get<double>());
    const GgufReader file(out("eight-bits") / "model.gguf");
    EXPECT_EQ(file.key("general.file_type").number, 7);
    EXPECT_EQ(file.key("tokenizer.ggml.tokens").texts.size(), 258U);
    EXPECT_EQ(file.tensor("blk.0.ffn_down.weight").type, 8U);
    EXPECT_EQ(file.tensor("token_embd.weight").type, 1U);  // rows of 16 are no whole block
    EXPECT_EQ(file.tensor("output_norm.weight").type, 0U);
}

TEST_F(ExportGgufTest, ATypeThatTheFormatHasNotIsWrongUse) {
    const auto export_as = [this](const std::string& format, const std::string& dtype) {
        return cli({"export", run_, "--to", format, "--dtype", dtype, "--out", out("none").string()});
    };
    EXPECT_EQ(export_as("peft", "f16").code, 2);
    const auto adapter = export_as("gguf-adapter", "q8_0");
    EXPECT_EQ(adapter.code, 2);
    EXPECT_NE(adapter.err.find("f32, f16, bf16"), std::string::npos) << adapter.err;
    EXPECT_EQ(export_as("merged", "f8").code, 2);
    EXPECT_FALSE(std::filesystem::exists(out("none")));
}

}  // namespace
}  // namespace tunebench::test
