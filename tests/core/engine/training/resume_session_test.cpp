// A run that goes on: from its checkpoint, the same to the bit; or from the adapter of another run.
#include <filesystem>

#include <gtest/gtest.h>

#include "core/run/starting_adapter.h"
#include "tests/core/engine/training/session_fixture.h"

namespace tunebench {
namespace {

namespace fs = std::filesystem;

class ResumeSessionTest : public test::SessionFixture {};

TEST_F(ResumeSessionTest, ResumeIsExactWithPackingAndDropout) {
    expect_resume_is_exact();
}

TEST_F(ResumeSessionTest, ResumeIsExactWithAccumulationAndLengthGroups) {
    config_.data.packing = false;
    config_.budget.length_grouped = true;
    config_.budget.accumulation = 3;
    expect_resume_is_exact();
}

TEST_F(ResumeSessionTest, ResumeIsExactWithEvaluationAndTheBestCheckpoint) {
    config_.data.validation_share = 0.25;
    config_.evaluation.every = 2;
    config_.checkpoints = {.every = 3, .keep_last = 1, .keep_best = true};
    expect_resume_is_exact();
}

TEST_F(ResumeSessionTest, ResumeIsExactWithMomentum) {
    config_.optimizer.id = "sgd";
    config_.optimizer.params = {};
    config_.optimizer.params.set("learning_rate", 0.1);
    config_.optimizer.params.set("momentum", 0.9);
    config_.optimizer.params.set("nesterov", true);
    expect_resume_is_exact();
}

TEST_F(ResumeSessionTest, ResumeIsExactWithEveryRegularization) {
    config_.regularization = {.neftune_alpha = 5.0, .label_smoothing = 0.1, .z_loss = 1e-3, .ema_decay = 0.9};
    config_.data.validation_share = 0.25;
    config_.evaluation.every = 2;
    config_.checkpoints = {.every = 3, .keep_last = 1, .keep_best = true};
    expect_resume_is_exact();
}

TEST_F(ResumeSessionTest, ARunGoesOnFromAnAdapter) {
    config_.optimizer.params.set("learning_rate", 0.02);
    const auto folder = new_folder();
    const auto first = run(folder);
    ASSERT_FALSE(first.evaluations.empty());
    config_.model.adapter = folder.adapter().string();
    const auto changes = adopt_starting_adapter(config_);
    ASSERT_TRUE(changes) << changes.error().message;
    const auto continued = run_fresh();
    ASSERT_FALSE(continued.evaluations.empty());
    EXPECT_EQ(continued.evaluations.front().step, 0);
    EXPECT_EQ(continued.evaluations.front().loss, first.evaluations.back().loss);
    EXPECT_NE(continued.weights, first.weights);
}

TEST_F(ResumeSessionTest, ResumeIsExactAfterAnAdapterThatIsGone) {
    const auto folder = new_folder();
    run(folder);
    const auto adapter = inputs_.path() / "adapter";
    fs::copy(folder.adapter(), adapter);
    config_.model.adapter = adapter.string();
    ASSERT_TRUE(adopt_starting_adapter(config_));
    const auto whole = run_fresh();
    const auto cut = new_folder();
    run(cut, false, 3);
    fs::remove_all(adapter);
    EXPECT_EQ(run(cut, true).weights, whole.weights);
}

TEST_F(ResumeSessionTest, SettingsThatAreNotTheAdaptersAreRefused) {
    const auto folder = new_folder();
    run(folder);
    config_.model.adapter = folder.adapter().string();
    ASSERT_TRUE(adopt_starting_adapter(config_));
    set("alpha", 1.0);
    const auto session = make_session(config_, new_folder(), false);
    ASSERT_FALSE(session);
    EXPECT_NE(session.error().message.find("alpha"), std::string::npos) << session.error().message;
}

}  // namespace
}  // namespace tunebench
