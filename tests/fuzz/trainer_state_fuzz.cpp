// Any bytes as a trainer_state.json: a run, or a reason.
#include <cstddef>
#include <cstdint>

#include "core/interchange/python_json.h"
#include "core/interchange/run_importer.h"
#include "tests/fuzz/memory_file.h"
#include "tests/fuzz/require.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using tunebench::fuzz::require;
    const tunebench::fuzz::MemoryFile file(data, size);
    for (const auto* importer : tunebench::all_run_importers()) {
        if (importer->id != "trainer_state")
            continue;
        const auto run = importer->read({importer, file.path(), {file.path()}, "fuzz"});
        if (!run) {
            require(!run.error().message.empty());
            continue;
        }
        for (const auto& [theirs, ours] : tunebench::metric_names_of(*run))
            require(!ours.empty() || theirs.empty());
        for (const auto& [number, step] : run->steps)
            require(!step.values.empty());
    }
    return 0;
}
