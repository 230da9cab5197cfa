// Runs that classify, from data to result: they learn a rule, go on to the bit, need the memory that was
// predicted, and refuse bad data in words.
#include <algorithm>
#include <fstream>

#include <gtest/gtest.h>

#include "core/base/durable_file.h"
#include "core/engine/memory/meter.h"
#include "core/engine/training/session_setup.h"
#include "core/run/starting_adapter.h"
#include "tests/support/classification_data.h"
#include "tests/support/fixtures.h"
#include "tests/support/temporary_folder.h"

namespace tunebench {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMaxBytes = std::size_t{1} << 26;

struct Outcome {
    RunStarted started = {};
    RunFinished finished = {};
    std::vector<StepDone> steps = {};
    std::vector<EvaluationDone> evaluations = {};
    std::vector<SampleDone> samples = {};
    std::string weights = {};  // bytes of the adapter
};

class ClassificationTest : public testing::Test {
protected:
    ClassificationTest() : config_(test::tiny_run(inputs_.path(), 8)) {
        install_meter();
        test::make_classification(config_, inputs_.path(), 64, 16);
        config_.checkpoints = {.every = 1, .keep_last = 100, .keep_best = false};
    }

    /// The bundled model, which knows the words.
    void use_sample_model() {
        config_.model.path = (fs::path(TUNEBENCH_SOURCE_DIR) / "resources/samples/town-model").string();
        test::make_classification(config_, inputs_.path(), 400, 100);
        config_.data.max_length = 256;
        config_.budget.batch_size = 2;
        config_.evaluation.every = 0;
        config_.checkpoints.every = 0;
    }

    RunFolder new_folder() {
        return *RunFolder::create(runs_.path(),
                                  {.id = new_run_id(), .config = config_, .created_at = timestamp_now()});
    }

    Outcome run(const RunFolder& folder, bool resume = false, std::int64_t stop_after = 0) {
        release_kept_memory();
        reset_peak();
        auto session = make_session(config_, folder, resume);
        EXPECT_TRUE(session) << session.error().message;
        if (!session)
            return {};
        Outcome outcome;
        outcome.finished = (*session)->run([&](const RunEvent& event) {
            if (const auto* started = std::get_if<RunStarted>(&event))
                outcome.started = *started;
            if (const auto* evaluation = std::get_if<EvaluationDone>(&event))
                outcome.evaluations.push_back(*evaluation);
            if (const auto* sample = std::get_if<SampleDone>(&event))
                outcome.samples.push_back(*sample);
            if (const auto* step = std::get_if<StepDone>(&event)) {
                outcome.steps.push_back(*step);
                if (step->step == stop_after)
                    (*session)->command(StopCommand{});
            }
        });
        EXPECT_FALSE(outcome.finished.error) << outcome.finished.error->message;
        if (const auto bytes = read_file(folder.adapter() / "adapter_model.safetensors", kMaxBytes))
            outcome.weights = *bytes;
        return outcome;
    }

    void expect_learns_the_rule() {
        const auto outcome = run(new_folder());
        ASSERT_FALSE(outcome.evaluations.empty());
        const auto& last = outcome.evaluations.back();
        EXPECT_GT(last.accuracy.value_or(0.0), 0.95);
        EXPECT_GT(last.f1.value_or(0.0), 0.95);
        EXPECT_EQ(last.tokens, 100);
        EXPECT_TRUE(outcome.samples.back().text.starts_with("bad (")) << outcome.samples.back().text;
    }

    /// Every text fills its row, as the estimate assumes.
    void expect_predicted_memory() {
        test::write_long_labelled_data(config_.data.train.front().path, 32);
        config_.data.validation.clear();
        config_.data.packing = false;
        config_.data.max_length = 128;
        config_.budget.batch_size = 8;
        config_.budget.steps = 4;
        config_.evaluation.samples = {};
        const auto outcome = run(new_folder());
        const auto predicted = static_cast<double>(outcome.started.predicted_peak_bytes);
        EXPECT_NEAR(static_cast<double>(outcome.finished.peak_bytes), predicted, 0.1 * predicted);
    }

    std::string refusal() {
        const auto session = make_session(config_, new_folder(), false);
        return session ? "started" : session.error().message;
    }

