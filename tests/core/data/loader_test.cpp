#include "core/data/loader.h"

#include <numeric>

#include <fmt/format.h>

#include "core/base/random.h"
#include "core/data/sampler.h"
#include "tests/core/data/byte_tokenizer.h"

namespace tunebench {
namespace {

class LoaderTest : public DataTest {
protected:
    Result<TrainingData> load(const DataSection& data, std::int64_t limit = 0) const {
        return load_training_data(data, 42, tokenizer(), cancel_, limit);
    }
    Result<TrainingData> load_text(const std::string& text) const {
        return load(section(write("town.jsonl", text)));
    }

    static DataSection section(const std::string& file) {
        DataSection data;
        data.train = {file};
        return data;
    }

    /// The one message of a file that cannot be loaded, with the folder taken out.
    std::string refusal(const std::string& text) const { return refusal(section(write("town.jsonl", text))); }
    std::string refusal(const DataSection& data) const {
        const auto loaded = load(data);
        if (loaded)
            return "loaded";
        EXPECT_FALSE(loaded.error().hint.empty()) << loaded.error().message;
        auto message = loaded.error().message;
        const auto at = message.find(folder_.string() + "/");
        return at == std::string::npos ? message : message.erase(at, folder_.string().size() + 1);
    }

    CancelToken cancel_ = {};
};

constexpr const char* kGood = R"({"prompt": "ab", "completion": "cd"})"
                              "\n";

std::string repeated(const std::string& line, int count) {
    std::string text;
    for (int i = 0; i < count; ++i)
        text += line;
    return text;
}

TEST_F(LoaderTest, ARowThatTheTokenizerHasNoTokenForIsNamed) {
    const auto tokenizer =
        Tokenizer::from_json(R"({"model": {"type": "Unigram", "vocab": [["a", -1], ["b", -1]]}})");
    ASSERT_TRUE(tokenizer) << tokenizer.error().message;
    const auto loaded_with = [&](const char* text) {
        return load_training_data(section(write("rows.jsonl", text)), 42, *tokenizer, cancel_);
    };
    EXPECT_TRUE(loaded_with("{\"text\": \"ab\"}\n{\"text\": \"b\"}"));
    const auto loaded = loaded_with("{\"text\": \"ab\"}\n{\"text\": \"ac\"}");
    ASSERT_FALSE(loaded);
    EXPECT_NE(loaded.error().message.find("rows.jsonl line 2"), std::string::npos) << loaded.error().message;
    EXPECT_NE(loaded.error().message.find("\"c\""), std::string::npos) << loaded.error().message;
}

TEST_F(LoaderTest, ARowThatAnExpressionOfTheTokenizerTakesTooLongForIsNamed) {
    const auto tokenizer = Tokenizer::from_json(R"({"model": {"type": "WordLevel", "unk_token": "a", "vocab":
        {"a": 0}}, "pre_tokenizer": {"type": "Split", "pattern": {"Regex": "(a+)+$"}, "behavior": "Isolated"}})");
    ASSERT_TRUE(tokenizer) << tokenizer.error().message;
    const auto file =
        write("rows.jsonl", "{\"text\": \"b aa\"}\n{\"text\": \"" + std::string(40, 'a') + "b\"}");
    const auto loaded = load_training_data(section(file), 42, *tokenizer, cancel_);
    ASSERT_FALSE(loaded);
    EXPECT_NE(loaded.error().message.find("rows.jsonl line 2"), std::string::npos) << loaded.error().message;
    EXPECT_NE(loaded.error().message.find("(a+)+$"), std::string::npos) << loaded.error().message;
    EXPECT_FALSE(loaded.error().hint.empty());
}

TEST_F(LoaderTest, ReadsPromptAndCompletion) {
    const auto loaded = load_text(std::string(kGood) + R"({"prompt": "x", "completion": "y"})");
    ASSERT_TRUE(loaded);
    ASSERT_EQ(loaded->train.examples.size(), 2U);
    EXPECT_EQ(loaded->train.examples[0].tokens,
              (std::vector<std::int32_t>{kBegin, 'a', 'b', 'c', 'd', kEnd}));
    EXPECT_EQ(loaded->train.examples[1].source_line, 2);
    const auto& report = loaded->train.report;
    EXPECT_EQ(report.rows, 2);
    EXPECT_EQ(report.examples, 2);
    EXPECT_EQ(report.tokens, 10);
    EXPECT_EQ(report.supervised_tokens, 5);
    EXPECT_EQ(report.longest, 6);
    EXPECT_EQ(report.layout, "prompt-completion");
    EXPECT_EQ(report.layout_reason, "every row looked at has 'prompt' and 'completion'");
    EXPECT_TRUE(loaded->validation.examples.empty());
}

