#include "app/cli/run_record_text.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "app/cli/table.h"
#include "app/cli/terminal.h"
#include "core/base/byte_units.h"
#include "core/memory/estimate.h"

namespace tunebench::cli {

std::string machine_text(const RunDetails& run) {
    const auto& environment = run.manifest.environment;
    std::vector<std::string> parts;
    const auto add = [&](const std::string& text) {
        if (!text.empty())
            parts.push_back(text);
    };
    add(environment.cpu);
    add(environment.cores > 0 ? fmt::format("{} cores", environment.cores) : "");
    add(environment.operating_system);
    add(environment.tunebench_version.empty() ? "" : "Tunebench " + environment.tunebench_version);
    if (!run.sessions.empty()) {
        const auto& started = run.sessions.back().started;
        add(started.torch_version.empty() ? "" : "LibTorch " + started.torch_version);
        add(started.device);
        add(started.threads > 0 ? fmt::format("{} thread{}", started.threads, started.threads == 1 ? "" : "s")
                                : "");
    }
    return fmt::format("{}", fmt::join(parts, ", "));
}

OrderedJson environment_to_json(const RunDetails& run) {
    const auto& environment = run.manifest.environment;
    return {{"tunebench_version", environment.tunebench_version},
            {"cpu", environment.cpu},
            {"cores", environment.cores},
            {"memory_bytes", environment.memory_bytes},
            {"operating_system", environment.operating_system},
            {"hostname", environment.hostname}};
}

OrderedJson sessions_to_json(const RunDetails& run) {
    OrderedJson sessions = OrderedJson::array();
    for (const auto& session : run.sessions)
        sessions.push_back({{"started_at", session.started_at},
                            {"resumed_from", session.started.resumed_from},
                            {"torch_version", session.started.torch_version},
                            {"device", session.started.device},
                            {"threads", session.started.threads},
                            {"end", session.end ? OrderedJson(session.end->cause) : OrderedJson()},
                            {"error", session.end ? session.end->error : std::string()}});
    return sessions;
}

std::string phase_memory_text(const RunDetails& run) {
    if (run.memory.empty())
        return {};
    const bool quantizes = run.manifest.config.precision.quantization != QuantizationType::None;
    Table table({{"phase"}, {"tensors at most", Align::Right}, {"process at most", Align::Right}});
    for (const auto& measured : run.memory)
        table.add({printable(phase_title(measured.phase, quantizes), false),
                   format_bytes(measured.peak_bytes),
                   measured.resident_bytes > 0 ? format_bytes(measured.resident_bytes) : "-"});
    return "\nMemory of each phase: tensors, and the whole process in RAM\n"
           "(forward, backward and optimizer share that of the steps):\n" +
           table.text(2);
}

OrderedJson phase_memory_to_json(const std::vector<MemoryMeasured>& memory) {
    OrderedJson json = OrderedJson::array();
    for (const auto& measured : memory)
        json.push_back({{"step", measured.step},
                        {"phase", measured.phase},
                        {"peak_bytes", measured.peak_bytes},
                        {"resident_bytes", measured.resident_bytes}});
    return json;
}

}  // namespace tunebench::cli
