#include "tests/faults/run_watch.h"

#include <algorithm>
#include <fstream>

#include "core/base/durable_file.h"
#include "core/base/sha256.h"
#include "core/jobs/run_event_json.h"

namespace tunebench::faults {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> entries_of(const fs::path& folder) {
    std::vector<fs::path> entries;
    std::error_code failed;
    for (fs::directory_iterator it(folder, failed), end; !failed && it != end; it.increment(failed))
        entries.push_back(it->path());
    std::ranges::sort(entries);
    return entries;
}

std::map<std::string, std::string> file_hashes(const fs::path& folder) {
    std::map<std::string, std::string> hashes;
    for (const auto& file : entries_of(folder))
        if (const auto hash = sha256_of_file(file))
            hashes[file.filename().string()] = *hash;
    return hashes;
}

}  // namespace

std::vector<fs::path> run_folders(const fs::path& data_folder) {
    return entries_of(data_folder / "runs");
}

std::set<std::string> unfinished_saves(const fs::path& data_folder) {
    std::set<std::string> names;
    for (const auto& run : run_folders(data_folder))
        for (const auto& entry : entries_of(run / "checkpoints"))
            if (entry.filename().string().find(kTemporaryMarker) != std::string::npos)
                names.insert(entry.string());
    return names;
}

std::vector<RunEvent> events_of(const fs::path& run_folder) {
    std::vector<RunEvent> events;
    std::ifstream file(run_folder / "events.jsonl");
    for (std::string line; std::getline(file, line);)
        if (auto event = run_event_from_line(line, "events.jsonl"))
            events.push_back(std::move(event->event));
    return events;
}

std::uintmax_t event_bytes(const fs::path& data_folder) {
    const auto folders = run_folders(data_folder);
    std::error_code failed;
    const auto size = folders.empty() ? 0 : fs::file_size(folders.back() / "events.jsonl", failed);
    return failed ? 0 : size;
}

std::map<std::string, std::string> result_hashes(const fs::path& data_folder) {
    std::map<std::string, std::string> result;
    for (const auto& run : run_folders(data_folder)) {
        auto hashes = file_hashes(run / "adapter");
        if (!hashes.empty() && !result.empty())
            return {};
        if (!hashes.empty())
            result = std::move(hashes);
    }
    return result;
}

}  // namespace tunebench::faults
