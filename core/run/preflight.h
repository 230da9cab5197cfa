// Preflight: everything that can be known to go wrong before a run starts, each with the field it leads to.
// The window lists it beside Start, the command line prints it; neither starts while something blocks.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/memory/calibration.h"
#include "core/run/gpu_use.h"
#include "core/run/run_config.h"

namespace tunebench {

struct Finding {
    enum class Severity { Blocks, Warns };
    Severity severity = Severity::Blocks;
    std::string field = {};  // "data.train"; empty when no setting is to blame
    std::string message = {};
    std::string hint = {};
    bool operator==(const Finding&) const = default;
};

/// What the checks hold the run against.
struct PreflightPlace {
    std::filesystem::path data_folder = {};
    std::filesystem::path hub_cache = {};               // where names of the hub are looked up
    std::uint64_t available_memory_bytes = 0;           // 0: not known
    std::optional<std::uint64_t> free_disk_bytes = {};  // below the data folder; none: not known
    std::optional<GpuMemory> accelerator = {};          // of the device "cuda"; none: not known
    bool may_have_accelerator = false;     // which device "auto" is, the engine alone knows for sure
    bool auto_is_accelerator = false;      // as far as can be told without it
    int cores = 0;                         // 0: not known
    MemoryCalibrations calibrations = {};  // what finished runs took beside their estimates
};

/// This machine, now; without what finished runs have taught (core/run/memory_calibration.h), which is read
/// from a history.
PreflightPlace this_machine();

/// With "cuda" in place of "auto" where that is what the engine will most likely choose: what the run takes,
/// and what of, depends on it.
RunConfig with_likely_device(RunConfig config, const PreflightPlace& place);

/// What the run is held against: what it may take of the place's memory, or of the accelerator's where it is
/// on one. Where that is not known its own general.memory_limit_gib. 0: not known.
std::uint64_t usable_memory(const RunConfig& config, const PreflightPlace& place);

/// Reads only small files (config.json) and looks whether the others are there: quick enough to be called at
/// every change of a form, off the UI thread. Blocking findings come first.
std::vector<Finding> preflight(const RunConfig& config, const PreflightPlace& place);
std::vector<Finding> preflight(const RunConfig& config);

bool has_blocking(const std::vector<Finding>& findings);

}  // namespace tunebench
