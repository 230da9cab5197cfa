#include "tests/support/engine_contract/contract_bench.h"

#include "core/base/durable_file.h"

namespace tunebench::test::contract {

Recording record(Session& session, const std::function<void(const RunEvent&)>& react) {
    Recording recording;
    recording.finished = session.run([&](const RunEvent& event) {
        recording.events.push_back(event);
        if (react)
            react(event);
    });
    return recording;
}

bool is_step(const RunEvent& event, std::int64_t number) {
    const auto* step = std::get_if<StepDone>(&event);
    return step && step->step == number;
}

std::map<std::string, std::string> files_in(const std::filesystem::path& folder) {
    std::map<std::string, std::string> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        const auto bytes = read_file(entry.path(), std::uint64_t{64} << 20);
        files[entry.path().filename().string()] = bytes ? *bytes : "unreadable";
    }
    return files;
}

}  // namespace tunebench::test::contract
