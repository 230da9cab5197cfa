// Runs of the real session on a tiny model, each in a folder of its own.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include <gtest/gtest.h>

#include "core/base/durable_file.h"
#include "core/engine/training/session_setup.h"
#include "core/run/run_folder.h"
#include "tests/support/fixtures.h"
#include "tests/support/temporary_folder.h"

namespace tunebench::test {

class SessionFixture : public testing::Test {
protected:
    static constexpr std::int64_t kSteps = 8;

    /// What a run has told, and what it has left.
    struct Outcome {
        RunFinished finished = {};
        std::vector<StepDone> steps = {};
        std::vector<EvaluationDone> evaluations = {};
        std::vector<RunWarning> warnings = {};
        std::string weights = {};  // bytes of the adapter
        std::int64_t samples = 0;
    };

    SessionFixture() : config_(tiny_run(inputs_.path(), kSteps)) {
        config_.general.threads = 1;
        config_.checkpoints = {.every = 1, .keep_last = 100, .keep_best = false};
        config_.evaluation.samples = {};
        set("dropout", 0.1);
    }

    void set(const char* key, ParamValue value) { config_.method.params.set(key, std::move(value)); }

    RunFolder new_folder() {
        return *RunFolder::create(runs_.path(),
                                  {.id = new_run_id(), .config = config_, .created_at = timestamp_now()});
    }

    Outcome run(const RunFolder& folder, bool resume = false, std::int64_t stop_after = 0) {
        return run(folder, resume, [stop_after](const RunEvent& event, Session& session) {
            if (const auto* step = std::get_if<StepDone>(&event); step && step->step == stop_after)
                session.command(StopCommand{});
        });
    }

    using Reaction = std::function<void(const RunEvent&, Session&)>;
    Outcome run(const RunFolder& folder, bool resume, const Reaction& react) {
        auto session = make_session(config_, folder, resume, {}, *calls_);
        EXPECT_TRUE(session) << session.error().message;
        if (!session)
            return {};
        Outcome outcome;
        outcome.finished = (*session)->run([&](const RunEvent& event) {
            react(event, **session);
            if (const auto* step = std::get_if<StepDone>(&event))
                outcome.steps.push_back(*step);
            if (const auto* warning = std::get_if<RunWarning>(&event))
                outcome.warnings.push_back(*warning);
            if (const auto* evaluation = std::get_if<EvaluationDone>(&event))
                outcome.evaluations.push_back(*evaluation);
            outcome.samples += std::holds_alternative<SampleDone>(event);
        });
        outcome.weights = adapter_bytes(folder);
        return outcome;
    }

    static std::string adapter_bytes(const RunFolder& folder) {
        for (const auto* name : {"adapter_model.safetensors", "adapter.safetensors"})
            if (const auto bytes = read_file(folder.adapter() / name, std::uint64_t{1} << 26))
                return *bytes;
        return {};
    }

    Outcome run_fresh() { return run(new_folder()); }

    void expect_resume_is_exact() {
        const auto whole = run_fresh();
        ASSERT_FALSE(whole.weights.empty());
        for (const std::int64_t cut : {1, 3, 7}) {
            const auto folder = new_folder();
            run(folder, false, cut);
            const auto rest = run(folder, true);
            EXPECT_EQ(rest.weights, whole.weights) << "cut after step " << cut;
            ASSERT_FALSE(rest.steps.empty());
            EXPECT_EQ(rest.steps.back().loss, whole.steps.back().loss);
            EXPECT_EQ(rest.steps.back().gradient_norm, whole.steps.back().gradient_norm);
            EXPECT_EQ(rest.steps.back().tokens, whole.steps.back().tokens);
            EXPECT_EQ(rest.finished.best_validation_loss, whole.finished.best_validation_loss);
        }
    }

    TemporaryFolder inputs_;
    TemporaryFolder runs_;
    RunConfig config_;
    const FileCalls* calls_ = &real_file_calls();  // that checkpoints are written with
};

}  // namespace tunebench::test
