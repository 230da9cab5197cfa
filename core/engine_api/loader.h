// Loads the engine's library at run time: the window is on screen long before LibTorch is, and a CPU and a
// CUDA build of the engine can lie side by side.
#pragma once

#include <filesystem>
#include <memory>
#include <vector>

#include "core/base/result.h"
#include "core/engine_api/engine.h"

namespace tunebench {

/// Where the library is looked for, in order: $TUNEBENCH_ENGINE, beside the program, ../lib, the system's
/// folders.
std::vector<std::filesystem::path> engine_candidates();

/// Opens the first candidate that exists (RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE; never closed) and refuses
/// another interface version, C++ ABI or build in words. Call it on the worker thread: it takes about a
/// second.
Result<std::unique_ptr<Engine>> load_engine(const std::vector<std::filesystem::path>& candidates);

}  // namespace tunebench
