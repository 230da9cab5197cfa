#include "core/engine/benchmark/benchmark.h"

#include <algorithm>
#include <chrono>

#include <torch/version.h>

#include "core/engine/benchmark/matmul_rate.h"
#include "core/engine/benchmark/measured_steps.h"
#include "core/engine/memory/device.h"
#include "core/engine/memory/memory_limit.h"
#include "core/memory/arithmetic.h"
#include "core/models/shapes.h"
#include "core/run/precision_name.h"

namespace tunebench {
namespace {

constexpr int kProduct = 2048, kAcceleratorProduct = 8192;  // what a device is fully used by
constexpr std::size_t kWarmUp = 2;  // steps that are not counted: the first creates the optimizer's states

double median(std::vector<double> values) {
    std::ranges::sort(values);
    const auto middle = values.size() / 2;
    return values.size() % 2 ? values[middle] : (values[middle - 1] + values[middle]) / 2.0;
}

void describe(BenchmarkReport& report, const BenchmarkRequest& request) {
    report.precision = precision_name(request.precision);
    report.method = request.method.id;
    if (const auto* rank = request.method.params.find("rank"); rank && rank->get<std::int64_t>())
        report.rank = *rank->get<std::int64_t>();
    if (const auto* targets = request.method.params.find("targets"))
        report.targets = param_text(*targets);
    report.torch_version = TORCH_VERSION;
}

RunConfig as_run(const BenchmarkRequest& request, const ModelConfig& shape) {
    auto config = default_run_config();
    config.model.task = shape.is_classifier() ? Task::Classification : Task::Causal;
    config.method = request.method;
    config.optimizer = request.optimizer;
    config.precision = request.precision;
    config.general.device = request.device;
    config.data.max_length = request.length;
    config.budget.batch_size = request.batch_size;
    config.budget.gradient_checkpointing = request.gradient_checkpointing;
    return config;
}

/// Median of the steps' seconds, the first ones aside.
double step_seconds(std::vector<double> seconds) {
    seconds.erase(seconds.begin(), seconds.begin() + kWarmUp);
    return median(std::move(seconds));
}

}  // namespace

Result<BenchmarkReport> run_benchmark(const BenchmarkRequest& request, const CancelToken& cancel) {
    BenchmarkReport report;
    describe(report, request);
    report.threads = set_threads(request.threads);
    TRY(const auto shape, shape_config(request.shape));
    const auto config = as_run(request, shape);
    TRY(const auto device, device_of(request.device));
    limit_memory(device);
    TRY(const auto operations, needed_operations(shape, request.method, batch_shape_of(config)));
    const auto compute = scalar_type(request.precision.compute);
    report.device = device_title(device);
    const int product = device.is_cpu() ? kProduct : kAcceleratorProduct;
    report.matmul_gflops = matmul_gflops(product, device, compute);
    MeasuredSteps run(shape, config);
    TRY_VOID(run.begin());
    report.trainable_parameters = run.trainable_parameters();
    const auto steps = std::max<std::int64_t>(request.steps, static_cast<std::int64_t>(kWarmUp) + 1);
    std::vector<double> seconds;
    for (std::int64_t step = 1; step <= steps; ++step) {
        if (cancel.is_cancelled())
            return Error{.code = ErrorCode::Cancelled, .message = "The benchmark was stopped"};
        seconds.push_back(run.step());
    }
    const auto tokens = request.batch_size * request.length;
    report.step_seconds = step_seconds(std::move(seconds));
    report.matmul_gflops = std::max(report.matmul_gflops, matmul_gflops(product, device, compute));
    report.tokens_per_second = static_cast<double>(tokens) / report.step_seconds;
    report.matmul_share = operations / report.step_seconds / 1e9 / report.matmul_gflops;
    report.predicted_peak_bytes = run.predicted_peak_bytes();
    report.measured_peak_bytes = run.measured().peak_bytes;
    report.peak_phase = run.measured().peak_phase;
    return report;
}

}  // namespace tunebench
