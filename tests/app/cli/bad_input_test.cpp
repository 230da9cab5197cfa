// Bad input gives one message with file, line or field and what to do, exit code 1 or 2, and touches nothing.
#include <fstream>

#include <gtest/gtest.h>

#include "core/base/durable_file.h"
#include "core/formats/safetensors.h"
#include "tests/app/support/sample_run.h"

namespace tunebench::test {
namespace {

void expect_named(const CliResult& result, int code, std::initializer_list<const char*> names) {
    EXPECT_EQ(result.code, code) << result.out << result.err;
    EXPECT_TRUE(result.err.starts_with("error: ")) << result.err;
    EXPECT_NE(result.err.find("hint: "), std::string::npos) << result.err;
    for (const auto* name : names)
        EXPECT_NE(result.err.find(name), std::string::npos) << "no " << name << " in\n" << result.err;
}

class BadInputTest : public testing::Test {
protected:
    CliResult run(std::vector<std::string> more = {}) const {
        more.insert(more.begin(), {"run", sample_.run_file().string()});
        return run_cli(sample_, std::move(more));
    }
    CliResult preview() const { return run_cli(sample_, {"preview", sample_.run_file().string()}); }
    CliResult inspect() const { return run_cli(sample_, {"inspect", sample_.model().string()}); }

    bool no_run_exists() const {
        return !std::filesystem::exists(sample_.data_folder() / "runs") ||
               std::filesystem::is_empty(sample_.data_folder() / "runs");
    }

