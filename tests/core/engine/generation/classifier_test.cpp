// What a classifier makes of texts and of pairs of them.
#include "core/engine/generation/classifier.h"

#include <cmath>
#include <fstream>

#include <gtest/gtest.h>

#include "core/data/loader.h"
#include "core/engine/evaluation/evaluate.h"
#include "core/engine/generation/generator.h"
#include "core/engine/models/weight_loader.h"
#include "core/models/classification.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/word_models.h"

namespace tunebench {
namespace {

class ClassifierTest : public testing::Test {
protected:
    ClassifierTest() {
        test::write_word_model(folder_.path(), "bert");
        const auto stored = *load_model_config(folder_.path());
        model_ = random_model(as_classifier(stored, {"first", "second"}), 3);
        tokenizer_.emplace(*Tokenizer::load(folder_.path()));
    }

    Result<Generation> classify(const std::vector<std::string>& texts,
                                const std::vector<std::string>& second_texts) const {
        return classify_texts(*model_, *tokenizer_, texts, second_texts, {});
    }

    /// The probability of "first".
    double first(const std::string& text, const std::string& second_text) const {
        const auto answers = classify({text}, {second_text});
        EXPECT_TRUE(answers) << answers.error().message;
        for (const auto& [label, probability] : answers->answers[0].labels)
            if (label == "first")
                return probability;
        return -1.0;
    }

    test::TemporaryFolder folder_;
    std::unique_ptr<CausalModel> model_;
    std::optional<Tokenizer> tokenizer_;
};

TEST_F(ClassifierTest, BothTextsAreReadAndTheirOrderCounts) {
    const auto one = first("ferry mill", "harbour");
    EXPECT_NE(one, first("ferry mill", "lantern"));
    EXPECT_NE(one, first("harbour", "ferry mill"));
    const auto answers = classify({"ferry mill", "coat"}, {"harbour", "clock lamp"});
    ASSERT_TRUE(answers) << answers.error().message;
    EXPECT_EQ(answers->answers[0].prompt_tokens, 6);  // with [CLS] and twice [SEP]
    EXPECT_EQ(answers->answers[1].second_text, "clock lamp");
    // The same words as one text are of one type, with a separator less.
    EXPECT_EQ(classify({"ferry mill harbour"}, {})->answers[0].prompt_tokens, 5);
}

TEST_F(ClassifierTest, PairsAreReadAsInEvaluation) {
    const auto file = folder_.path() / "pairs.jsonl";
    test::write_pair_data(file, 60);
    DataSection data{.train = {file.string()}, .packing = false};
    const LabelSource labels{.known = model_->config().labels, .is_fixed = true};
    const auto loaded = load_training_data(data, 0, *tokenizer_, {}, 0, &labels);
    ASSERT_TRUE(loaded) << loaded.error().message;
    const auto evaluated = evaluate_examples(*model_, loaded->train.examples,
                                             {.batch_size = 7, .max_length = 64, .packing = false}, {});
    std::ifstream in(file);
    double right = 0.0, loss = 0.0;
    for (std::string line; std::getline(in, line);) {
        const auto row = Json::parse(line);
        const auto text = [&row](const char* key) { return row[key].get<std::string>(); };
        const auto answers = classify({text("text")}, {text("text_pair")});
        ASSERT_TRUE(answers) << answers.error().message;
        const auto& labels_of_row = answers->answers[0].labels;
        const bool is_right = labels_of_row[0].label == text("label");
        right += is_right ? 1.0 : 0.0;
        loss -= std::log(labels_of_row[is_right ? 0 : 1].probability);
    }
    EXPECT_NEAR(evaluated.accuracy.value_or(0.0), right / 60.0, 1e-9);
    EXPECT_NEAR(evaluated.loss, loss / 60.0, 1e-5);
}

TEST_F(ClassifierTest, AnotherNumberOfSecondTextsIsRefused) {
    EXPECT_FALSE(classify({"ferry", "mill"}, {"harbour"}));
    EXPECT_TRUE(classify({"ferry", "mill"}, {}));
    EXPECT_TRUE(classify({"ferry"}, {""}));
}

TEST_F(ClassifierTest, AModelThatWritesReadsNoPairs) {
    const test::TemporaryFolder folder;
    test::write_word_model(folder.path(), "llama");
    const auto writer = random_model(*load_model_config(folder.path()), 3);
    const auto refused = generate_texts(*writer, *tokenizer_, {"ferry"}, {}, {}, {"mill"});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::InvalidArgument);
}

}  // namespace
}  // namespace tunebench
