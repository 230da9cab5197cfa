// Runs that classify with encoders, and with a decoder beside them, from a data set to the accuracy that they
// reach: models of random weights learn a rule.
#include <algorithm>
#include <fstream>

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

    void use_method(const std::string& id, double learning_rate) {
        config_.method = {.id = id, .params = {}};
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

struct Learner {
    std::string model_type;
    std::string method;
    double learning_rate = 0.0;
};

class EncoderLearnsTest : public EncoderRuns, public testing::WithParamInterface<Learner> {};

TEST_P(EncoderLearnsTest, TheRule) {
    use(GetParam().model_type);
    use_method(GetParam().method, GetParam().learning_rate);
    EXPECT_GT(reached_accuracy(), 0.95);
}

std::vector<Learner> learners() {
    std::vector<Learner> all;
    for (const auto* type : {"bert", "roberta", "distilbert", "modernbert", "llama"})
        for (const auto& [method, rate] : {std::pair{"full", 1e-3}, std::pair{"lora", 5e-3}})
            all.push_back({type, method, rate});
    return all;
}

INSTANTIATE_TEST_SUITE_P(EncoderSessionTest, EncoderLearnsTest, testing::ValuesIn(learners()),
                         [](const auto& chosen) {
                             return chosen.param.model_type + "_" + chosen.param.method;
                         });

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