    SampleRun sample_;
};

TEST_F(BadInputTest, ANegativeLearningRateNamesItsField) {
    expect_named(run({"--set", "optimizer.learning_rate=-1"}), 2, {"optimizer.learning_rate", "-1"});
    EXPECT_TRUE(no_run_exists());
}

TEST_F(BadInputTest, AnUnknownFieldNamesTheNearestKnownOne) {
    auto json = sample_.run_json();
    json["budget"]["bacth_size"] = 2;
    sample_.write_run_file(json);
    expect_named(run(), 2, {"bacth_size", "batch_size"});
}

TEST_F(BadInputTest, ASetWithoutAValueIsRefused) {
    expect_named(run({"--set", "method.rank"}), 2, {"method.rank"});
}

TEST_F(BadInputTest, AMissingRunFileIsNamed) {
    expect_named(run_cli(sample_, {"run", "absent.tunebench.json"}), 1, {"absent.tunebench.json"});
}

TEST_F(BadInputTest, AMalformedRunFileNamesItsLine) {
    sample_.write("sample.tunebench.json", "{\n  \"format\": \"tunebench.run/1\",\n  \"model\": oops\n}");
    expect_named(run(), 1, {"sample.tunebench.json", "line 3"});
}

TEST_F(BadInputTest, AMalformedFileOfTheModelNamesItsLine) {
    sample_.write("model/tokenizer.json", "{\n  \"version\": }\n");
    expect_named(preview(), 1, {"tokenizer.json", "line 2"});
    sample_.write("model/config.json", "{\n  \"model_type\": llama\n}\n");
    expect_named(inspect(), 1, {"config.json", "line 2"});
}

TEST_F(BadInputTest, AMissingDataFileNamesItsField) {
    expect_named(run({"--set", "data.train=absent.jsonl"}), 2, {"absent.jsonl", "data.train"});
    EXPECT_TRUE(no_run_exists());
}

TEST_F(BadInputTest, MalformedJsonNamesFileAndLine) {
    std::string rows;
    for (int line = 1; line < 4711; ++line)
        rows += "{\"prompt\": \"a\", \"completion\": \"b\"}\n";
    sample_.write("train.jsonl", rows + "{\"prompt\": \"a\", \"completion\": }\n");
    expect_named(preview(), 1, {"train.jsonl", "line 4711"});
}

TEST_F(BadInputTest, AFileWithoutAUsableRowIsNamed) {
    sample_.write("train.jsonl", "{\"prompt\": \"\", \"completion\": \"\"}\n");
    expect_named(preview(), 2, {"train.jsonl", "data.train"});
}

TEST_F(BadInputTest, AnExampleWithNothingToLearnIsCounted) {
    sample_.write("train.jsonl", "{\"prompt\": \"a\", \"completion\": \"b\"}\n{\"prompt\": \"" +
                                     std::string(200, 'a') + "\", \"completion\": \"b\"}\n");
    auto json = json_of(run_cli(sample_, {"preview", sample_.run_file().string(), "--json"}));
    EXPECT_EQ(json["train"]["rows"], 2);
    EXPECT_EQ(json["train"]["examples"], 1);
    EXPECT_EQ(json["train"]["skipped_unsupervised"], 1);
}

TEST_F(BadInputTest, AModelWithoutItsTokenizerIsRefused) {
    std::filesystem::remove(sample_.model() / "tokenizer.json");
    expect_named(run(), 2, {"tokenizer.json", "model.path"});
    expect_named(preview(), 1, {"tokenizer.json"});
}

TEST_F(BadInputTest, AnUnknownArchitectureIsNamedWithThoseThatAreKnown) {
    sample_.write("model/config.json", R"({"model_type": "warp", "architectures": ["WarpForCausalLM"]})");
    expect_named(inspect(), 1, {"warp", "llama"});
}

TEST_F(BadInputTest, AMissingShardIsNamed) {
    std::filesystem::remove(sample_.model() / "model.safetensors");
    sample_.write("model/model.safetensors.index.json",
                  R"({"metadata": {}, "weight_map": {"a": "model-00001-of-00001.safetensors"}})");
    expect_named(inspect(), 1, {"model-00001-of-00001.safetensors"});
}

TEST_F(BadInputTest, AnIndexThatIsNoJsonIsNamed) {
    std::filesystem::remove(sample_.model() / "model.safetensors");
    sample_.write("model/model.safetensors.index.json", "{\"weight_map\": {");
    expect_named(inspect(), 1, {"model.safetensors.index.json", "line 1"});
}

TEST_F(BadInputTest, ATruncatedShardIsNamed) {
    const auto file = sample_.model() / "model.safetensors";
    std::filesystem::resize_file(file, std::filesystem::file_size(file) - 100);
    expect_named(inspect(), 1, {"model.safetensors"});
}

TEST_F(BadInputTest, AHeaderThatLiesIsNamed) {
    std::fstream file(sample_.model() / "model.safetensors", std::ios::in | std::ios::out | std::ios::binary);
    file.write("\xFF\xFF\xFF\xFF\xFF\x00\x00\x00", 8);
    file.close();
    expect_named(inspect(), 1, {"model.safetensors"});
}

TEST_F(BadInputTest, ATensorOfTheWrongShapeIsNamedWithBothShapes) {
    auto config = read_json_file(sample_.model() / "config.json");
    ASSERT_TRUE(config);
    (*config)["intermediate_size"] = 48;
    sample_.write("model/config.json", json_text(*config));
    const auto result = inspect();
    expect_named(result, 1, {"model.layers.0.mlp.", "32x16 in the file", "config.json"});
    EXPECT_NE(result.out.find("model.layers.0.mlp.gate_proj.weight: 32x16 in the file, 48x16"),
              std::string::npos)
        << result.out;
}

TEST_F(BadInputTest, ADataFolderThatCannotBeWrittenIsNamed) {
    sample_.write("file", "");
    const auto folder = (sample_.folder() / "file" / "data").string();
    const auto result = run({"--data-folder", folder});
    EXPECT_EQ(result.code, 1) << result.err;
    EXPECT_NE(result.err.find((sample_.folder() / "file").string()), std::string::npos) << result.err;
}

TEST_F(BadInputTest, ExportRefusesAFolderThatHasSomethingInIt) {
    sample_.write("mine.txt", "mine");
    const auto result = run_cli(sample_, {"export", "1a2b3c4d", "--out", sample_.folder().string()});
    expect_named(result, 2, {"not empty"});
    EXPECT_TRUE(std::filesystem::exists(sample_.folder() / "mine.txt"));
}

TEST_F(BadInputTest, ARunThatDoesNotExistIsNamed) {
    expect_named(run_cli(sample_, {"export", "1a2b3c4d", "--out", (sample_.folder() / "out").string()}), 1,
                 {"1a2b3c4d"});
}

}  // namespace
}  // namespace tunebench::test
