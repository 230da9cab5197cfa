// A study of two methods on a host with the fake engine, and everything that its queue told.
#pragma once

#include <fstream>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/study/queue/study_queue.h"
#include "tests/core/run/host_fixture.h"

namespace tunebench::test {

/// Two methods, two seeds, three rates, on the fake engine.
class StudyQueueFixture : public HostFixture {
protected:
    void SetUp() override {
        HostFixture::SetUp();
        config_.general.name = "base";
        settings_.base = config_;
        settings_.folder = inputs_.path();
        settings_.methods = {method("LoRA", {{"method", {{"id", "lora"}}}}),
                             method("IA3", {{"method", {{"id", "ia3"}}}})};
        settings_.rules.name = "tiny study";
        settings_.rules.seeds = 2;
        settings_.rules.rate_factors = {0.5, 1.0, 2.0};
        settings_.rules.training_sample = 4;
        settings_.rules.general = {(inputs_.path() / "valid.jsonl").string()};
    }

    static StudyMethod method(const char* name, OrderedJson set) {
        return {.name = name, .set = std::move(set)};
    }

    void write_row(const char* name) const {
        std::ofstream(inputs_.path() / name) << R"({"prompt": "another", "completion": "row"})" << '\n';
    }

    StudyListener listener() {
        return {
            .run_begins = [this](StudyPart, std::size_t, std::size_t,
                                 const std::string& title) { begun_.push_back(title); },
            .run_event =
                [this](const RunEvent& event) {
                    if (const auto* step = std::get_if<StepDone>(&event))
                        on_step_(step->step);
                },
            .run_ends =
                [this](const std::string&, const MeasuredRun& run) {
                    ended_.push_back(run);
                    on_end_();
                },
            .rate_chosen = [this](const StudyArm& arm,
                                  const ArmResults& results) { rates_[arm.name] = results.learning_rate; },
            .trouble = [this](const Error& error) { troubles_.push_back(error.message); }};
    }

    /// Runs until the study is over.
    StudyEnd run(bool retry = false) {
        auto planned = plan_study(settings_);
        EXPECT_TRUE(planned) << planned.error().message;
        plan_ = *planned;
        auto folder = StudyFolder::open(data_.path(), settings_);
        EXPECT_TRUE(folder) << folder.error().message;
        begun_.clear();
        ended_.clear();
        StudyQueue queue(plan_, *folder, host(options_), listener());
        queue_ = &queue;
        if (retry)
            queue.retry_failed();
        on_start_();
        queue.start();
        while (!queue.is_over()) {
            bool took = false;
            wait_for([&](const HostEvent& event) {
                queue.take(event);
                if (const auto later = std::exchange(resume_later_, {}))
                    later();
                return took = queue.is_over();
            });
            if (!took)
                break;
        }
        queue_ = nullptr;
        results_ = queue.results();
        last_tasks_ = queue.tasks();
        return queue.end();
    }

    FakeEngineOptions options_ = {};
    StudySettings settings_ = {};
    StudyPlan plan_ = {};
    StudyResults results_ = {};
    StudyQueue* queue_ = nullptr;
    std::vector<std::string> begun_ = {};
    std::vector<MeasuredRun> ended_ = {};
    std::map<std::string, double> rates_ = {};
    std::vector<StudyTask> last_tasks_ = {};
    std::vector<std::string> troubles_ = {};
    std::function<void()> on_start_ = [] {};
    std::function<void()> on_end_ = [] {};
    std::function<void()> resume_later_ = {};
    std::function<void(std::int64_t)> on_step_ = [](std::int64_t) {};
};

}  // namespace tunebench::test
