// Runs that classify with encoders, and with a decoder beside them, from a data set to the accuracy that they
// reach. What is fine-tuned has learned something before: a neighbouring rule about the same words.
#include <algorithm>
#include <fstream>
#include <map>
#include <memory>
#include <tuple>

#include <gtest/gtest.h>

#include "core/data/loader.h"
#include "core/engine/exporting/model_folder.h"
#include "core/engine/memory/meter.h"
#include "core/engine/models/weight_loader.h"
#include "core/engine/training/session_setup.h"
#include "core/run/starting_adapter.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/word_models.h"

namespace tunebench {
namespace {

namespace fs = std::filesystem;

constexpr int kTrainingRows = 800;
constexpr int kValidationRows = 200;
constexpr int kFirstOfValidation = 100000;
constexpr int kFirstOfTeaching = 500000;

struct RunOutcome {
    RunStarted started = {};
    RunFinished finished = {};
    std::vector<EvaluationDone> evaluations = {};
};

class EncoderRuns : public testing::Test {
protected:
    EncoderRuns() : config_(default_run_config()) {
        install_meter();
        config_.general.threads = 1;
        config_.model.path = (inputs_.path() / "model").string();
        config_.model.task = Task::Classification;
        config_.model.initialize = Initialize::Random;
        config_.data.train = {(inputs_.path() / "train.jsonl").string()};
        config_.data.validation = (inputs_.path() / "valid.jsonl").string();
        config_.data.max_length = 32;
        config_.budget.epochs = 0;
        config_.budget.steps = 250;
        config_.budget.batch_size = 16;
        config_.data.packing = false;
        config_.evaluation.every = 0;
        config_.evaluation.batch_size = 32;
        config_.checkpoints.every = 0;
    }

    void use(const std::string& model_type) {
        test::write_word_model(config_.model.path, model_type);
        test::write_word_data(config_.data.train.front().path, kTrainingRows);
        test::write_word_data(config_.data.validation, kValidationRows, kFirstOfValidation);
    }

    void use_pairs(const std::string& model_type) {
        test::write_word_model(config_.model.path, model_type);
        test::write_pair_data(config_.data.train.front().path, kTrainingRows);
        test::write_pair_data(config_.data.validation, kValidationRows, kFirstOfValidation);
    }

    /// Weights in a folder, as of a model that has learned to fill gaps: without head and pooler.
    void store_weights() {
        const auto drawn = random_model(*load_model_config(config_.model.path), 11);
        const auto folder = inputs_.path() / (drawn->config().model_type + "-stored");
        const auto written = write_model_folder(folder, *drawn, config_.model.path);
        ASSERT_TRUE(written) << written.error().message;
        config_.model.path = folder.string();
        config_.model.initialize = Initialize::Pretrained;
    }

    void use_method(const std::string& id, double learning_rate, const ParamMap& params = {}) {
        config_.method = {.id = id, .params = params};
        config_.optimizer.params.set("learning_rate", learning_rate);
    }

    RunFolder new_folder() {
        return *RunFolder::create(runs_.path(),
                                  {.id = new_run_id(), .config = config_, .created_at = timestamp_now()});
    }

    RunOutcome run(const RunFolder& folder) {
        release_kept_memory();
        reset_peak();
        auto session = make_session(config_, folder, /*resume=*/false);
        EXPECT_TRUE(session) << session.error().message;
        if (!session)
            return {};
        RunOutcome outcome;
        outcome.finished = (*session)->run([&](const RunEvent& event) {
            if (const auto* started = std::get_if<RunStarted>(&event))
                outcome.started = *started;
            if (const auto* evaluation = std::get_if<EvaluationDone>(&event))
                outcome.evaluations.push_back(*evaluation);
        });
        EXPECT_FALSE(outcome.finished.error) << outcome.finished.error->message;
        return outcome;
    }

    double reached_accuracy() {
        const auto outcome = run(new_folder());
        EXPECT_FALSE(outcome.evaluations.empty());
        if (outcome.evaluations.empty())
            return 0.0;
        EXPECT_EQ(outcome.evaluations.back().tokens, kValidationRows);
        return outcome.evaluations.back().accuracy.value_or(0.0);
    }

