// Classification data from file to batch, and what is said of bad files.
#include <gtest/gtest.h>

#include "core/data/loader.h"
#include "core/data/sampler.h"
#include "tests/core/data/byte_tokenizer.h"

namespace tunebench {
namespace {

class ClassificationDataTest : public DataTest {
protected:
    Result<TrainingData> load(const DataSection& data, std::int64_t limit = 0) const {
        const LabelSource labels;
        return load_training_data(data, 42, tokenizer(), {}, limit, &labels);
    }
    DataSection section(const std::string& text) const {
        DataSection data;
        data.train = {write("train.jsonl", text)};
        return data;
    }
    std::string refusal(const DataSection& data) const {
        const auto loaded = load(data);
        if (loaded)
            return "loaded";
        EXPECT_FALSE(loaded.error().hint.empty());
        auto message = loaded.error().message;
        const auto folder = folder_.string() + "/";
        for (auto at = message.find(folder); at != std::string::npos; at = message.find(folder))
            message.erase(at, folder.size());
        return message;
    }
};

constexpr const char* kTwo =
    "{\"text\": \"ab\", \"label\": \"yes\"}\n{\"text\": \"cde\", \"label\": \"no\"}\n";

TEST_F(ClassificationDataTest, TextsBecomeTokensWithAClass) {
    const auto loaded = load(section(kTwo));
    ASSERT_TRUE(loaded) << loaded.error().message;
    EXPECT_EQ(loaded->labels, (std::vector<std::string>{"no", "yes"}));
    const auto& examples = loaded->train.examples;
    EXPECT_EQ(examples[0].tokens, (std::vector<std::int32_t>{kBegin, 'a', 'b'}));
    EXPECT_EQ(examples[0].label, 1);
    const auto& report = loaded->train.report;
    EXPECT_EQ(report.layout, "classification");
    EXPECT_EQ(report.layout_reason, "the task is classification, and the first row has 'text' and 'label'");
    EXPECT_EQ(report.labels, (std::vector<LabelCount>{{"no", 1}, {"yes", 1}}));
    const auto batch = make_batch(examples, {{0, 1}});
    EXPECT_EQ(batch.class_labels, (std::vector<std::int32_t>{1, 0}));
    EXPECT_EQ(batch.supervised_tokens, 2);
    EXPECT_EQ(std::ranges::count(batch.labels, kIgnored), std::ssize(batch.labels));
}

TEST_F(ClassificationDataTest, PairsAndOtherColumnNamesAreRead) {
    auto data = section(
        "{\"premise\": \"ab\", \"then\": \"c\", \"mood\": 1}\n"
        "{\"premise\": \"d\", \"then\": null, \"mood\": 0}\n");
    data.columns = {{"text", "premise"}, {"text_pair", "then"}, {"label", "mood"}};
    const auto loaded = load(data);
    ASSERT_TRUE(loaded) << loaded.error().message;
    EXPECT_EQ(loaded->train.examples[0].tokens, (std::vector<std::int32_t>{kBegin, 'a', 'b', 'c'}));
    EXPECT_EQ(loaded->train.examples[1].tokens, (std::vector<std::int32_t>{kBegin, 'd'}));
    EXPECT_NE(loaded->train.report.layout_reason.find("'premise' and 'then' and 'mood'"), std::string::npos);
}

TEST_F(ClassificationDataTest, TheSecondTextOfAPairIsMarked) {
    auto json = byte_tokenizer_json(/*adds_begin=*/true);
    json["post_processor"]["pair"][2]["Sequence"]["type_id"] = 1;
    tokenizer();
    write("tokenizer.json", json.dump());
    const auto marking = Tokenizer::load(folder_);
    ASSERT_TRUE(marking) << marking.error().message;
    const LabelSource labels;
    const auto loaded = load_training_data(section("{\"text\": \"ab\", \"text_pair\": \"c\", \"label\": 1}\n"
                                                   "{\"text\": \"de\", \"label\": 0}\n"),
                                           42, *marking, {}, 0, &labels);
    ASSERT_TRUE(loaded) << loaded.error().message;
    const auto& examples = loaded->train.examples;
    EXPECT_EQ(examples[0].second_text, (std::vector<std::uint8_t>{0, 0, 0, 1}));
    EXPECT_TRUE(examples[1].second_text.empty());
    using Types = std::vector<std::int32_t>;
    EXPECT_EQ(make_batch(examples, {{1}, {0}, {1}}).token_types, (Types{0, 0, 0, 0, 0, 0, 1, 0, 0, 0}));
    EXPECT_TRUE(make_batch(examples, {{1}, {1}}).token_types.empty());
}

TEST_F(ClassificationDataTest, LabelsMayBeBooleans) {
    const auto loaded =
        load(section("{\"text\": \"ab\", \"label\": true}\n{\"text\": \"c\", \"label\": false}\n"
                     "{\"text\": \"d\", \"label\": \"true\"}\n"));
    ASSERT_TRUE(loaded) << loaded.error().message;
    EXPECT_EQ(loaded->labels, (std::vector<std::string>{"false", "true"}));
    EXPECT_EQ(loaded->train.examples[2].label, 1);
}

TEST_F(ClassificationDataTest, TablesHoldTheirLabelsAsTexts) {
    auto data = section(kTwo);
    data.train = {write("train.csv", "text,text_pair,label\nab,,10\n\"c\",d,9\n")};
    const auto loaded = load(data);
    ASSERT_TRUE(loaded) << loaded.error().message;
    EXPECT_EQ(loaded->labels, (std::vector<std::string>{"9", "10"}));
    EXPECT_EQ(loaded->train.examples[0].tokens, (std::vector<std::int32_t>{kBegin, 'a', 'b'}));
    EXPECT_EQ(loaded->train.examples[1].tokens, (std::vector<std::int32_t>{kBegin, 'c', 'd'}));
}

TEST_F(ClassificationDataTest, LongTextsAreCutAndCounted) {
    auto data = section(kTwo);
    data.max_length = 3;
    const auto loaded = load(data);
    ASSERT_TRUE(loaded);
    EXPECT_EQ(loaded->train.examples[1].tokens, (std::vector<std::int32_t>{kBegin, 'c', 'd'}));
    EXPECT_EQ(loaded->train.report.truncated, 1);
    EXPECT_EQ(loaded->train.report.truncated_tokens, 1);
}

TEST_F(ClassificationDataTest, AValidationShareKeepsTheClasses) {
    auto data = section(std::string(kTwo) + kTwo + kTwo + kTwo);
    data.validation_share = 0.25;
    const auto loaded = load(data);
    ASSERT_TRUE(loaded);
    EXPECT_EQ(loaded->validation.examples.size(), 2U);
    EXPECT_EQ(loaded->train.report.labels[0].examples + loaded->validation.report.labels[0].examples, 4);
}

TEST_F(ClassificationDataTest, BadDataIsRefusedInOneSentence) {
    EXPECT_EQ(
        refusal(section("{\"text\": \"ab\", \"class\": 1}\n")),
        "train.jsonl line 1 lacks the column 'label' of the layout classification; it has 'class', 'text'");
    EXPECT_EQ(refusal(section("{\"text\": \"ab\", \"label\": 1}\n{\"text\": \"b\", \"label\": 1}\n")),
              "The training data has only one label, '1': there is nothing to tell apart");
    EXPECT_EQ(refusal(section(std::string(kTwo) + "{\"text\": \"b\", \"label\": 0.5}\n")),
              "train.jsonl line 3: the label in column 'label' is a fraction, neither text, a whole number "
              "nor a boolean");
    EXPECT_EQ(refusal(section("{\"text\": 3, \"label\": 0}\n")),
              "train.jsonl line 1: column 'text' holds number, not text");
    auto data = section(kTwo);
    data.validation = write(
        "valid.jsonl", "{\"text\": \"a\", \"label\": \"yes\"}\n{\"text\": \"a\", \"label\": \"maybe\"}\n");
    EXPECT_EQ(refusal(data),
              "valid.jsonl line 2: the label 'maybe' is not among those the model tells apart: 'no', 'yes'");
    EXPECT_EQ(load(data).error().field, "data.validation");
}

TEST_F(ClassificationDataTest, APreviewOfFewRowsAsksForNoSecondLabel) {
    const auto loaded = load(section(kTwo), /*limit=*/1);
    ASSERT_TRUE(loaded) << loaded.error().message;
    EXPECT_EQ(loaded->labels, std::vector<std::string>{"yes"});
}

TEST_F(ClassificationDataTest, LayoutAndTaskMustFit) {
    auto data = section(kTwo);
    data.layout = DataLayout::Text;
    EXPECT_EQ(load(data).error().field, "data.layout");
    data.layout = DataLayout::Classification;
    EXPECT_TRUE(load(data));
    EXPECT_EQ(load_training_data(data, 42, tokenizer(), {}).error().field, "data.layout");
}

TEST_F(ClassificationDataTest, ForTextGenerationALabelIsJustAnotherColumn) {
    const auto loaded = load_training_data(section(kTwo), 42, tokenizer(), {});
    ASSERT_TRUE(loaded);
    EXPECT_EQ(loaded->train.report.layout, "text");
    EXPECT_TRUE(loaded->labels.empty());
    EXPECT_TRUE(make_batch(loaded->train.examples, {{0}}).class_labels.empty());
}

}  // namespace
}  // namespace tunebench
