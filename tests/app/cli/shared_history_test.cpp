// Two runs in the terminal and an open window (the process of this test) write one history at once. Six
// seconds here; TUNEBENCH_SOAK_SECONDS asks for more.
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <thread>

#include <gtest/gtest.h>

#include "core/history/history.h"
#include "core/jobs/run_event_json.h"
#include "tests/app/support/sample_run.h"

namespace tunebench::test {
namespace {

using namespace std::chrono_literals;

std::chrono::seconds soak_time() {
    const char* seconds = std::getenv("TUNEBENCH_SOAK_SECONDS");
    return std::chrono::seconds(seconds ? std::strtol(seconds, nullptr, 10) : 6);
}

std::vector<std::int64_t> steps_in_events(const std::filesystem::path& folder) {
    std::vector<std::int64_t> steps;
    std::ifstream file(folder / "events.jsonl");
    for (std::string line; std::getline(file, line);)
        if (const auto event = run_event_from_line(line, "events.jsonl"))
            if (const auto* step = std::get_if<StepDone>(&event->event))
                steps.push_back(step->step);
    return steps;
}

TEST(SharedHistoryTest, NoRowIsLostAndNothingIsLocked) {
    const SampleRun sample;
    auto history = History::open(sample.data_folder());
    ASSERT_TRUE(history) << history.error().message;
    const auto start = [&](const char* name) {
        return start_cli(sample,
                         {"run", sample.run_file().string(), "--name", name, "--set", "budget.steps=1000000",
                          "evaluation.every=20", "checkpoints.every=50"},
                         {{"TUNEBENCH_FAKE_STEP_MS", "2"}});
    };
    const auto first = start("first"), second = start("second");
    ASSERT_TRUE(first->wait_for_out("step", 30s) && second->wait_for_out("step", 30s));

    const auto reader = HistoryReader::open(sample.data_folder() / "history.sqlite");
    ASSERT_TRUE(reader) << reader.error().message;
    std::string last_notes;
    const auto end = std::chrono::steady_clock::now() + soak_time();
    for (int edit = 0; std::chrono::steady_clock::now() < end; ++edit) {
        const auto runs = (*reader)->runs();
        ASSERT_TRUE(runs) << runs.error().message;
        last_notes = "edit " + std::to_string(edit);
        for (const auto& run : *runs)
            (*history)->set_notes(run.id, last_notes);
        std::this_thread::sleep_for(20ms);
    }
    for (const auto* process : {first.get(), second.get()})
        process->send(SIGINT);
    EXPECT_EQ(first->wait(), 3) << first->err();
    EXPECT_EQ(second->wait(), 3) << second->err();
    const auto flushed = (*history)->flush();
    EXPECT_TRUE(flushed) << flushed.error().message;

    const auto runs = (*reader)->runs();
    ASSERT_TRUE(runs) << runs.error().message;
    ASSERT_EQ(runs->size(), 2U);
    for (const auto& run : *runs) {
        const auto told = steps_in_events(run.folder);
        const auto kept = (*reader)->metric(run.id, "loss");
        ASSERT_TRUE(kept) << kept.error().message;
        ASSERT_EQ(kept->size(), told.size()) << run.name;
        for (std::size_t i = 0; i < told.size(); ++i)
            ASSERT_EQ((*kept)[i].step, told[i]);
        EXPECT_GT(told.size(), 100U);
        EXPECT_EQ(run.notes, last_notes);
    }
    for (const auto* process : {first.get(), second.get()})
        EXPECT_EQ(process->err().find("locked"), std::string::npos) << process->err();
}

}  // namespace
}  // namespace tunebench::test
