#include "core/run/run_model.h"

#include <algorithm>
#include <fstream>

#include <gtest/gtest.h>

#include "core/base/durable_file.h"
#include "core/base/json.h"
#include "core/data/loader.h"
#include "core/memory/estimate.h"
#include "core/methods/task_head.h"
#include "core/run/preflight.h"
#include "tests/support/fixtures.h"
#include "tests/support/temporary_folder.h"

namespace tunebench {
namespace {

class RunModelTest : public testing::Test {
protected:
    RunModelTest() : config_(test::tiny_run(folder_.path(), 1)) {
        config_.model.added_tokens = {"<|tool|>", "<|end|>"};
    }

    Result<MethodPlan> plan() const {
        const auto model = stored_model_of(config_.model);
        return plan_of(*find_method(config_.method.id), *model, config_.method.params);
    }

    void use_method(const char* id) {
        config_.method = {.id = id, .params = {}};
        for (const auto& spec : find_method(id)->specs)
            config_.method.params.set(spec.key, spec.default_value);
    }

    test::TemporaryFolder folder_;
    RunConfig config_;
};

TEST_F(RunModelTest, ModelAndTokenizerGrowTogether) {
    const auto base = *load_model_config(config_.model.path);
    const auto model = stored_model_of(config_.model);
    ASSERT_TRUE(model) << model.error().message;
    EXPECT_EQ(model->vocab_size, base.vocab_size + 2);
    EXPECT_EQ(model->added_rows, (RowRange{258, 260}));
    const auto tokenizer = tokenizer_of(config_.model);
    ASSERT_TRUE(tokenizer) << tokenizer.error().message;
    EXPECT_EQ(tokenizer->vocabulary_size(), model->vocab_size);
    EXPECT_EQ(*tokenizer->encode("<|end|>", false), (std::vector<std::int32_t>{259}));
    config_.model.added_tokens.clear();
    EXPECT_EQ(*stored_model_of(config_.model), base);
}

TEST_F(RunModelTest, TheDataHasTheNewTokens) {
    std::ofstream(config_.data.train.front().path) << R"({"prompt": "a<|tool|>b", "completion": "c<|end|>"})"
                                                   << "\n";
    const auto data = load_run_data(config_, *tokenizer_of(config_.model), {});
    ASSERT_TRUE(data) << data.error().message;
    const auto tokens = data->train.examples[0].tokens;
    EXPECT_EQ(std::ranges::count(tokens, 258), 1);
    EXPECT_EQ(std::ranges::count(tokens, 259), 1);
}

TEST_F(RunModelTest, LoraAndDoraTrainEmbeddingAndHeadWhole) {
    for (const auto* id : {"lora", "dora"}) {
        use_method(id);
        const auto made = plan();
        ASSERT_TRUE(made) << made.error().message;
        EXPECT_TRUE(made->trains_embedding);
        std::vector<std::string> whole;
        for (const auto& tensor : made->tensors)
            if (tensor.is_base_parameter) {
                whole.push_back(tensor.name);
                EXPECT_EQ(tensor.shape, (std::vector<std::int64_t>{260, 16}));
            }
        EXPECT_EQ(whole, (std::vector<std::string>{"base_model.model.model.embed_tokens.weight",
                                                   "base_model.model.lm_head.weight"}))
            << id;
        const auto json = find_adapter_format(*find_method(id), "peft")
                              ->write(*stored_model_of(config_.model), config_.method.params, "base");
        ASSERT_TRUE(json) << json.error().message;
        EXPECT_EQ((*json)["modules_to_save"], (Json{"embed_tokens", "lm_head"}));
    }
    use_method("lora");
    config_.method.params.set("modules_to_save", ParamList{"model.embed_tokens"});
    EXPECT_EQ(plan()->tensors.back().name, "base_model.model.lm_head.weight");
}

TEST_F(RunModelTest, TheEmbeddingIsNotAdaptedWhereItTrainsWhole) {
    config_.method.params.set("targets", ParamList{"embed_tokens", "q_proj"});
    const auto refused = plan();
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().field, "targets");
}

TEST_F(RunModelTest, MethodsThatLeaveTheEmbeddingAloneAreRefused) {
    for (const auto* method : all_methods()) {
        use_method(std::string(method->id).c_str());
        const bool trains = method->id == "lora" || method->id == "dora" || method->id == "full";
        const auto made = plan();
        EXPECT_EQ(made.has_value(), trains) << method->id;
        if (!made) {
            EXPECT_EQ(made.error().field, "model.added_tokens");
        }
    }
    use_method("full");
    config_.method.params.set("train_embeddings", false);
    EXPECT_FALSE(plan());
}

TEST_F(RunModelTest, TheEstimateCountsTheNewRows) {
    const auto estimate = [&] {
        return *estimate_memory(*stored_model_of(config_.model), config_, batch_shape_of(config_));
    };
    use_method("full");
    const auto with = estimate();
    config_.model.added_tokens.clear();
    const auto without = estimate();
    EXPECT_EQ(with.total_parameters - without.total_parameters, 2 * 16);
    EXPECT_EQ(with.trainable_parameters - without.trainable_parameters, 2 * 16);
    EXPECT_GT(with.peak_bytes, without.peak_bytes);
}

TEST_F(RunModelTest, PreflightNamesTheTokenThatCannotBe) {
    const auto findings = [&] { return preflight(config_, {.data_folder = folder_.path() / "data"}); };
    EXPECT_FALSE(has_blocking(findings())) << findings().front().message;
    config_.model.added_tokens = {"</s>"};
    ASSERT_TRUE(has_blocking(findings()));
    EXPECT_EQ(findings().front().field, "model.added_tokens");
    EXPECT_NE(findings().front().message.find("</s>"), std::string::npos);
    config_.model.added_tokens = {"<|tool|>"};
    use_method("houlsby");
    ASSERT_TRUE(has_blocking(findings()));
    EXPECT_EQ(findings().front().field, "model.added_tokens");
}

TEST_F(RunModelTest, TheTokenizerIsWrittenBesideAResult) {
    const auto out = folder_.path() / "out";
    std::filesystem::create_directories(out);
    ASSERT_TRUE(write_added_tokens(config_.model, out));
    const auto tokenizer = Tokenizer::load(out);
    ASSERT_TRUE(tokenizer) << tokenizer.error().message;
    EXPECT_EQ(tokenizer->token_id("<|end|>"), 259);
    EXPECT_TRUE(tokenizer->is_special(259));
    config_.model.added_tokens.clear();
    const auto nothing = folder_.path() / "nothing";
    ASSERT_TRUE(write_added_tokens(config_.model, nothing));
    EXPECT_FALSE(std::filesystem::exists(nothing));
}

TEST_F(RunModelTest, TheRunFileHoldsThemInOrder) {
    const auto json = run_config_to_json(config_);
    EXPECT_EQ(json["model"]["added_tokens"], (OrderedJson{"<|tool|>", "<|end|>"}));
    const auto back = run_config_from_json(json, {}, UnknownKeys::Refuse);
    ASSERT_TRUE(back) << back.error().message;
    EXPECT_EQ(*back, config_);
    ASSERT_TRUE(apply_override(config_, R"(model.added_tokens=["<|x|>", "a, b"])"));
    EXPECT_EQ(config_.model.added_tokens, (std::vector<std::string>{"<|x|>", "a, b"}));
}

}  // namespace
}  // namespace tunebench
