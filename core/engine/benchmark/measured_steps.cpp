#include "core/engine/benchmark/measured_steps.h"

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <filesystem>

#include "core/base/file_errors.h"
#include "core/engine/evaluation/evaluate.h"
#include "core/engine/exporting/comparison.h"
#include "core/engine/exporting/exporter.h"
#include "core/engine/generation/generator.h"
#include "core/engine/memory/device.h"
#include "core/engine/models/weight_loader.h"
#include "core/engine/ops/compat.h"
#include "core/engine/training/checkpoint_content.h"
#include "core/engine/training/train_step.h"
#include "core/methods/task_head.h"
#include "core/models/positions.h"
#include "core/run/quantized_base.h"

namespace tunebench {
namespace {

constexpr std::uint64_t kSeed = 42;
constexpr double kLossScale = 1024.0;

/// A folder of its own that is gone afterwards; no path when it cannot be made.
struct ScratchFolder {
    ScratchFolder() {
        auto name = (std::filesystem::temp_directory_path() / "tunebench-XXXXXX").string();
        path = ::mkdtemp(name.data()) ? name : std::string();
    }
    ~ScratchFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(path, ignored);
    }
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;
    std::filesystem::path path;
};

StepSettings step_settings(const RunConfig& config) {
    const auto& regularization = config.regularization;
    return {
        .clip_norm = config.budget.clip_norm,
        .recompute_blocks = config.budget.recompute_blocks(),
        .neftune_alpha = regularization.neftune_alpha,
        .loss_terms = {.label_smoothing = regularization.label_smoothing, .z_loss = regularization.z_loss},
        .loss_scale = config.precision.compute == NumberType::Fp16 ? kLossScale : 1.0,
        .update_in_backward = config.budget.update_in_backward};
}

}  // namespace

MeasuredSteps::MeasuredSteps(ModelConfig model, RunConfig config, std::int64_t sequences_per_row,
                             PhaseOver phase_over)
    : model_(std::move(model)),
      config_(std::move(config)),
      sequences_per_row_(sequences_per_row),
      phase_over_(std::move(phase_over)),
      random_(kSeed) {}

Result<void> MeasuredSteps::begin() {
    TRY(device_, device_of(config_.general.device));
    set_deterministic(device_, config_.general.deterministic);
    auto on_device = config_;
    on_device.general.device = device_.is_cpu() ? "cpu" : "cuda";
    TRY(estimate_, estimate_memory(model_, on_device, batch_shape_of(config_), kLibTorchRules));
    TRY(const auto plan, plan_of(*find_method(config_.method.id), model_, config_.method.params));
    if (model_.positions == PositionKind::Learned)
        TRY_VOID(check_positions(model_, config_.data.max_length, plan.tokens_before()));
    release_kept_memory();
    reset_peak(device_);
    TRY(const auto quantization, base_quantization(model_, config_.precision.quantization_settings()));
    TRY(const auto types, stored_types(model_, config_.method, config_.precision));
    auto model = random_model(model_, kSeed, quantization, types);
    model->move_to(device_);
    TRY(trainee_,
        make_trainee(std::move(model), config_.method, config_.optimizer, kSeed, config_.precision));
    if (const auto decay = config_.regularization.ema_decay; decay > 0.0)
        trainee_->average = std::make_unique<WeightAverage>(trainee_->parameters, decay);
    over("loading");
    return {};
}