    test::TemporaryFolder inputs_;
    test::TemporaryFolder runs_;
    RunConfig config_;
};

TEST_F(ClassificationTest, LoraLearnsARule) {
    use_sample_model();
    config_.budget.steps = 60;
    config_.optimizer.params.set("learning_rate", 5e-3);
    expect_learns_the_rule();
}

TEST_F(ClassificationTest, FullFineTuningLearnsARule) {
    use_sample_model();
    config_.method = {.id = "full", .params = {}};
    config_.budget.steps = 60;
    config_.optimizer.params.set("learning_rate", 1e-3);
    expect_learns_the_rule();
}

TEST_F(ClassificationTest, LoraNeedsThePredictedMemory) {
    use_sample_model();
    expect_predicted_memory();
}

TEST_F(ClassificationTest, FullFineTuningNeedsThePredictedMemory) {
    use_sample_model();
    config_.method = {.id = "full", .params = {}};
    expect_predicted_memory();
}

TEST_F(ClassificationTest, ResumeIsExact) {
    config_.data.validation_share = 0.25;
    config_.data.validation.clear();
    config_.method.params.set("dropout", 0.1);
    config_.budget.accumulation = 2;
    const auto whole = run(new_folder());
    ASSERT_FALSE(whole.weights.empty());
    for (const std::int64_t cut : {1, 5}) {
        const auto folder = new_folder();
        run(folder, false, cut);
        const auto rest = run(folder, true);
        EXPECT_EQ(rest.weights, whole.weights) << "cut after step " << cut;
        ASSERT_FALSE(rest.steps.empty());
        EXPECT_EQ(rest.steps.back().loss, whole.steps.back().loss);
        EXPECT_EQ(rest.finished.best_validation_loss, whole.finished.best_validation_loss);
    }
}

TEST_F(ClassificationTest, AccumulationEqualsTheLargerBatch) {
    config_.data.packing = false;
    config_.budget.batch_size = 6;
    const auto large = run(new_folder());
    config_.budget.batch_size = 2;
    config_.budget.accumulation = 3;
    const auto small = run(new_folder());
    for (std::size_t i = 0; i < small.steps.size(); ++i)
        EXPECT_NEAR(small.steps[i].loss, large.steps[i].loss, 1e-4 * large.steps[i].loss) << "step " << i + 1;
}

TEST_F(ClassificationTest, TheSeedDecidesTheHead) {
    const auto first = run(new_folder());
    EXPECT_EQ(run(new_folder()).weights, first.weights);
    config_.general.seed = 7;
    EXPECT_NE(run(new_folder()).weights, first.weights);
}

TEST_F(ClassificationTest, ARunMayStartFromAClassifiersAdapter) {
    const auto folder = new_folder();
    const auto first = run(folder);
    config_.model.adapter = folder.adapter().string();
    ASSERT_TRUE(adopt_starting_adapter(config_));
    const auto second = run(new_folder());
    ASSERT_FALSE(second.evaluations.empty());
    EXPECT_EQ(second.evaluations.front().loss, first.evaluations.back().loss);
}

TEST_F(ClassificationTest, QuantizedBasesLearnWithTheirHead) {
    use_sample_model();
    config_.precision.quantization = QuantizationType::Nf4;
    config_.budget.steps = 60;
    config_.optimizer.params.set("learning_rate", 5e-3);
    expect_learns_the_rule();
}

TEST_F(ClassificationTest, OtherLabelsThanAtTheStartEndAResume) {
    const auto folder = new_folder();
    run(folder, false, 2);
    std::ofstream(config_.data.train.front().path, std::ios::app) << R"({"text": "so so", "label": "mixed"})"
                                                                  << "\n";
    const auto resumed = make_session(config_, folder, /*resume=*/true);
    ASSERT_FALSE(resumed);
    EXPECT_EQ(
        resumed.error().message,
        "The training data now has the labels bad, good, mixed, but the run was started with bad, good");
}

TEST_F(ClassificationTest, BadDataIsRefusedBeforeTheModelIsLoaded) {
    const auto write = [&](const std::string& file, const std::string& text) { std::ofstream(file) << text; };
    const auto train = config_.data.train.front().path;
    write(train, "{\"text\": \"a\"}\n");
    EXPECT_EQ(refusal(),
              train + " line 1 lacks the column 'label' of the layout classification; it has 'text'");
    write(train, "{\"text\": \"a\", \"label\": \"good\"}\n");
    EXPECT_EQ(refusal(), "The training data has only one label, 'good': there is nothing to tell apart");
    write(train, "{\"text\": \"a\", \"label\": [1]}\n");
    EXPECT_EQ(
        refusal(),
        train + " line 1: the label in column 'label' is array, neither text, a whole number nor a boolean");
    write(train, "{\"text\": \"a\", \"label\": \"no\"}\n{\"text\": \"b\", \"label\": \"yes\"}\n");
    write(config_.data.validation, "{\"text\": \"a\", \"label\": \"maybe\"}\n");
    EXPECT_EQ(refusal(),
              config_.data.validation +
                  " line 1: the label 'maybe' is not among those the model tells apart: 'no', 'yes'");
}

}  // namespace
}  // namespace tunebench