    /// Every text fills its row and there are enough for a batch, as the estimate assumes.
    void expect_predicted_memory() {
        std::ofstream out(config_.data.train.front().path);
        std::string text;
        for (int i = 0; i < 200; ++i)
            text += "ferry ";
        for (int row = 0; row < 64; ++row)
            out << R"({"text": ")" << text << R"(", "label": ")" << (row % 2 ? "good" : "bad") << "\"}\n";
        out.close();
        config_.data.validation.clear();
        config_.data.max_length = 62;
        config_.budget.batch_size = 64;
        config_.budget.steps = 3;
        const auto outcome = run(new_folder());
        const auto predicted = static_cast<double>(outcome.started.predicted_peak_bytes);
        EXPECT_NEAR(static_cast<double>(outcome.finished.peak_bytes), predicted, 0.1 * predicted);
    }

    test::TemporaryFolder inputs_;
    test::TemporaryFolder runs_;
    RunConfig config_;
};

/// Folders of models that have learned the neighbouring rule, each made when it is first asked for.
struct TaughtModels {
    test::TemporaryFolder folder;
    std::map<std::string, fs::path> by_type;
};

struct Recipe {
    std::string method;
    double learning_rate = 0.0;
    ParamMap params = {};
};

class EncoderLearnsTest : public EncoderRuns,
                          public testing::WithParamInterface<std::tuple<std::string, Recipe>> {
protected:
    static void SetUpTestSuite() { taught_ = std::make_unique<TaughtModels>(); }
    static void TearDownTestSuite() { taught_.reset(); }

    void use_taught(const std::string& model_type) {
        if (!taught_->by_type.contains(model_type))
            teach(model_type);
        use(model_type);
        config_.model.path = taught_->by_type.at(model_type).string();
        config_.model.initialize = Initialize::Pretrained;
        config_.budget.steps = 300;
    }

    static std::unique_ptr<TaughtModels> taught_;

private:
    void teach(const std::string& model_type) {
        test::write_word_model(config_.model.path, model_type);
        test::write_neighbouring_data(config_.data.train.front().path, kTrainingRows, kFirstOfTeaching);
        test::write_neighbouring_data(config_.data.validation, kValidationRows, kFirstOfValidation);
        use_method("full", 1e-3);
        const auto folder = new_folder();
        const auto outcome = run(folder);
        ASSERT_FALSE(outcome.evaluations.empty());
        EXPECT_GT(outcome.evaluations.back().accuracy.value_or(0.0), 0.95) << model_type;
        const auto kept = taught_->folder.path() / model_type;
        fs::copy(folder.path() / "model", kept, fs::copy_options::recursive);
        taught_->by_type[model_type] = kept;
    }
};

std::unique_ptr<TaughtModels> EncoderLearnsTest::taught_;

TEST_P(EncoderLearnsTest, TheRule) {
    const auto& [model_type, recipe] = GetParam();
    use_taught(model_type);
    use_method(recipe.method, recipe.learning_rate, recipe.params);
    EXPECT_GT(reached_accuracy(), 0.95);
}

/// The published size of Houlsby's bottleneck, a sixteenth of the width, would be 2 here.
std::vector<Recipe> recipes() {
    ParamMap houlsby;
    houlsby.set("bottleneck_size", std::int64_t{16});
    return {{"full", 1e-3}, {"lora", 5e-3}, {"houlsby", 1e-2, houlsby}, {"loreft", 1e-2}};
}

INSTANTIATE_TEST_SUITE_P(
    EncoderSessionTest, EncoderLearnsTest,
    testing::Combine(testing::Values("bert", "roberta", "distilbert", "modernbert", "llama"),
                     testing::ValuesIn(recipes())),
    [](const auto& chosen) { return std::get<0>(chosen.param) + "_" + std::get<1>(chosen.param).method; });

/// What the methods learn beside it: with the body as it was, the words are sorted in the old way.
class EncoderHeadTest : public EncoderLearnsTest {};

TEST_P(EncoderHeadTest, AloneDoesNotLearnTheRule) {
    const auto& [model_type, recipe] = GetParam();
    use_taught(model_type);
    use_method(recipe.method, recipe.learning_rate, recipe.params);
    EXPECT_LT(reached_accuracy(), 0.9);
}

Recipe head_alone(const std::string& body) {
    ParamMap params;
    params.set("freeze", ParamList{body + "\\..*"});
    return {"full", 5e-3, params};
}

INSTANTIATE_TEST_SUITE_P(EncoderSessionTest, EncoderHeadTest,
                         testing::Values(std::tuple{"bert", head_alone("bert")},
                                         std::tuple{"distilbert", head_alone("distilbert")}),
                         [](const auto& chosen) { return std::get<0>(chosen.param); });

using EncoderSessionTest = EncoderRuns;

TEST_F(EncoderSessionTest, BertLearnsWhichOfTwoTextsSaysIt) {
    use_pairs("bert");
    use_method("full", 1e-3);
    config_.budget.steps = 500;
    EXPECT_GT(reached_accuracy(), 0.95);
}

TEST_F(EncoderSessionTest, TheTokenizerMarksTheSecondTextOfAPair) {
    use_pairs("bert");
    const auto tokenizer = Tokenizer::load(config_.model.path);
    ASSERT_TRUE(tokenizer) << tokenizer.error().message;
    const LabelSource labels;
    const auto data = load_training_data(config_.data, 0, *tokenizer, {}, 0, &labels);
    ASSERT_TRUE(data) << data.error().message;
    for (const auto& example : data->train.examples) {
        ASSERT_EQ(example.second_text.size(), example.tokens.size());
        // Up to the first separator all is the first text, behind it the second.
        const auto border = std::ranges::find(example.tokens, 2) - example.tokens.begin() + 1;
        for (std::int64_t i = 0; i < std::ssize(example.tokens); ++i)
            EXPECT_EQ(example.second_text[static_cast<std::size_t>(i)], i >= border) << i;
    }
}

TEST_F(EncoderSessionTest, AnAdapterBringsItsWholeHeadBack) {
    config_.evaluation.every = 5;
    config_.budget.steps = 5;
    for (const auto* type : {"bert", "roberta", "distilbert", "modernbert"}) {
        config_.model.path = (inputs_.path() / type).string();
        use(type);
        store_weights();
        use_method("lora", 5e-3);
        config_.method.params.set("targets", "all-linear");
        config_.model.adapter.clear();
        config_.general.seed = 1;
        const auto folder = new_folder();
        const auto first = run(folder);
        config_.model.adapter = folder.adapter().string();
        config_.general.seed = 2;
        ASSERT_TRUE(adopt_starting_adapter(config_));
        const auto second = run(new_folder());
        ASSERT_FALSE(second.evaluations.empty());
        EXPECT_EQ(second.evaluations.front().loss, first.evaluations.back().loss) << type;
    }
}

TEST_F(EncoderSessionTest, LoraNeedsThePredictedMemory) {
    use("bert");
    use_method("lora", 1e-3);
    expect_predicted_memory();
}

TEST_F(EncoderSessionTest, FullFineTuningNeedsThePredictedMemory) {
    use("bert");
    use_method("full", 1e-3);
    expect_predicted_memory();
}

TEST_F(EncoderSessionTest, PfeifferNeedsThePredictedMemory) {
    use("bert");
    use_method("houlsby", 1e-3);
    config_.method.params.set("variant", "pfeiffer");
    expect_predicted_memory();
}

TEST_F(EncoderSessionTest, ModernBertNeedsThePredictedMemory) {
    use("modernbert");
    use_method("full", 1e-3);
    expect_predicted_memory();
}

TEST_F(EncoderSessionTest, AnEncoderDoesNotWrite) {
    use("bert");
    config_.model.task = Task::Causal;
    const auto session = make_session(config_, new_folder(), false);
    ASSERT_FALSE(session);
    EXPECT_EQ(session.error().field, "model.task");
}

}  // namespace
}  // namespace tunebench
