// tunebench-exit-campaign RUN.json [--exits 100] [--set section.key=value …]: the window is told to end while
// a step is computed. Exit code 0 when it never crashed and every run could go on from its last step.
#include <CLI/CLI.hpp>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <optional>
#include <thread>
#include <variant>

#include <fmt/format.h>

#include "core/base/random.h"
#include "core/run/checkpoint.h"
#include "core/run/run_config.h"
#include "core/run/run_folder.h"
#include "tests/faults/run_watch.h"
#include "tests/support/child_process.h"

namespace tunebench::faults {
namespace {

namespace fs = std::filesystem;
using std::chrono::duration;

constexpr auto kPoll = std::chrono::milliseconds(2);
constexpr auto kMostWait = std::chrono::minutes(2);

struct ExitSettings {
    fs::path program = TUNEBENCH_BINARY_DIR "/bin/tunebench";
    fs::path run_file = {};
    std::vector<std::string> overrides = {};
    fs::path work = TUNEBENCH_BINARY_DIR "/exit-campaign";
    int exits = 100;
    std::uint64_t seed = 1;
};

/// The run file with the overrides, which the window's program does not take.
Result<fs::path> write_run_file(const ExitSettings& settings) {
    TRY(auto config, load_run_file(settings.run_file));
    TRY_VOID(apply_overrides(config, settings.overrides));
    const auto file = settings.work / "run.tunebench.json";
    TRY_VOID(save_run_file(config, file));
    return file;
}

std::optional<StepDone> last_step(const fs::path& data_folder) {
    std::optional<StepDone> last;
    for (const auto& folder : run_folders(data_folder))
        for (const auto& event : events_of(folder))
            if (const auto* step = std::get_if<StepDone>(&event))
                last = *step;
    return last;
}

/// What is wrong with what the window has left behind; empty: nothing.
std::string lost(const fs::path& data_folder) {
    const auto folders = run_folders(data_folder);
    if (folders.size() != 1)
        return fmt::format("{} runs", folders.size());
    const auto events = events_of(folders.front());
    const auto* finished = events.empty() ? nullptr : std::get_if<RunFinished>(&events.back());
    if (!finished || finished->cause != ExitCause::Stopped)
        return "the events do not end with a run that was stopped";
    std::vector<std::string> skipped;
    const auto checkpoint = newest_valid_checkpoint(folders.front() / "checkpoints", skipped);
    if (!checkpoint || !skipped.empty())
        return "no valid checkpoint";
    const auto step = last_step(data_folder);
    if (!step || checkpoint->manifest.step != step->step)
        return fmt::format("{} is not of the last step", checkpoint->name());
    return {};
}

/// One window, ended a random part of a step after one of its first.
std::string exit_once(const ExitSettings& settings, const fs::path& run_file, const fs::path& data_folder,
                      Random& random) {
    test::ChildProcess window(
        {settings.program.string(), "--data-folder", data_folder.string(), "--start", run_file.string()},
        {{"QT_QPA_PLATFORM", "offscreen"}});
    const auto after = static_cast<std::int64_t>(1 + random.below(5));
    const auto begin = std::chrono::steady_clock::now();
    std::optional<StepDone> step;
    while (!step || step->step < after) {
        if (window.has_ended() || std::chrono::steady_clock::now() - begin > kMostWait)
            return "the run did not start\n" + window.err();
        std::this_thread::sleep_for(kPoll);
        step = last_step(data_folder);
    }
    std::this_thread::sleep_for(duration<double>(random.uniform() * step->step_seconds));
    if (window.has_ended())
        return "the window ended by itself\n" + window.err();
    window.send(SIGTERM);
    if (const int code = window.wait(); code != 0)
        return fmt::format("exit code {}\n{}", code, window.err());
    return lost(data_folder);
}

Result<int> run_campaign(const ExitSettings& settings) {
    fs::remove_all(settings.work);
    fs::create_directories(settings.work);
    TRY(const auto run_file, write_run_file(settings));
    Random random(settings.seed);
    int clean = 0;
    for (int i = 0; i < settings.exits; ++i) {
        const auto data_folder = settings.work / fmt::format("exit-{:03}", i + 1);
        const auto problem = exit_once(settings, run_file, data_folder, random);
        clean += problem.empty() ? 1 : 0;
        fmt::print("exit {:3}: {}\n", i + 1, problem.empty() ? "nothing lost" : problem);
        std::fflush(stdout);
        if (problem.empty())
            fs::remove_all(data_folder);
    }
    return clean;
}

}  // namespace
}  // namespace tunebench::faults

int main(int argc, char** argv) {
    tunebench::faults::ExitSettings settings;
    CLI::App parser("End the window in the middle of a step", "tunebench-exit-campaign");
    parser.add_option("RUN", settings.run_file, "Run file")->required()->check(CLI::ExistingFile);
    parser.add_option("--exits", settings.exits, "How often")->check(CLI::PositiveNumber);
    parser.add_option("--set", settings.overrides, "Change a setting of the run file")
        ->allow_extra_args(false);
    parser.add_option("--seed", settings.seed, "Start of the random moments");
    parser.add_option("--work", settings.work, "Folder for the runs; what is in it is deleted");
    CLI11_PARSE(parser, argc, argv);
    const auto clean = tunebench::faults::run_campaign(settings);
    if (!clean) {
        fmt::print(stderr, "{}\n", clean.error().message);
        return EXIT_FAILURE;
    }
    fmt::print("{} of {} exits without a loss\n", *clean, settings.exits);
    return *clean == settings.exits ? EXIT_SUCCESS : EXIT_FAILURE;
}
