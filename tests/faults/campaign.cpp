#include "tests/faults/campaign.h"

#include <algorithm>
#include <chrono>
#include <csignal>
#include <set>
#include <thread>
#include <variant>

#include <fmt/format.h>

#include "tests/faults/run_watch.h"
#include "tests/support/child_process.h"

namespace tunebench::faults {
namespace {

using Clock = std::chrono::steady_clock;

constexpr double kPollSeconds = 2e-4;

double seconds_since(Clock::time_point begin) {
    return std::chrono::duration<double>(Clock::now() - begin).count();
}

void sleep_seconds(double seconds) {
    std::this_thread::sleep_for(std::chrono::duration<double>(seconds));
}

/// It was killed on its way out, with everything done.
bool has_finished(const std::filesystem::path& data_folder) {
    for (const auto& folder : run_folders(data_folder))
        for (const auto& event : events_of(folder))
            if (std::holds_alternative<RunFinished>(event))
                return true;
    return false;
}

/// Name of the checkpoint that the last session of the newest run went on from.
std::string resumed_from(const std::filesystem::path& data_folder) {
    const auto folders = run_folders(data_folder);
    std::string name;
    if (folders.size() == 1)
        for (const auto& event : events_of(folders.front()))
            if (const auto* started = std::get_if<RunStarted>(&event))
                name = started->resumed_from;
    return name.empty() ? "the beginning" : name;
}

}  // namespace

std::vector<std::string> Campaign::command(const std::filesystem::path& data_folder, bool resume) const {
    std::vector<std::string> command = {settings_.program.string(), "run", settings_.run_file,
                                        "--data-folder", data_folder.string()};
    for (const auto& assignment : settings_.overrides)
        command.insert(command.end(), {"--set", assignment});
    if (resume)
        command.push_back("--resume");
    return command;
}

Result<Campaign::Reference> Campaign::run_uninterrupted(const std::filesystem::path& data_folder) const {
    const auto begin = Clock::now();
    test::ChildProcess run(command(data_folder, false));
    const int code = run.wait();
    Reference reference{.hashes = result_hashes(data_folder), .seconds = seconds_since(begin)};
    if (code != 0 || reference.hashes.empty())
        return Error{
            .code = ErrorCode::Internal,
            .message = fmt::format("The uninterrupted run ended with code {} and {} result files:\n{}{}",
                                   code, reference.hashes.size(), run.out(), run.err())};
    reference.event_bytes = event_bytes(data_folder);
    for (const auto& event : events_of(run_folders(data_folder).front()))
        if (const auto* saved = std::get_if<CheckpointSaved>(&event)) {
            ++reference.saves;
            reference.save_seconds = std::max(reference.save_seconds, saved->seconds);
        }
    return reference;
}

/// A tenth of the kills by the clock, which hits loading; the others when a random part of the events is
/// written, so that they hit the run however busy the machine is.
Campaign::Killed Campaign::kill_at_random(const std::filesystem::path& data_folder,
                                          const Reference& reference) {
    constexpr double kByClock = 0.1;
    const auto begin = Clock::now();
    test::ChildProcess run(command(data_folder, false));
    const double moment = random_.uniform();
    if (moment < kByClock)
        sleep_seconds(moment * reference.seconds);
    const auto bytes = (moment - kByClock) / (1.0 - kByClock) * static_cast<double>(reference.event_bytes);
    while (moment >= kByClock && !run.has_ended() && static_cast<double>(event_bytes(data_folder)) < bytes)
        sleep_seconds(kPollSeconds);
    const bool was_running = !run.has_ended();
    run.send(SIGKILL);
    run.wait();
    return {.was_running = was_running,
            .inside_save = !unfinished_saves(data_folder).empty(),
            .after_seconds = seconds_since(begin)};
}

Campaign::Killed Campaign::kill_inside_save(const std::filesystem::path& data_folder,
                                            const Reference& reference) {
    const auto begin = Clock::now();
    test::ChildProcess run(command(data_folder, false));
    const auto chosen =
        1 + random_.below(static_cast<std::uint64_t>(std::max<std::int64_t>(1, reference.saves)));
    const double delay = random_.uniform() * reference.save_seconds;
    std::set<std::string> seen;
    while (!run.has_ended() && seen.size() < chosen) {
        seen.merge(unfinished_saves(data_folder));
        sleep_seconds(kPollSeconds);
    }
    sleep_seconds(delay);
    const bool was_running = !run.has_ended();
    run.send(SIGKILL);
    run.wait();
    return {.was_running = was_running,
            .inside_save = !unfinished_saves(data_folder).empty(),
            .after_seconds = seconds_since(begin)};
}

/// Again when the run was over before it could be killed, or the save was missed.
Campaign::Killed Campaign::kill_once(const std::filesystem::path& data_folder, const Reference& reference,
                                     bool inside_save) {
    constexpr int kAttempts = 8;
    Killed killed;
    for (int attempt = 0; attempt < kAttempts; ++attempt) {
        std::filesystem::remove_all(data_folder);
        killed =
            inside_save ? kill_inside_save(data_folder, reference) : kill_at_random(data_folder, reference);
        if (killed.was_running && (killed.inside_save || !inside_save))
            break;
    }
    return killed;
}

bool Campaign::resume_and_compare(const std::filesystem::path& data_folder,
                                  const Reference& reference) const {
    if (has_finished(data_folder))
        return result_hashes(data_folder) == reference.hashes;
    test::ChildProcess run(command(data_folder, true));
    const int code = run.wait();
    if (code == 0 && result_hashes(data_folder) == reference.hashes)
        return true;
    fmt::print("{}{}exit code {}\n", run.out(), run.err(), code);
    return false;
}

Result<CampaignResult> Campaign::run() {
    std::filesystem::remove_all(settings_.work);
    TRY(const auto reference, run_uninterrupted(settings_.work / "uninterrupted"));
    fmt::print("uninterrupted: {:.1f} s, {} saves\n", reference.seconds, reference.saves);
    CampaignResult result;
    for (int i = 0; i < settings_.kills; ++i) {
        const auto data_folder = settings_.work / fmt::format("kill-{:02}", i + 1);
        const auto killed = kill_once(data_folder, reference, 2 * i >= settings_.kills);
        const bool is_identical = killed.was_running && resume_and_compare(data_folder, reference);
        result.identical += is_identical ? 1 : 0;
        result.inside_saves += killed.inside_save ? 1 : 0;
        fmt::print("kill {:2}: after {:5.1f} s{}, went on from {}: {}\n", i + 1, killed.after_seconds,
                   killed.inside_save ? ", inside a save" : "", resumed_from(data_folder),
                   !killed.was_running ? "NOT KILLED, the run was too quick"
                   : is_identical      ? "identical"
                                       : "DIFFERENT");
        std::fflush(stdout);
        if (is_identical)
            std::filesystem::remove_all(data_folder);
    }
    return result;
}

}  // namespace tunebench::faults
