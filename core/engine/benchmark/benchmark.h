// Speed and memory of a configuration on a model of a named shape with random weights.
#pragma once

#include "core/base/result.h"
#include "core/engine_api/engine.h"

namespace tunebench {

Result<BenchmarkReport> run_benchmark(const BenchmarkRequest& request, const CancelToken& cancel);

}  // namespace tunebench
