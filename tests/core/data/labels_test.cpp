#include "core/data/labels.h"

#include <gtest/gtest.h>

namespace tunebench {
namespace {

/// Examples of these labels, settled.
struct Settled {
    LabelTable table;
    std::vector<Example> examples = {};
    Result<void> result = {};

    explicit Settled(const std::vector<Json>& values, LabelSource source = {}) : table(std::move(source)) {
        for (const auto& value : values)
            examples.push_back({.label = *table.number_of(value, "label", "a.jsonl line 1")});
        const auto class_of_number = table.settle();
        if (!class_of_number) {
            result = class_of_number.error();
            return;
        }
        for (auto& example : examples)
            example.label = (*class_of_number)[static_cast<std::size_t>(example.label)];
    }

    std::vector<std::int32_t> classes() const {
        std::vector<std::int32_t> found;
        for (const auto& example : examples)
            found.push_back(example.label);
        return found;
    }
};

TEST(LabelsTest, TextsAreSorted) {
    const Settled settled({"good", "bad", "good", "mixed"});
    EXPECT_EQ(settled.table.labels(), (std::vector<std::string>{"bad", "good", "mixed"}));
    EXPECT_EQ(settled.classes(), (std::vector<std::int32_t>{1, 0, 1, 2}));
}

TEST(LabelsTest, WholeNumbersKeepTheirOrder) {
    const Settled settled({10, 2, -1});
    EXPECT_EQ(settled.table.labels(), (std::vector<std::string>{"-1", "2", "10"}));
    const Settled as_text({"10", "2"});
    EXPECT_EQ(as_text.table.labels(), (std::vector<std::string>{"2", "10"}));
}

TEST(LabelsTest, TheModelsLabelsAreTakenWhereTheyFit) {
    const LabelSource known{.known = {"mixed", "good", "bad"}};
    EXPECT_EQ(Settled({"good", "bad"}, known).classes(), (std::vector<std::int32_t>{1, 2}));
    const Settled by_index({0, 2}, known);
    EXPECT_EQ(by_index.classes(), (std::vector<std::int32_t>{0, 2}));
    EXPECT_EQ(by_index.table.labels(), known.known);
}

TEST(LabelsTest, OtherLabelsBringTheirOwnSet) {
    EXPECT_EQ(Settled({"good", "ugly"}, {.known = {"good", "bad"}}).table.labels(),
              (std::vector<std::string>{"good", "ugly"}));
    EXPECT_EQ(Settled({0, 5}, {.known = {"good", "bad"}}).table.labels(),
              (std::vector<std::string>{"0", "5"}));
}

TEST(LabelsTest, OneLabelIsNothingToTellApart) {
    const Settled settled({"good", "good"});
    ASSERT_FALSE(settled.result);
    EXPECT_EQ(settled.result.error().message,
              "The training data has only one label, 'good': there is nothing to tell apart");
    EXPECT_EQ(settled.result.error().field, "data.train");
}

TEST(LabelsTest, AnUnknownLabelAfterwardsIsAnErrorThatNamesThePlace) {
    Settled settled({1, 2});
    const auto unknown = settled.table.number_of(0, "label", "valid.jsonl line 7");
    ASSERT_FALSE(unknown);
    EXPECT_EQ(unknown.error().message,
              "valid.jsonl line 7: the label '0' is not among those the model tells apart: '1', '2'");
    EXPECT_EQ(*settled.table.number_of("2", "label", ""), 1);
}

TEST(LabelsTest, APreviewTakesLabelsAsTheyCome) {
    LabelTable table({}, /*accepts_new=*/true);
    ASSERT_TRUE(table.number_of("b", "label", ""));
    ASSERT_TRUE(table.settle());
    EXPECT_EQ(*table.number_of("a", "label", ""), 1);
    EXPECT_EQ(table.labels(), (std::vector<std::string>{"b", "a"}));
}

TEST(LabelsTest, FixedLabelsNeedNoTrainingData) {
    LabelTable table({.known = {"no", "yes"}, .is_fixed = true});
    EXPECT_EQ(*table.number_of("yes", "label", ""), 1);
    EXPECT_EQ(*table.number_of(0, "label", ""), 0);
    EXPECT_FALSE(table.number_of("maybe", "label", ""));
}

TEST(LabelsTest, OtherTypesAreRefusedByName) {
    LabelTable table({});
    const auto message = [&](const Json& value) {
        return table.number_of(value, "mood", "a.jsonl line 3").error().message;
    };
    EXPECT_EQ(message(1.5),
              "a.jsonl line 3: the label in column 'mood' is a fraction, neither text, a whole number nor a "
              "boolean");
    for (const Json& value : {Json(0.5), Json(nullptr), Json::array(), Json(" ")})
        EXPECT_NE(message(value).find("neither text, a whole number nor a boolean"), std::string::npos)
            << value;
}

TEST(LabelsTest, ExamplesAreCountedByLabel) {
    const Settled settled({"b", "a", "b"});
    EXPECT_EQ(count_labels(settled.examples, settled.table.labels()),
              (std::vector<LabelCount>{{"a", 1}, {"b", 2}}));
    EXPECT_EQ(label_of(settled.examples[0], settled.table.labels()), "b");
}

}  // namespace
}  // namespace tunebench
