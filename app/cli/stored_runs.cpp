#include "app/cli/stored_runs.h"

#include <algorithm>
#include <fstream>
#include <string>
#include <variant>
#include <vector>

#include <fmt/format.h>

#include "core/jobs/run_event_json.h"
#include "core/run/checkpoint.h"
#include "core/run/run_sources.h"
#include "core/run/starting_adapter.h"

namespace tunebench::cli {
namespace {

/// The end of a file: events are short, samples a few KiB.
std::string tail_of(const std::filesystem::path& file) {
    constexpr std::streamoff kTailBytes = std::streamoff{1} << 18;
    std::ifstream stream(file, std::ios::binary | std::ios::ate);
    const std::streamoff size = stream ? std::streamoff{stream.tellg()} : 0;
    const auto begin = std::max<std::streamoff>(0, size - kTailBytes);
    std::string tail(static_cast<std::size_t>(std::max<std::streamoff>(0, size - begin)), '\0');
    stream.seekg(begin);
    stream.read(tail.data(), static_cast<std::streamsize>(tail.size()));
    tail.resize(static_cast<std::size_t>(std::max<std::streamsize>(0, stream.gcount())));
    return tail;
}

/// Nothing when the file has no readable event.
std::optional<RunEvent> last_event(const std::filesystem::path& file) {
    auto tail = tail_of(file);
    while (!tail.empty()) {
        const auto end = tail.find_last_not_of('\n');
        if (end == std::string::npos)
            break;
        tail.resize(end + 1);
        const auto newline = tail.find_last_of('\n');
        const auto begin = newline == std::string::npos ? 0 : newline + 1;
        if (auto event = run_event_from_line(std::string_view(tail).substr(begin), file.string()))
            return std::move(event->event);
        tail.resize(begin);  // a torn last line of a killed process
    }
    return {};
}

RunState state_of(const RunFolder& folder) {
    if (RunLock::is_held(folder.path()))
        return RunState::Running;
    const auto event = last_event(folder.events_file());
    const auto* finished = event ? std::get_if<RunFinished>(&*event) : nullptr;
    if (!finished)
        return RunState::Interrupted;
    if (finished->cause == ExitCause::Stopped)
        return RunState::Stopped;
    return finished->cause == ExitCause::Failed ? RunState::Failed : RunState::Ended;
}

StoredRun stored_run(RunFolder folder) {
    const auto state = state_of(folder);
    const auto checkpoints = list_checkpoints(folder.checkpoints());
    std::optional<std::int64_t> step;
    if (!checkpoints.empty())
        step = checkpoints.back().manifest.step;
    return {.folder = std::move(folder), .state = state, .saved_step = step};
}

std::vector<std::filesystem::path> run_folders(const std::filesystem::path& data_folder) {
    std::vector<std::filesystem::path> folders;
    std::error_code failed;
    for (std::filesystem::directory_iterator it(data_folder / "runs", failed), end; !failed && it != end;
         it.increment(failed))
        if (std::filesystem::exists(it->path() / "run.json", failed))
            folders.push_back(it->path());
    return folders;
}

/// Folders are named "<date>-<slug>-<id>".
bool is_called(const std::filesystem::path& folder, std::string_view name) {
    const auto folder_name = folder.filename().string();
    const auto id = folder_name.substr(folder_name.find_last_of('-') + 1);
    return folder_name == name || id.starts_with(name);
}

bool is_of_a_day_before(const std::filesystem::path& folder, const RunFolder& run) {
    constexpr std::size_t kDateLength = 10;
    return folder.filename().string().substr(0, kDateLength) <
           run.manifest().created_at.substr(0, kDateLength);
}

}  // namespace

bool StoredRun::is_resumable() const {
    const bool went_on =
        state == RunState::Interrupted || state == RunState::Stopped || state == RunState::Failed;
    return went_on && saved_step.has_value();
}

Result<StoredRun> find_run(const std::filesystem::path& data_folder, std::string_view name) {
    std::error_code ignored;
    if (std::filesystem::exists(std::filesystem::path(name) / "run.json", ignored)) {
        TRY(auto folder, RunFolder::open(std::filesystem::absolute(std::filesystem::path(name), ignored)));
        return stored_run(std::move(folder));
    }
    std::vector<std::filesystem::path> found;
    for (const auto& folder : run_folders(data_folder))
        if (!name.empty() && is_called(folder, name))
            found.push_back(folder);
    if (found.size() > 1)
        return Error{.code = ErrorCode::InvalidArgument,
                     .message = fmt::format("{} runs begin with \"{}\"", found.size(), name),
                     .hint = "Give more of the id; `tunebench-cli history list` shows the ids."};
    if (found.empty())
        return Error{
            .code = ErrorCode::NotFound,
            .message = fmt::format("There is no run \"{}\" in {}", name, (data_folder / "runs").string()),
            .hint = "`tunebench-cli history list` shows the runs and their ids."};
    TRY(auto folder, RunFolder::open(found.front()));
    return stored_run(std::move(folder));
}

std::optional<StoredRun> newest_run_of(const std::filesystem::path& data_folder, const RunConfig& config) {
    auto adopted = config;  // as the host keeps it; what is wrong with it is said when it starts
    static_cast<void>(adopt_starting_adapter(adopted));
    auto folders = run_folders(data_folder);
    std::ranges::sort(folders, std::ranges::greater());
    std::optional<RunFolder> newest;
    for (const auto& path : folders) {
        if (newest && is_of_a_day_before(path, *newest))
            break;
        auto folder = RunFolder::open(path);
        if (!folder || !is_made_from(folder->manifest().config, adopted))
            continue;
        if (!newest || newest->manifest().created_at < folder->manifest().created_at)
            newest = *std::move(folder);
    }
    if (!newest)
        return {};
    return stored_run(*std::move(newest));
}

}  // namespace tunebench::cli
