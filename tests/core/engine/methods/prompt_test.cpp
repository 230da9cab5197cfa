// Each option of prompt tuning, and which labels its loss counts; methods in general:
// method_contract_test.cpp.
#include <gtest/gtest.h>

#include "core/engine/evaluation/evaluate.h"
#include "core/engine/training/train_step.h"
#include "core/text/tokenizer/tokenizer.h"
#include "tests/core/engine/methods/attached_model.h"
#include "tests/support/fixtures.h"
#include "tests/support/temporary_folder.h"

namespace tunebench {
namespace {

using test::AttachedModel;
using test::batch_of;

constexpr std::int64_t kVocabulary = 512;

class PromptTest : public testing::Test {
protected:
    static const Method& method() { return *find_method("prompt"); }
    AttachedModel attached() const { return {method(), params_}; }
    void set(const char* key, ParamValue value) { params_.set(key, std::move(value)); }

    ParamMap params_ = test::defaults_of(method());
};

/// −log p(label) in float64 of every row that counts.
at::Tensor losses_of(const AttachedModel& subject, const Batch& batch) {
    const auto tensors = to_tensors(batch, subject.model->virtual_token_count());
    const auto rows = at::log_softmax(subject.logits(batch).to(at::kDouble), 1).index_select(0, tensors.rows);
    return -rows.gather(1, tensors.labels.unsqueeze(1)).squeeze(1);
}

TEST_F(PromptTest, StartsAtEmbeddingsOfTheVocabulary) {
    const auto subject = attached();
    const auto& vectors = subject.parameters[0].tensor.detach();
    const auto [distance, row] = at::cdist(vectors, subject.model->embedding).min(1);
    EXPECT_LT(distance.max().item<double>(), 1e-3);
    EXPECT_GT(std::get<0>(at::_unique(row)).size(0), 5);  // not one row again and again
}

TEST_F(PromptTest, StartsAtRandomOneWide) {
    set("initialization", "random");
    set("num_virtual_tokens", 50);
    EXPECT_NEAR(attached().parameters[0].tensor.std().item<double>(), 1.0, 0.05);
}

TEST_F(PromptTest, StartsAtTheTokensOfATextRepeatedOrCut) {
    const test::TemporaryFolder folder;
    test::write_tiny_model(folder.path());
    const auto tokens = *Tokenizer::load(folder.path())->encode("Say: ", true);
    set("initialization", "text");
    set("initialization_text", "Say: ");
    for (const std::int64_t count : {3, 13}) {
        set("num_virtual_tokens", count);
        const auto model = *load_model(folder.path());
        const auto parameters = find_attachment("prompt")->attach(*model, params_, 1);
        ASSERT_TRUE(parameters) << parameters.error().message;
        for (std::int64_t i = 0; i < count; ++i)
            EXPECT_TRUE(at::equal((*parameters)[0].tensor.detach()[i],
                                  model->embedding[tokens[static_cast<std::size_t>(i) % tokens.size()]]));
    }
}

TEST_F(PromptTest, ATextWithoutATokenizerIsRefused) {
    set("initialization", "text");
    set("initialization_text", "Say: ");
    const auto model = random_model(*shape_config("tiny"), 7);
    const auto parameters = find_attachment("prompt")->attach(*model, params_, 1);
    ASSERT_FALSE(parameters);
    EXPECT_EQ(parameters.error().field, "method.initialization");
}

TEST_F(PromptTest, TheModelReadsThemAsTokensBeforeEachSequence) {
    // Virtual tokens that are the embeddings of real ones give what these give.
    set("num_virtual_tokens", 3);
    auto subject = attached();
    const auto whole = batch_of({9}, kVocabulary);
    {
        const at::NoGradGuard no_gradients;
        const auto first = to_tensors(whole).tokens.narrow(0, 0, 3);
        subject.parameters[0].tensor.copy_(at::embedding(subject.model->embedding, first));
    }
    auto rest = batch_of({6}, kVocabulary);
    for (std::size_t i = 0; i < rest.tokens.size(); ++i)
        rest.tokens[i] = whole.tokens[i + 3];
    const auto found = subject.logits(rest);
    subject.model->virtual_tokens.reset();
    EXPECT_TRUE(at::allclose(found, subject.logits(whole), 1e-5, 1e-6));
}

TEST_F(PromptTest, TheLastVirtualTokenPredictsTheFirstTokenWhereItCounts) {
    set("num_virtual_tokens", 2);
    const auto subject = attached();
    auto batch = batch_of({5, 6}, kVocabulary);
    const auto without = to_tensors(batch, 2);
    batch.first_labels = {kIgnored, batch.tokens[5]};
    const auto with = to_tensors(batch, 2);
    ASSERT_EQ(with.labels.size(0), without.labels.size(0) + 1);
    // Rows: 2 virtual, 5 tokens, 2 virtual (the second is row 8), 6 tokens.
    const auto at = (with.rows == 8).nonzero();
    ASSERT_EQ(at.size(0), 1);
    EXPECT_EQ(with.labels[at.item<std::int64_t>()].item<std::int64_t>(), batch.tokens[5]);
    EXPECT_EQ((without.rows == 8).sum().item<std::int64_t>(), 0);
}

TEST_F(PromptTest, AStepAveragesOverAllThatCountsInAllMicroBatches) {
    std::vector<Batch> batches = {batch_of({5, 6}, kVocabulary), batch_of({12}, kVocabulary)};
    batches[0].first_labels = {batches[0].tokens[0], batches[0].tokens[5]};
    const auto reference = attached();
    const auto expected =
        at::cat({losses_of(reference, batches[0]), losses_of(reference, batches[1])}).mean();
    auto trainee = *make_trainee(random_model(*shape_config("tiny"), 7), {.id = "prompt", .params = params_},
                                 {.id = "adamw", .params = {}}, 1);
    const at::NoGradGuard no_gradients;
    trainee.parameters[0].tensor.copy_(reference.parameters[0].tensor);
    const at::AutoGradMode gradients(true);
    const auto result =
        train_step(trainee, batches, {.step = 1, .learning_rate = 1e-3}, {}, [](std::string_view) {});
    EXPECT_NEAR(result.loss, expected.item<double>(), 1e-5 * result.loss);
}

TEST_F(PromptTest, EvaluationCountsTheFirstTokenToo) {
    const auto subject = attached();
    std::vector<Example> examples(2);
    examples[0] = {.tokens = {5, 6, 7}, .supervised = {0, 1, 1}, .learns_first = true};
    examples[1] = {.tokens = {9, 8, 7, 6}, .supervised = {0, 0, 1, 1}};
    const auto result = evaluate_examples(*subject.model, examples, {.batch_size = 1, .packing = false}, {});
    EXPECT_EQ(result.tokens, 5);
    const auto expected = losses_of(subject, make_batch(examples, {{0}, {1}})).mean().item<double>();
    EXPECT_NEAR(result.loss, expected, 1e-5 * expected);
    const auto base = random_model(*shape_config("tiny"), 7);
    EXPECT_EQ(evaluate_examples(*base, examples, {.batch_size = 1, .packing = false}, {}).tokens, 4);
}

}  // namespace
}  // namespace tunebench