double MeasuredSteps::step() {
    std::vector<Batch> batches;
    for (std::int64_t i = 0; i < config_.budget.accumulation; ++i)
        batches.push_back(random_batch());
    const auto begin = std::chrono::steady_clock::now();
    train_step(*trainee_, batches, {.step = ++steps_, .learning_rate = 1e-4}, step_settings(config_),
               [this](std::string_view phase) { over(phase); });
    if (trainee_->average)
        trainee_->average->update(steps_);
    finish_accelerator();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

Result<void> MeasuredSteps::beyond_steps() {
    const auto& wanted = config_.evaluation;
    const auto length = config_.data.max_length / sequences_per_row_;
    std::vector<Example> examples(static_cast<std::size_t>(wanted.batch_size * sequences_per_row_));
    for (auto& example : examples) {
        for (std::int64_t i = 0; i < length; ++i)
            example.tokens.push_back(random_token());
        example.supervised.assign(example.tokens.size(), 1);
        example.supervised.front() = 0;
        if (model_.is_classifier())
            example.label = 0;
    }
    evaluate_examples(*trainee_->model, examples,
                      {.batch_size = wanted.batch_size, .max_length = config_.data.max_length}, {});
    over("evaluation");
    if (wanted.sample_tokens > 0 && !model_.is_classifier()) {
        const std::span prompt = examples.front().tokens;
        generate_tokens(*trainee_->model, prompt.first(prompt.size() / 2),
                        {.max_tokens = wanted.sample_tokens}, {}, {});
        over("sampling");
    }
    const ScratchFolder folder;
    if (folder.path.empty())
        return file_error(errno, "create a folder in", std::filesystem::temp_directory_path());
    TRY_VOID(write_content(folder.path, *trainee_, {}));
    TRY_VOID(write_result(folder.path));
    over("saving");
    return {};
}

/// As at the end of a run: the best weights, and the model where that is what trains.
Result<void> MeasuredSteps::write_result(const std::filesystem::path& checkpoint) {
    const AveragedWeights averaged(trainee_->average.get());
    TRY_VOID(read_weights(checkpoint, trainee_->parameters));
    const auto& method = *find_method(config_.method.id);
    if (!method.adapter_formats.empty())
        return {};
    return find_exporter("merged")->write(
        {.run = config_, .method = method, .trainee = *trainee_, .out = checkpoint / "model"});
}

Result<std::uint64_t> MeasuredSteps::export_merged() {
    trainee_.reset();
    auto run = config_;
    run.precision.weights = run.precision.compute = NumberType::Fp32;
    run.data.validation.clear();
    run.data.validation_share = 0.0;
    reset_peak(at::kCPU);
    TRY(const auto quantization, base_quantization(model_, run.precision.quantization_settings()));
    TRY(auto trainee, make_trainee(random_model(model_, kSeed, quantization), run.method, run.optimizer,
                                   kSeed, run.precision));
    const auto held_out = held_out_of(run, model_);
    const auto trained = logits_on(*trainee.model, held_out);
    const ScratchFolder folder;
    if (folder.path.empty())
        return file_error(errno, "create a folder in", std::filesystem::temp_directory_path());
    const ExportJob job{
        .run = run, .method = *find_method(run.method.id), .trainee = trainee, .out = folder.path / "merged"};
    const auto& exporter = *find_exporter("merged");
    TRY_VOID(exporter.write(job));
    TRY(const auto reloaded, exporter.reload(job));
    difference_of(trained, logits_on(*reloaded, held_out));
    return read_meter(at::kCPU).peak_bytes;
}

std::int64_t MeasuredSteps::trainable_parameters() const {
    std::int64_t count = 0;
    for (const auto& parameter : trainee_->parameters)
        count += parameter.tensor.numel();
    return count;
}

void MeasuredSteps::over(std::string_view phase) {
    const auto peak = read_meter(device_).peak_bytes;
    auto known = std::ranges::find(measured_.phases, phase, &PhasePeak::phase);
    if (known == measured_.phases.end())
        known = measured_.phases.insert(known, {.phase = std::string(phase)});
    known->bytes = std::max(known->bytes, peak);
    if (peak > measured_.peak_bytes) {
        measured_.peak_bytes = peak;
        measured_.peak_phase = phase;
    }
    if (phase_over_)
        phase_over_(phase);
    reset_peak(device_);
}

std::int32_t MeasuredSteps::random_token() {
    return static_cast<std::int32_t>(random_.below(static_cast<std::uint64_t>(model_.vocab_size)));
}

Batch MeasuredSteps::random_batch() {
    Batch batch;
    const auto length = config_.data.max_length / sequences_per_row_;
    for (std::int64_t row = 0; row < config_.budget.batch_size * sequences_per_row_; ++row) {
        batch.starts.push_back(static_cast<std::int32_t>(batch.tokens.size()));
        batch.prompt_lengths.push_back(static_cast<std::int32_t>(length));
        batch.first_labels.push_back(kIgnored);
        for (std::int64_t i = 0; i < length; ++i) {
            batch.tokens.push_back(random_token());
            batch.positions.push_back(static_cast<std::int32_t>(i));
            batch.labels.push_back(random_token());
        }
    }
    batch.starts.push_back(static_cast<std::int32_t>(batch.tokens.size()));
    batch.supervised_tokens = static_cast<std::int64_t>(batch.tokens.size());
    if (model_.is_classifier()) {
        batch.class_labels.assign(batch.prompt_lengths.size(), 0);
        batch.supervised_tokens = static_cast<std::int64_t>(batch.class_labels.size());
    }
    return batch;
}

}  // namespace tunebench
