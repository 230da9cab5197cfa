#include "core/engine/benchmark/benchmark.h"

#include <algorithm>
#include <chrono>

#include <torch/version.h>

#include "core/base/random.h"
#include "core/engine/benchmark/matmul_rate.h"
#include "core/engine/memory/device.h"
#include "core/engine/memory/memory_limit.h"
#include "core/engine/models/weight_loader.h"
#include "core/engine/training/train_step.h"
#include "core/memory/arithmetic.h"
#include "core/memory/estimate.h"
#include "core/methods/method.h"
#include "core/models/positions.h"
#include "core/models/shapes.h"
#include "core/run/precision_name.h"
#include "core/run/quantized_base.h"

namespace tunebench {
namespace {

constexpr int kProduct = 2048;
constexpr std::size_t kWarmUp = 2;  // steps that are not counted: the first creates the optimizer's states
constexpr std::uint64_t kSeed = 42;
constexpr double kBenchmarkLossScale = 1024.0;

/// Random tokens, all supervised but the last of each row, which nothing follows; for a classifier each row
/// has the first of its classes.
Batch random_batch(const BenchmarkRequest& request, const ModelConfig& shape, Random& random) {
    const auto vocabulary = shape.vocab_size;
    Batch batch;
    for (std::int64_t row = 0; row < request.batch_size; ++row) {
        batch.starts.push_back(static_cast<std::int32_t>(batch.tokens.size()));
        batch.prompt_lengths.push_back(static_cast<std::int32_t>(request.length));
        batch.first_labels.push_back(kIgnored);
        for (std::int64_t i = 0; i < request.length; ++i) {
            const auto draw = [&] {
                return static_cast<std::int32_t>(random.below(static_cast<std::uint64_t>(vocabulary)));
            };
            batch.tokens.push_back(draw());
            batch.positions.push_back(static_cast<std::int32_t>(i));
            batch.labels.push_back(draw());
        }
    }
    batch.starts.push_back(static_cast<std::int32_t>(batch.tokens.size()));
    batch.supervised_tokens = static_cast<std::int64_t>(batch.tokens.size());
    if (shape.is_classifier()) {
        batch.class_labels.assign(static_cast<std::size_t>(request.batch_size), 0);
        batch.supervised_tokens = request.batch_size;
    }
    return batch;
}

double median(std::vector<double> values) {
    std::ranges::sort(values);
    const auto middle = values.size() / 2;
    return values.size() % 2 ? values[middle] : (values[middle - 1] + values[middle]) / 2.0;
}

RunConfig as_run(const BenchmarkRequest& request, const ModelConfig& shape, const at::Device& device) {
    auto config = default_run_config();
    config.model.task = shape.is_classifier() ? Task::Classification : Task::Causal;
    config.method = request.method;
    config.optimizer = request.optimizer;
    config.precision = request.precision;
    config.general.device = device.is_cpu() ? "cpu" : "cuda";
    config.data.max_length = request.length;
    config.budget.batch_size = request.batch_size;
    config.budget.gradient_checkpointing = request.gradient_checkpointing;
    return config;
}

struct Peaks {
    std::uint64_t bytes = 0;
    std::string phase = {};
    at::Device device = at::kCPU;
    void see(std::string_view name) {
        const auto peak = read_meter(device).peak_bytes;
        if (peak > bytes) {
            bytes = peak;
            phase = name;
        }
        reset_peak(device);
    }
};

void describe(BenchmarkReport& report, const BenchmarkRequest& request) {
    report.precision = precision_name(request.precision);
    report.method = request.method.id;
    if (const auto* rank = request.method.params.find("rank"); rank && rank->get<std::int64_t>())
        report.rank = *rank->get<std::int64_t>();
    if (const auto* targets = request.method.params.find("targets"))
        report.targets = param_text(*targets);
    report.torch_version = TORCH_VERSION;
}

}  // namespace

Result<BenchmarkReport> run_benchmark(const BenchmarkRequest& request, const CancelToken& cancel) {
    BenchmarkReport report;
    describe(report, request);
    report.threads = set_threads(request.threads);
    TRY(const auto shape, shape_config(request.shape));
    const BatchShape batch_shape{
        .batch_size = request.batch_size,
        .length = request.length,
        .supervised_share = shape.is_classifier() ? 1.0 / static_cast<double>(request.length) : 1.0};
    TRY(const auto device, device_of(request.device));
    limit_memory(device);
    TRY(const auto estimate, estimate_memory(shape, as_run(request, shape, device), batch_shape));
    TRY(const auto operations, needed_operations(shape, request.method, batch_shape));
    TRY(const auto plan, find_method(request.method.id)->plan(shape, request.method.params));
    if (shape.positions == PositionKind::Learned)
        TRY_VOID(check_positions(shape, request.length, plan.tokens_before()));
    report.predicted_peak_bytes = estimate.peak_bytes;
    report.device = device_title(device);
    const auto compute = scalar_type(request.precision.compute);
    report.matmul_gflops = matmul_gflops(kProduct, device, compute);
    release_kept_memory();
    reset_peak(device);
    Peaks peaks{.device = device};
    TRY(const auto quantization, base_quantization(shape, request.precision.quantization_settings()));
    TRY(const auto types, stored_types(shape, request.method, request.precision));
    auto model = random_model(shape, kSeed, quantization, types);
    model->move_to(device);
    TRY(auto trainee,
        make_trainee(std::move(model), request.method, request.optimizer, kSeed, request.precision));
    for (const auto& parameter : trainee.parameters)
        report.trainable_parameters += parameter.tensor.numel();
    peaks.see("loading");
    Random random(kSeed);
    std::vector<double> seconds;
    const auto steps = std::max<std::int64_t>(request.steps, static_cast<std::int64_t>(kWarmUp) + 1);
    for (std::int64_t step = 1; step <= steps; ++step) {
        if (cancel.is_cancelled())
            return Error{.code = ErrorCode::Cancelled, .message = "The benchmark was stopped"};
        const std::vector<Batch> batches = {random_batch(request, shape, random)};
        const auto begin = std::chrono::steady_clock::now();
        const StepSettings settings{
            .recompute_blocks = request.gradient_checkpointing == GradientCheckpointing::EveryBlock,
            .loss_scale = compute == at::kHalf ? kBenchmarkLossScale : 1.0};
        train_step(trainee, batches, {.step = step, .learning_rate = 1e-4}, settings,
                   [&](std::string_view phase) { peaks.see(phase); });
        finish_accelerator();
        seconds.push_back(std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count());
    }
    seconds.erase(seconds.begin(), seconds.begin() + kWarmUp);
    report.step_seconds = median(seconds);
    report.matmul_gflops = std::max(report.matmul_gflops, matmul_gflops(kProduct, device, compute));
    report.tokens_per_second = static_cast<double>(request.batch_size * request.length) / report.step_seconds;
    report.matmul_share = operations / report.step_seconds / 1e9 / report.matmul_gflops;
    report.measured_peak_bytes = peaks.bytes;
    report.peak_phase = peaks.phase;
    return report;
}

}  // namespace tunebench
