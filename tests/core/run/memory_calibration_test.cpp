// Which runs of a history correct the next estimate.
#include "core/run/memory_calibration.h"

#include <map>

#include <gtest/gtest.h>

#include "core/history/history.h"
#include "tests/support/temporary_folder.h"

namespace tunebench {
namespace {

/// A run that took a tenth more than was predicted.
struct ToldRun {
    RunStatus status = RunStatus::Completed;
    std::int64_t steps = 10;
    std::string created_at = "2026-11-23T22:31:05.123Z";
    std::string origin = {};
    std::string host = current_environment().hostname;
    std::string device = "cpu";
    std::uint64_t predicted = 1000;
};

class ToldHistory : public HistoryReader {
public:
    void add(const ToldRun& run) {
        const auto id = std::to_string(details_.size());
        RunDetails details{.summary = {.id = id,
                                       .status = run.status,
                                       .created_at = run.created_at,
                                       .steps = run.steps,
                                       .predicted_peak_bytes = run.predicted,
                                       .peak_bytes = 1100,
                                       .origin = run.origin},
                           .sessions = {{.started = {.device = run.device}}},
                           .memory = {{.phase = "loading", .resident_bytes = 1400},
                                      {.phase = "backward", .resident_bytes = 1600}}};
        details.manifest.environment.hostname = run.host;
        details_[id] = details;
    }

    Result<std::vector<RunSummary>> runs(const RunFilter& /*filter*/) override {
        std::vector<RunSummary> all;
        for (const auto& [id, details] : details_)
            all.push_back(details.summary);
        return all;
    }
    Result<RunDetails> run(const std::string& id) override { return details_[id]; }
    Result<std::vector<RunColumn>> columns() override { return std::vector<RunColumn>{}; }
    Result<void> add_columns(RunTable& /*table*/, std::span<const std::string> /*columns*/) override {
        return {};
    }
    Result<void> check(const Filter& /*filter*/) override { return {}; }
    Result<std::vector<MetricPoint>> metric(const std::string& /*id*/, const std::string& /*name*/) override {
        return std::vector<MetricPoint>{};
    }
    Result<std::vector<std::string>> metrics(const std::string& /*id*/) override {
        return std::vector<std::string>{};
    }
    Result<std::vector<MetricSummary>> summaries(const std::string& /*id*/) override {
        return std::vector<MetricSummary>{};
    }

private:
    std::map<std::string, RunDetails> details_ = {};
};

/// Two that count, and one more.
MemoryCalibration with_a_third(const ToldRun& run, bool on_processor = true) {
    ToldHistory history;
    history.add({});
    history.add({});
    history.add(run);
    return memory_calibration(history, on_processor, "2026-01-01");
}

TEST(MemoryCalibrationTest, ComesFromWhatFinishedRunsTook) {
    const auto found = with_a_third({});
    EXPECT_EQ(found.runs, 3);
    EXPECT_DOUBLE_EQ(found.factor, 1.1);
    EXPECT_EQ(found.beside, 500U);
}

TEST(MemoryCalibrationTest, StoppedRunsHaveBeenMeasuredToo) {
    EXPECT_EQ(with_a_third({.status = RunStatus::Stopped}).runs, 3);
    EXPECT_EQ(with_a_third({.status = RunStatus::EarlyStopped}).runs, 3);
}

TEST(MemoryCalibrationTest, WhatIsNoMeasurementOfThisMachineDoesNotCount) {
    EXPECT_EQ(with_a_third({.status = RunStatus::Running}).runs, 0);
    EXPECT_EQ(with_a_third({.status = RunStatus::Failed}).runs, 0);
    EXPECT_EQ(with_a_third({.steps = 1}).runs, 0);
    EXPECT_EQ(with_a_third({.origin = "tensorboard: /logs/a"}).runs, 0);
    EXPECT_EQ(with_a_third({.host = "another"}).runs, 0);
    EXPECT_EQ(with_a_third({.device = "NVIDIA H100"}).runs, 0);
    EXPECT_EQ(with_a_third({.predicted = 0}).runs, 0);
}

TEST(MemoryCalibrationTest, WhatWasForgottenDoesNotCount) {
    EXPECT_EQ(with_a_third({.created_at = "2025-12-31T00:00:00.000Z"}).runs, 0);
}

TEST(MemoryCalibrationTest, DevicesAreApart) {
    EXPECT_EQ(with_a_third({}, /*on_processor=*/false).runs, 0);
    ToldHistory history;
    for (int i = 0; i < 3; ++i)
        history.add({.device = "NVIDIA H100"});
    EXPECT_EQ(memory_calibration(history, /*on_processor=*/false).runs, 3);
}

TEST(MemoryCalibrationTest, AFolderWithoutAHistoryHasNone) {
    const test::TemporaryFolder folder;
    EXPECT_EQ(memory_calibration(folder.path(), true), MemoryCalibration());
    EXPECT_EQ(memory_calibrations(folder.path()), MemoryCalibrations());
    EXPECT_TRUE(forget_finished_runs(folder.path()));
    EXPECT_EQ(memory_calibration(folder.path(), true), MemoryCalibration());
}

}  // namespace
}  // namespace tunebench
