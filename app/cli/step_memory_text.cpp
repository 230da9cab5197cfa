#include "app/cli/step_memory_text.h"

#include <fmt/format.h>

#include "app/cli/table.h"
#include "core/base/byte_units.h"

namespace tunebench::cli {
namespace {

std::string phase_text(const MemoryMoment& moment) {
    return moment.phase ? std::string(step_phase_text(*moment.phase)) : "not known";
}

}  // namespace

std::string step_memory_text(const StepTimeline& timeline) {
    std::vector<Column> columns = {{"phase"}};
    for (std::size_t use = 0; use < kMemoryUses; ++use)
        columns.push_back({std::string(memory_use_text(static_cast<MemoryUse>(use))), Align::Right});
    columns.push_back({"total", Align::Right});
    Table table(columns);
    for (const auto& peak : phase_peaks(timeline)) {
        std::vector<std::string> cells = {phase_text(peak)};
        for (const auto bytes : peak.bytes)
            cells.push_back(bytes > 0 ? format_bytes(bytes) : "-");
        cells.push_back(format_bytes(peak.total()));
        table.add(std::move(cells));
    }
    return fmt::format("Memory of step {} at the peak of each phase:\n{}", timeline.step, table.text(2));
}

}  // namespace tunebench::cli