TEST_F(LoaderTest, ReadsText) {
    const auto loaded = load_text("{\"text\": \"hé\"}\n");
    ASSERT_TRUE(loaded);
    auto expected = bytes_of("hé");
    expected.insert(expected.begin(), kBegin);
    expected.push_back(kEnd);
    EXPECT_EQ(loaded->train.examples[0].tokens, expected);
    EXPECT_EQ(loaded->train.report.supervised_tokens, 4);
    EXPECT_EQ(loaded->train.report.layout, "text");
}

TEST_F(LoaderTest, ReadsMessages) {
    const auto loaded = load_text(
        R"({"messages": [{"role": "user", "content": "hi"}, {"role": "assistant", "content": "ho"}]})");
    ASSERT_TRUE(loaded);
    const auto& example = loaded->train.examples[0];
    EXPECT_EQ(example.tokens.front(), kTurnBegin);  // no begin token: the template writes none
    std::vector<std::int32_t> learned;
    for (std::size_t i = 0; i < example.tokens.size(); ++i)
        if (example.supervised[i])
            learned.push_back(example.tokens[i]);
    EXPECT_EQ(learned, (std::vector<std::int32_t>{'h', 'o', kTurnEnd}));
    EXPECT_EQ(loaded->train.report.layout, "messages");
}

TEST_F(LoaderTest, LearnsPromptsWhenTheLossIsOnAll) {
    auto data = section(write("town.jsonl", kGood));
    data.loss_on = LossOn::All;
    EXPECT_EQ(load(data)->train.report.supervised_tokens, 5);
}

TEST_F(LoaderTest, ReadsMappedColumns) {
    auto data = section(write("town.jsonl", R"({"question": "a", "answer": "b"})"));
    data.columns = {{"prompt", "question"}, {"completion", "answer"}};
    const auto loaded = load(data);
    ASSERT_TRUE(loaded);
    EXPECT_EQ(loaded->train.report.layout_reason, "every row looked at has 'question' and 'answer'");
}

TEST_F(LoaderTest, TakesTheLayoutThatIsChosen) {
    auto data = section(write("town.jsonl", R"({"text": "abc", "prompt": "a", "completion": "b"})"));
    data.layout = DataLayout::Text;
    const auto loaded = load(data);
    ASSERT_TRUE(loaded);
    EXPECT_EQ(loaded->train.report.layout, "text");
    EXPECT_EQ(loaded->train.report.layout_reason, "chosen in data.layout");
    data.layout = DataLayout::Messages;
    EXPECT_EQ(refusal(data),
              "town.jsonl line 1 lacks the column 'messages' of the layout messages; it has 'completion', "
              "'prompt', "
              "'text'");
}

