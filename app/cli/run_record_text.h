// What a run was made with and how its sessions went, and what each phase took of memory. Part of
// history_text.h.
#pragma once

#include <string>

#include "core/base/json.h"
#include "core/history/history.h"

namespace tunebench::cli {

/// "Intel …, 2 cores, Debian …; Tunebench 0.1, LibTorch 1.13, cpu, 2 threads"; empty where nothing is known.
std::string machine_text(const RunDetails& run);
OrderedJson environment_to_json(const RunDetails& run);

/// Of each start: when, from what, and how it ended.
OrderedJson sessions_to_json(const RunDetails& run);

/// The most that tensors took in each phase, and the process at its end; empty where it was not measured.
std::string phase_memory_text(const RunDetails& run);
OrderedJson phase_memory_to_json(const std::vector<MemoryMeasured>& memory);

}  // namespace tunebench::cli
