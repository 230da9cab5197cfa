#include <algorithm>
#include <array>
#include <fstream>

#include "core/jobs/run_event_json.h"
#include "core/run/checkpoint.h"
#include "core/run/run_folder.h"

namespace tunebench {
namespace {

namespace fs = std::filesystem;

constexpr std::streamoff kTailBytes = 1 << 20;

/// The last line that ends with a newline; a torn one behind it is what a killed process left.
std::string last_whole_line(const fs::path& file) {
    std::ifstream input(file, std::ios::binary | std::ios::ate);
    if (!input)
        return {};
    const std::streamoff size = input.tellg();
    const auto start = std::max<std::streamoff>(0, size - kTailBytes);
    std::string tail(static_cast<std::size_t>(size - start), '\0');
    input.seekg(start);
    if (!input.read(tail.data(), static_cast<std::streamsize>(tail.size())))
        return {};
    const auto end = tail.rfind('\n');
    if (end == std::string::npos || end == 0)
        return {};
    const auto before = tail.rfind('\n', end - 1);
    return tail.substr(before == std::string::npos ? 0 : before + 1,
                       end - (before == std::string::npos ? 0 : before + 1));
}

/// RunFinished is the last event of every session that came to its end.
bool has_ended(const fs::path& run) {
    const auto line = last_whole_line(run / "events.jsonl");
    if (line.empty())
        return false;
    const auto event = run_event_from_line(line, "events.jsonl");
    return event && std::holds_alternative<RunFinished>(event->event);
}

}  // namespace

std::vector<fs::path> interrupted_runs(const fs::path& data_folder) {
    std::vector<fs::path> interrupted;
    std::error_code failed;
    for (fs::directory_iterator it(data_folder / "runs", failed), end; !failed && it != end;
         it.increment(failed)) {
        const auto& run = it->path();
        if (run.filename().string().starts_with(".") || !fs::exists(run / "run.json", failed))
            continue;
        if (!has_ended(run) && !RunLock::is_held(run) && !list_checkpoints(run / "checkpoints").empty())
            interrupted.push_back(run);
    }
    std::ranges::sort(interrupted);
    return interrupted;
}

}  // namespace tunebench