TEST_F(LoaderTest, CountsCutAndSkippedRows) {
    auto data = section(write("town.jsonl", R"({"prompt": "ab", "completion": "cdefgh"}
{"prompt": "", "completion": "  "}
{"prompt": "abcdefgh", "completion": "i"}
{"prompt": "ab", "completion": ""}
{"prompt": "a", "completion": "b"}
)"));
    data.max_length = 6;
    const auto loaded = load(data);
    ASSERT_TRUE(loaded);
    const auto& report = loaded->train.report;
    EXPECT_EQ(report.rows, 5);
    EXPECT_EQ(report.examples, 2);
    EXPECT_EQ(report.truncated, 1);
    EXPECT_EQ(report.truncated_tokens, 4);
    EXPECT_EQ(report.skipped_empty, 1);
    EXPECT_EQ(report.skipped_unsupervised, 2);
    EXPECT_EQ(report.skipped_truncated, 1);
    EXPECT_EQ(loaded->train.examples[1].source_line, 5);
}

TEST_F(LoaderTest, NamesTheLineOfMalformedJson) {
    const auto message = refusal(repeated(kGood, 4710) + "{\"prompt\": \"a\", \"completion\": \n");
    EXPECT_TRUE(message.starts_with("town.jsonl line 4711, column ")) << message;
}

TEST_F(LoaderTest, NamesLineAndColumnOfARowThatDiffers) {
    EXPECT_EQ(
        refusal(repeated(kGood, 41) + R"({"prompt": "a", "answer": "b"})"),
        "town.jsonl line 42 lacks the column 'completion' of the layout prompt-completion; it has 'answer', "
        "'prompt'");
}

TEST_F(LoaderTest, RefusesValuesThatAreNoText) {
    EXPECT_EQ(refusal(R"({"prompt": "a", "completion": 7})"),
              "town.jsonl line 1: column 'completion' holds number, not text");
    EXPECT_EQ(refusal(R"({"text": null})"), "town.jsonl line 1: column 'text' holds null, not text");
    EXPECT_EQ(refusal(R"({"messages": "hi"})"),
              "town.jsonl line 1: column 'messages' holds string, not a list");
}

TEST_F(LoaderTest, RefusesRowsThatAreNoObjects) {
    EXPECT_EQ(refusal("\"text\"\n[{\"text\": \"a\"}]"), "town.jsonl line 1 holds a string, not an object");
    EXPECT_EQ(refusal(repeated(kGood, 30) + "null"), "town.jsonl line 31 holds a null, not an object");
}

TEST_F(LoaderTest, RefusesFilesWithoutAUsableRow) {
    EXPECT_EQ(refusal(""), "town.jsonl holds no rows");
    EXPECT_EQ(refusal("\n\n  \n"), "town.jsonl holds no rows");
    EXPECT_EQ(refusal(R"({"text": " "})"), "town.jsonl has no usable row: 1 without text of 1");
    EXPECT_EQ(refusal(repeated(R"({"prompt": "a", "completion": ""})"
                               "\n",
                               3)),
              "town.jsonl has no usable row: 3 without an answer to learn of 3");
    EXPECT_EQ(refusal(R"({"messages": [{"role": "user", "content": "hi"}]})"),
              "town.jsonl has no usable row: 1 without an answer to learn of 1");
    EXPECT_EQ(refusal(R"({"messages": []})"), "town.jsonl has no usable row: 1 without text of 1");
}

TEST_F(LoaderTest, PointsToMaxLengthWhenItCutsEveryAnswerAway) {
    auto data = section(write("town.jsonl", kGood));
    data.max_length = 3;
    const auto loaded = load(data);
    ASSERT_FALSE(loaded);
    EXPECT_EQ(loaded.error().field, "data.max_length");
    EXPECT_EQ(refusal(data), "town.jsonl has no usable row: 1 whose answer starts after 3 tokens of 1");
}

TEST_F(LoaderTest, NamesTheFileThatIsMissing) {
    const auto loaded = load(section((folder_ / "gone.jsonl").string()));
    ASSERT_FALSE(loaded);
    EXPECT_EQ(loaded.error().code, ErrorCode::NotFound);
    EXPECT_EQ(loaded.error().field, "data.train");
    EXPECT_NE(loaded.error().message.find("gone.jsonl"), std::string::npos);
}

TEST_F(LoaderTest, PointsToTheFieldOfTheValidationFile) {
    auto data = section(write("town.jsonl", kGood));
    data.validation = write("valid.jsonl", "");
    const auto loaded = load(data);
    ASSERT_FALSE(loaded);
    EXPECT_EQ(loaded.error().field, "data.validation");
    EXPECT_NE(loaded.error().message.find("valid.jsonl"), std::string::npos);
}

TEST_F(LoaderTest, RefusesToTrainOnNoFile) {
    EXPECT_EQ(refusal(DataSection{}), "data.train names no file");
}

TEST_F(LoaderTest, RefusesAPartThatDoesNotExist) {
    auto data = section(write("town.jsonl", kGood));
    data.columns = {{"answer", "completion"}};
    const auto loaded = load(data);
    ASSERT_FALSE(loaded);
    EXPECT_EQ(loaded.error().field, "data.columns");
}

TEST_F(LoaderTest, ReadsSeveralFilesOfDifferentLayouts) {
    auto data = section(write("a.jsonl", kGood));
    data.train.push_back(write("b.jsonl", R"({"text": "t"})"));
    const auto loaded = load(data);
    ASSERT_TRUE(loaded);
    EXPECT_EQ(loaded->train.report.layout, "prompt-completion, text");
    EXPECT_EQ(loaded->train.examples[1].source_file, 1);
    EXPECT_EQ(loaded->train.report.examples, 2);
}

TEST_F(LoaderTest, SetsAShareAsideOnlyWithoutAValidationFile) {
    std::string text;
    for (int i = 0; i < 100; ++i)
        text += fmt::format("{{\"text\": \"row {}\"}}\n", i);
    auto data = section(write("town.jsonl", text));
    data.validation_share = 0.1;
    const auto split = load(data);
    ASSERT_TRUE(split);
    EXPECT_EQ(split->train.examples.size(), 90U);
    EXPECT_EQ(split->validation.examples.size(), 10U);
    EXPECT_EQ(split->train.report.examples, 90);
    EXPECT_EQ(split->train.report.rows, 90);
    EXPECT_EQ(split->validation.report.examples, 10);
    EXPECT_EQ(split->validation.report.layout, "text");
    data.validation = write("valid.jsonl", R"({"text": "valid"})");
    const auto with_file = load(data);
    ASSERT_TRUE(with_file);
    EXPECT_EQ(with_file->train.examples.size(), 100U);
    EXPECT_EQ(with_file->validation.examples.size(), 1U);
}

TEST_F(LoaderTest, ReadsOnlySoManyRowsForAPreview) {
    const auto loaded = load(section(write("town.jsonl", repeated(kGood, 50) + "not JSON")), 7);
    ASSERT_TRUE(loaded);
    EXPECT_EQ(loaded->train.report.rows, 7);
}

TEST_F(LoaderTest, StopsWhenCancelled) {
    auto cancel = cancel_;
    cancel.cancel();
    const auto loaded = load(section(write("town.jsonl", kGood)));
    ASSERT_FALSE(loaded);
    EXPECT_EQ(loaded.error().code, ErrorCode::Cancelled);
}

TEST_F(LoaderTest, ShowsTokensWithTheirMarks) {
    const auto tokens = tokenizer();
    const auto loaded = load(section(write("town.jsonl", kGood)));
    ASSERT_TRUE(loaded);
    const auto preview = preview_tokens(loaded->train.examples[0], tokens);
    ASSERT_EQ(preview.size(), 6U);
    EXPECT_EQ(preview[0].id, kBegin);
    EXPECT_EQ(preview[0].text, "<s>");
    EXPECT_FALSE(preview[2].supervised);
    EXPECT_EQ(preview[3].text, "c");
    EXPECT_TRUE(preview[3].supervised);
}

TEST_F(LoaderTest, CountsAsManySupervisedTokensAsTheBatchesHold) {
    Random random(9);
    std::string text;
    for (int i = 0; i < 10000; ++i)
        text += fmt::format("{{\"prompt\": \"{}\", \"completion\": \"{}\"}}\n",
                            std::string(random.below(30), 'p'), std::string(random.below(30) + 1, 'c'));
    auto data = section(write("town.jsonl", text));
    data.max_length = 40;
    const auto loaded = load(data);
    ASSERT_TRUE(loaded);
    const auto& report = loaded->train.report;
    EXPECT_EQ(report.rows, 10000);
    EXPECT_EQ(report.examples + report.skipped_unsupervised, 10000);
    Sampler sampler(loaded->train.examples, {.batch_size = 8, .max_length = 40});
    std::int64_t supervised = 0;
    std::int64_t tokens = 0;
    for (auto b = sampler.batches_per_epoch(); b > 0; --b) {
        const auto batch = sampler.next();
        supervised += batch.supervised_tokens;
        tokens += static_cast<std::int64_t>(batch.tokens.size());
    }
    EXPECT_EQ(supervised, report.supervised_tokens);
    EXPECT_EQ(tokens, report.tokens);
}

// Whatever bytes a file holds, loading ends with examples or with one message that names the file.
TEST_F(LoaderTest, SurvivesHostileFiles) {
    const std::vector<std::string> pieces = {R"({"text": ")",
                                             R"("})",
                                             "\n",
                                             "{",
                                             "}",
                                             "[",
                                             "]",
                                             "\"",
                                             "\\",
                                             "\xff",
                                             "\xc3\xa9",
                                             std::string(1, '\0'),
                                             "1e999",
                                             "null",
                                             "<s>",
                                             "</s>",
                                             R"("messages":)",
                                             R"({"role":"assistant","content":"a"})",
                                             ",",
                                             ":"};
    Random random(10);
    for (int round = 0; round < 400; ++round) {
        std::string text = round % 2 == 0 ? kGood : "";
        for (auto count = random.below(20); count > 0; --count)
            text += pieces[random.below(pieces.size())];
        auto data = section(write("hostile.jsonl", text));
        data.max_length = static_cast<std::int64_t>(random.below(8)) + 2;
        const auto loaded = load(data);
        EXPECT_TRUE(loaded ? loaded->train.report.supervised_tokens > 0
                           : loaded.error().message.find("hostile.jsonl") != std::string::npos)
            << (loaded ? text : loaded.error().message);
    }
}

}  // namespace
}  // namespace tunebench
