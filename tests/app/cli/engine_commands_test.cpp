// generate, evaluate, export, benchmark and history, with the fake engine.
#include <gtest/gtest.h>

#include "core/base/durable_file.h"
#include "tests/app/support/sample_run.h"

namespace tunebench::test {
namespace {

class EngineCommandsTest : public testing::Test {
protected:
    CliResult cli(std::vector<std::string> arguments) const { return run_cli(sample_, std::move(arguments)); }

    std::string finished_run() const {
        EXPECT_EQ(cli({"run", sample_.run_file().string()}).code, 0);
        auto runs = json_of(cli({"history", "--json"}));
        return runs.empty() ? std::string() : runs[0]["id"].get<std::string>();
    }

    SampleRun sample_;
};

TEST_F(EngineCommandsTest, GenerateAnswersPromptsOfFlagsAndFile) {
    sample_.write("prompts.jsonl", "\"second\"\n{\"prompt\": \"third\", \"completion\": \"ignored\"}\n");
    auto json = json_of(cli({"generate", sample_.model().string(), "--prompt", "first", "--prompts",
                             (sample_.folder() / "prompts.jsonl").string(), "--json"}));
    ASSERT_EQ(json["answers"].size(), 3U);
    EXPECT_EQ(json["answers"][0]["prompt"], "first");
    EXPECT_EQ(json["answers"][2]["prompt"], "third");
    EXPECT_TRUE(json["answers"][0]["text"].is_string());
}

TEST_F(EngineCommandsTest, PairsOfTextsComeFromFlagsAndFile) {
    sample_.write("pairs.jsonl", R"({"text": "second", "text_pair": "other", "label": "ignored"})"
                                 "\n");
    const std::vector<std::string> arguments = {"generate",  sample_.model().string(),
                                                "--prompt",  "first",
                                                "--pair",    "its other",
                                                "--prompts", (sample_.folder() / "pairs.jsonl").string()};
    auto as_json = arguments;
    as_json.push_back("--json");
    const auto json = json_of(cli(as_json));
    ASSERT_EQ(json["answers"].size(), 2U);
    EXPECT_EQ(json["answers"][0]["second_text"], "its other");
    EXPECT_EQ(json["answers"][1]["prompt"], "second");
    EXPECT_EQ(json["answers"][1]["second_text"], "other");
    const auto text = cli(arguments).out;
    EXPECT_NE(text.find("second | other"), std::string::npos) << text;
}

TEST_F(EngineCommandsTest, APromptOfAPairWithoutItsSecondTextIsNamed) {
    sample_.write("pairs.jsonl", R"({"text": "a", "text_pair": "b"})"
                                 "\n"
                                 R"({"text": "c"})"
                                 "\n");
    sample_.write("single.jsonl", "\"alone\"\n");
    const auto refused = [&](std::vector<std::string> arguments) {
        arguments.insert(arguments.begin(), {"generate", sample_.model().string()});
        const auto result = cli(arguments);
        EXPECT_NE(result.code, 0);
        return result.err;
    };
    const auto of_file = refused({"--prompts", (sample_.folder() / "pairs.jsonl").string()});
    EXPECT_NE(of_file.find("line 2"), std::string::npos) << of_file;
    EXPECT_NE(of_file.find("text_pair"), std::string::npos) << of_file;
    const auto of_flags = refused({"--prompt", "a", "--prompt", "b", "--pair", "c"});
    EXPECT_NE(of_flags.find("--pair"), std::string::npos) << of_flags;
    // As many second texts as prompts, but not theirs.
    const auto crossed = refused({"--prompt", "a", "--pair", "b", "--pair", "c", "--prompts",
                                  (sample_.folder() / "single.jsonl").string()});
    EXPECT_NE(crossed.find("--pair"), std::string::npos) << crossed;
    const auto mixed =
        refused({"--prompt", "a", "--pair", "b", "--prompts", (sample_.folder() / "single.jsonl").string()});
    EXPECT_NE(mixed.find("second text"), std::string::npos) << mixed;
}

TEST_F(EngineCommandsTest, SeveralAdaptersAnswerSideBySide) {
    const auto first = sample_.folder() / "first", second = sample_.folder() / "second";
    std::filesystem::create_directories(first);
    std::filesystem::create_directories(second);
    const std::vector<std::string> both = {"generate",  sample_.model().string(), "--adapter", first.string(),
                                           "--adapter", second.string(),          "--prompt",  "Hi"};
    auto with_base = both;
    with_base.push_back("--with-base");
    const auto text = cli(with_base).out;
    for (const auto* line : {"base: echo: Hi", "first: echo 1 first: Hi", "second: echo 1 second: Hi"})
        EXPECT_NE(text.find(line), std::string::npos) << text;
    auto as_json = both;
    as_json.push_back("--json");
    const auto json = json_of(cli(as_json));
    ASSERT_EQ(json["variants"].size(), 2U);
    EXPECT_EQ(json["variants"][1]["name"], "second");
    EXPECT_EQ(json["variants"][1]["answers"][0]["text"], "echo 1 second: Hi");
}

TEST_F(EngineCommandsTest, AnswersStandBesideEachOther) {
    const auto first = sample_.folder() / "first";
    std::filesystem::create_directories(first);
    const auto text = cli({"generate", sample_.model().string(), "--adapter", first.string(), "--with-base",
                           "--side-by-side", "--prompt", "How long is the way from the mill to the inn?"})
                          .out;
    // 80 columns: 38 each with a gap of 3.
    const std::string titles = "base" + std::string(37, ' ') + "first\n";
    EXPECT_NE(text.find(titles), std::string::npos) << text;
    EXPECT_NE(text.find("echo: How long is the way from the       echo 1 first: How long is the way from"),
              std::string::npos)
        << text;
    for (std::size_t begin = text.find(titles); begin < text.size();) {
        const auto end = std::min(text.find('\n', begin), text.size());
        EXPECT_LE(end - begin, 80U) << text;
        begin = end + 1;
    }
}

TEST_F(EngineCommandsTest, EachTokenIsToldWithItsProbability) {
    const std::vector<std::string> asked = {"generate", sample_.model().string(), "--prompt",
                                            "one two",  "--probabilities",        "3"};
    const auto text = cli(asked).out;
    EXPECT_NE(text.find(" 50.0 %  | one|  | other 1| 16.7 %"), std::string::npos) << text;
    auto as_json = asked;
    as_json.push_back("--json");
    const auto json = json_of(cli(as_json));
    const auto& pieces = json["answers"][0]["pieces"];
    ASSERT_EQ(pieces.size(), 3U);
    EXPECT_EQ(pieces[1]["token"], " one");
    EXPECT_EQ(pieces[1]["probability"], 0.5);
    EXPECT_EQ(pieces[1]["likeliest"].size(), 3U);
    EXPECT_EQ(json["answers"][0]["finish"], "end_token");
    auto both = asked;
    both.push_back("--side-by-side");
    EXPECT_EQ(cli(both).code, 2);
}

TEST_F(EngineCommandsTest, AChatHasASystemMessage) {
    const std::vector<std::string> asked = {"generate", sample_.model().string(), "--prompt", "Hi", "--json"};
    auto chat = asked;
    chat.insert(chat.end(), {"--chat", "--system", "Be brief."});
    EXPECT_EQ(json_of(cli(chat))["answers"][0]["text"], "echo after 1: Hi");
    auto without = asked;
    without.insert(without.end(), {"--system", "Be brief."});
    EXPECT_EQ(cli(without).code, 2);
}

TEST_F(EngineCommandsTest, AdaptersAreAddedUpByWeight) {
    const auto first = sample_.folder() / "first", second = sample_.folder() / "second";
    std::filesystem::create_directories(first);
    std::filesystem::create_directories(second);
    std::vector<std::string> arguments = {
        "generate",  sample_.model().string(),  "--prompt", "Hi", "--adapter", first.string() + "=0.7",
        "--adapter", second.string() + "=-0.3", "--json"};
    EXPECT_EQ(cli(arguments).code, 2);  // weights of what?
    arguments.push_back("--combine");
    auto json = json_of(cli(arguments));
    EXPECT_EQ(json["answers"][0]["text"], "echo 0.7 first -0.3 second: Hi");
    EXPECT_EQ(cli({"generate", sample_.model().string(), "--prompt", "Hi", "--combine"}).code, 2);
}

TEST_F(EngineCommandsTest, SeveralAdaptersAreEvaluatedOneByOne) {
    const auto first = sample_.folder() / "first";
    std::filesystem::create_directories(first);
    auto json = json_of(cli({"evaluate", sample_.model().string(), "--data", sample_.train().string(),
                             "--adapter", first.string(), "--with-base", "--json"}));
    ASSERT_EQ(json["variants"].size(), 2U);
    EXPECT_EQ(json["variants"][0]["name"], "base");
    EXPECT_TRUE(json["variants"][1]["loss"].is_number());
}

TEST_F(EngineCommandsTest, TheLossOfEachExampleGoesToAFile) {
    const auto first = sample_.folder() / "first", file = sample_.folder() / "losses.csv";
    std::filesystem::create_directories(first);
    const std::vector<std::string> arguments = {
        "evaluate",  sample_.model().string(), "--data",      sample_.train().string(),
        "--adapter", first.string(),           "--with-base", "--per-example"};
    auto to_file = arguments, to_folder = arguments;
    to_file.push_back(file.string());
    ASSERT_EQ(cli(to_file).code, 0);
    EXPECT_EQ(*read_file(file, 1 << 20), "example,base,first\r\n1,0.5,0.5\r\n2,1.25,1.25\r\n");
    to_folder.push_back(sample_.folder().string());
    const auto refused = cli(to_folder);
    EXPECT_EQ(refused.code, 1);
    EXPECT_NE(refused.err.find(sample_.folder().string()), std::string::npos) << refused.err;
    const auto early = cli(
        {"evaluate", "no-such-model", "--data", "no-such-file", "--per-example", sample_.folder().string()});
    EXPECT_NE(early.err.find(sample_.folder().string()), std::string::npos)
        << "before all else: " << early.err;
}

TEST_F(EngineCommandsTest, GenerateWithoutAPromptIsWrongUse) {
    const auto result = cli({"generate", sample_.model().string()});
    EXPECT_EQ(result.code, 2);
    EXPECT_NE(result.err.find("--prompt"), std::string::npos) << result.err;
}

TEST_F(EngineCommandsTest, APromptFileWithoutAPromptNamesTheLine) {
    sample_.write("prompts.jsonl", "\"first\"\n{\"answer\": \"no\"}\n");
    const auto result = cli(
        {"generate", sample_.model().string(), "--prompts", (sample_.folder() / "prompts.jsonl").string()});
    EXPECT_EQ(result.code, 1);
    EXPECT_NE(result.err.find("line 2"), std::string::npos) << result.err;
}

TEST_F(EngineCommandsTest, EvaluatePrintsLossAndPerplexity) {
    auto json =
        json_of(cli({"evaluate", sample_.model().string(), "--data", sample_.train().string(), "--json"}));
    for (const auto* key : {"loss", "perplexity", "token_accuracy"})
        EXPECT_TRUE(json[key].is_number()) << key;
}

TEST_F(EngineCommandsTest, EvaluateTakesOnlySettingsOfTheData) {
    const auto result = cli({"evaluate", sample_.model().string(), "--data", sample_.train().string(),
                             "--set", "optimizer.learning_rate=1"});
    EXPECT_EQ(result.code, 2);
}

TEST_F(EngineCommandsTest, ExportSaysHowFarTheReloadedResultIsOff) {
    const auto id = finished_run();
    auto json = json_of(cli({"export", id, "--out", (sample_.folder() / "out").string(), "--json"}));
    EXPECT_EQ(json["out"], (sample_.folder() / "out").string());
    for (const auto* key :
         {"max_logit_difference", "max_logit_difference_absolute", "mean_kl", "top1_agreement"})
        EXPECT_TRUE(json[key].is_number()) << key;
    const auto stored = json_of(cli({"history", "show", id, "--json"}));
    ASSERT_EQ(stored["exports"].size(), 1U);
    EXPECT_EQ(stored["exports"][0]["to"], "peft");
    EXPECT_EQ(stored["exports"][0]["out"], json["out"]);
    EXPECT_NE(cli({"history", "show", id}).out.find("Exports:"), std::string::npos);
}

TEST_F(EngineCommandsTest, ExportKnowsItsFormats) {
    const auto result = cli({"export", "x", "--to", "onnx", "--out", (sample_.folder() / "out").string()});
    EXPECT_EQ(result.code, 2);
    EXPECT_NE(result.err.find("peft"), std::string::npos) << result.err;
}

TEST_F(EngineCommandsTest, BenchmarkEndsWithOneObjectOfTheDocumentedFields) {
    const auto lines =
        json_lines_of(cli({"benchmark", "--shape", "tiny", "--method", "lora", "--precision", "fp32",
                           "--batch", "2", "--length", "32", "--steps", "5", "--rank", "4", "--json"}));
    ASSERT_FALSE(lines.empty());
    const std::vector<std::string> wanted = {"tokens_per_second",
                                             "step_seconds",
                                             "matmul_gflops",
                                             "matmul_share",
                                             "predicted_peak_bytes",
                                             "measured_peak_bytes",
                                             "peak_phase",
                                             "trainable_parameters",
                                             "precision",
                                             "method",
                                             "rank",
                                             "targets",
                                             "threads",
                                             "device",
                                             "torch_version"};
    EXPECT_EQ(lines.back().size(), wanted.size());
    for (const auto& field : wanted)
        EXPECT_TRUE(lines.back().contains(field)) << field;
}

TEST_F(EngineCommandsTest, BenchmarkRefusesSettingsLikeARunFileDoes) {
    const auto result = cli({"benchmark", "--shape", "tiny", "--method", "lroa"});
    EXPECT_EQ(result.code, 2);
    EXPECT_NE(result.err.find("lora"), std::string::npos) << result.err;
    EXPECT_EQ(cli({"benchmark", "--shape", "tiny", "--rank", "0"}).code, 2);
}

TEST_F(EngineCommandsTest, BenchmarkTakesPrecisionsByName) {
    for (const auto* name : {"fp32", "bf16", "fp16", "mixed-bf16", "mixed-fp16"})
        EXPECT_EQ(cli({"benchmark", "--shape", "tiny", "--precision", name}).code, 0) << name;
    const auto unknown = cli({"benchmark", "--shape", "tiny", "--precision", "fp8"});
    EXPECT_EQ(unknown.code, 2);
    EXPECT_NE(unknown.err.find("fp32, bf16, fp16, mixed-bf16, mixed-fp16"), std::string::npos) << unknown.err;
    const auto clash =
        cli({"benchmark", "--shape", "tiny", "--precision", "bf16", "--set", "precision.compute=fp16"});
    EXPECT_EQ(clash.code, 2);
    EXPECT_NE(clash.err.find("precision.compute"), std::string::npos) << clash.err;
}

TEST_F(EngineCommandsTest, HistoryShowsOneRunWithItsConfiguration) {
    const auto id = finished_run();
    auto json = json_of(cli({"history", "show", id.substr(0, 5), "--json"}));
    EXPECT_EQ(json["id"], id);
    EXPECT_EQ(json["config"]["method"]["rank"], 2);
    EXPECT_NE(cli({"history", "show", id}).out.find("best validation loss"), std::string::npos);
}

TEST_F(EngineCommandsTest, HistoryShowsWhatARunWasMadeWithAndHowItEnded) {
    const auto id = finished_run();
    auto json = json_of(cli({"history", "show", id, "--json"}));
    EXPECT_GT(json["environment"]["cores"].get<int>(), 0);
    EXPECT_FALSE(json["environment"]["tunebench_version"].get<std::string>().empty());
    EXPECT_TRUE(json["memory"].is_array());
    ASSERT_EQ(json["sessions"].size(), 1U);
    EXPECT_EQ(json["sessions"][0]["torch_version"], "fake");
    EXPECT_EQ(json["sessions"][0]["device"], "cpu");
    EXPECT_EQ(json["sessions"][0]["end"], "completed");
    const auto text = cli({"history", "show", id}).out;
    EXPECT_NE(text.find("LibTorch fake, cpu, 1 thread"), std::string::npos) << text;
}

TEST_F(EngineCommandsTest, HistoryShowsWhatAStepTookOfMemory) {
    const auto id = finished_run();
    const auto shown = cli({"history", "show", id});
    EXPECT_NE(shown.out.find("Memory of step 3 at the peak of each phase:"), std::string::npos) << shown.out;
    EXPECT_NE(shown.out.find("backward"), std::string::npos) << shown.out;
    const auto json = json_of(cli({"history", "show", id, "--json"}));
    EXPECT_EQ(json["step_memory"]["step"], 3);
    EXPECT_EQ(json["step_memory"]["weights"].size(), json["step_memory"]["seconds"].size());
    const auto file = std::filesystem::path(json["folder"].get<std::string>()) / "memory_step.json";
    ASSERT_TRUE(write_file_durably(file, "{"));
    const auto broken = cli({"history", "show", id, "--json"});
    EXPECT_EQ(broken.code, 0) << broken.err;
    EXPECT_TRUE(json_of(broken)["step_memory"].is_null());
    EXPECT_NE(broken.err.find("memory_step.json"), std::string::npos) << broken.err;
    std::filesystem::remove(file);
    EXPECT_EQ(cli({"history", "show", id}).err.find("memory_step.json"), std::string::npos);
}

TEST_F(EngineCommandsTest, HistoryExportsEveryStepAsCsvAndJsonLines) {
    const auto id = finished_run();
    const auto csv = cli({"history", "export", id, "--to", "csv"});
    EXPECT_TRUE(csv.out.starts_with("run,metric,step,seconds,value\r\n")) << csv.out;
    const auto rows = json_lines_of(cli({"history", "export", id, "--to", "jsonl"}));
    std::size_t losses = 0;
    for (const auto& row : rows)
        losses += row["metric"] == "loss" ? 1 : 0;
    EXPECT_EQ(losses, 8U);
}

TEST_F(EngineCommandsTest, AnEmptyHistoryIsNoError) {
    const auto result = cli({"history"});
    EXPECT_EQ(result.code, 0) << result.err;
    EXPECT_NE(result.out.find("No runs yet"), std::string::npos) << result.out;
}

TEST_F(EngineCommandsTest, BenchmarkMeasuresATokenizerWithoutAnEngine) {
    const auto measure = [&](const char* threads) {
        return json_of(cli({"benchmark", "--tokenizer", TUNEBENCH_SOURCE_DIR "/resources/samples/town-model",
                            "--megabytes", "1", "--threads", threads, "--json"}));
    };
    const auto json = measure("1");
    EXPECT_GE(json["text_bytes"].get<std::int64_t>(), 1'000'000);
    EXPECT_GT(json["one_thread_megabytes_per_second"].get<double>(), 0.0);
    EXPECT_GT(json["peak_bytes"].get<std::int64_t>(), 1'000'000);
    EXPECT_EQ(measure("3")["tokens"], json["tokens"]) << "threads change nothing but the time";
    const auto missing = cli({"benchmark", "--tokenizer", (sample_.folder() / "nowhere").string()});
    EXPECT_EQ(missing.code, 1);
}

}  // namespace
}  // namespace tunebench::test
