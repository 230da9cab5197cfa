// Runs, events and histories for the tests of core/history.
#pragma once

#include <bit>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "core/base/durable_file.h"
#include "core/history/database.h"
#include "core/history/event_lines.h"
#include "core/history/history.h"
#include "core/jobs/run_event_json.h"
#include "core/run/run_recorder.h"
#include "tests/support/temporary_folder.h"

namespace tunebench::test {

inline RunFolder make_run(const std::filesystem::path& data_folder, const std::string& name,
                          const std::string& id = new_run_id()) {
    RunManifest manifest;
    manifest.id = id;
    manifest.config = default_run_config();
    manifest.config.general.name = name;
    manifest.config.model.path = "/models/town";
    manifest.environment = current_environment();
    manifest.hashes = {{"model.safetensors", std::string(64, 'a')}};
    manifest.created_at = timestamp_now();
    auto folder = RunFolder::create(data_folder, manifest);
    EXPECT_TRUE(folder) << folder.error().message;
    return *std::move(folder);
}

inline std::unique_ptr<History> open_history(const std::filesystem::path& data_folder) {
    auto history = History::open(data_folder);
    EXPECT_TRUE(history) << history.error().message;
    return *std::move(history);
}

inline std::unique_ptr<HistoryReader> open_reader(const std::filesystem::path& data_folder) {
    auto reader = HistoryReader::open(History::database_path(data_folder));
    EXPECT_TRUE(reader) << reader.error().message;
    return *std::move(reader);
}

inline RunStarted started_at(std::int64_t first_step) {
    return {.first_step = first_step,
            .total_steps = 1000,
            .total_parameters = 5000,
            .trainable_parameters = 50,
            .predicted_peak_bytes = 1 << 20,
            .threads = 2,
            .device = "cpu",
            .torch_version = "1.13.1",
            .resumed_from = first_step > 0 ? "step" : ""};
}

/// Every value differs from step to step, and few of them are round.
inline StepDone step_at(std::int64_t step) {
    const auto number = static_cast<double>(step);
    return {.step = step,
            .loss = 3.0 / (number + 0.1),
            .learning_rate = 1e-4 / number,
            .gradient_norm = number / 7.0,
            .epoch = number / 300.0,
            .tokens = step * 512,
            .tokens_per_second = 1000.0 / 3.0 + number,
            .step_seconds = 0.1,
            .elapsed_seconds = number * 0.1,
            .remaining_seconds = 5.0,
            .memory_bytes = 1000 + static_cast<std::uint64_t>(step),
            .memory_peak_bytes = 2000 + static_cast<std::uint64_t>(step)};
}

/// The steps that a run's events.jsonl holds, the last one of each number, in its order.
inline std::vector<StepDone> steps_in_file(const std::filesystem::path& events_file) {
    std::vector<StepDone> steps;
    auto lines = EventLines::open(events_file);
    EXPECT_TRUE(lines) << lines.error().message;
    while (true) {
        const auto text = lines->next();
        if (!text || !*text)
            return steps;
        const auto event = run_event_from_line(**text, "test");
        EXPECT_TRUE(event) << event.error().message;
        if (const auto* step = std::get_if<StepDone>(&event->event))
            steps.push_back(*step);
    }
}

inline std::uint64_t bits(double value) {
    return std::bit_cast<std::uint64_t>(value);
}

/// Whether the history has exactly these losses, bit for bit.
inline void expect_losses(HistoryReader& reader, const std::string& run_id,
                          const std::vector<StepDone>& steps) {
    const auto points = reader.metric(run_id, "loss");
    ASSERT_TRUE(points) << points.error().message;
    ASSERT_EQ(points->size(), steps.size());
    for (std::size_t i = 0; i < steps.size(); ++i) {
        ASSERT_EQ((*points)[i].step, steps[i].step);
        ASSERT_EQ(bits((*points)[i].value), bits(steps[i].loss)) << "step " << steps[i].step;
    }
}

inline RunSummary summary_of(const std::filesystem::path& data_folder, const std::string& run_id) {
    const auto run = open_reader(data_folder)->run(run_id);
    EXPECT_TRUE(run) << run.error().message;
    return run ? run->summary : RunSummary();
}

}  // namespace tunebench::test
