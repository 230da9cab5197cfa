#include "core/engine/exporting/export_run.h"

#include <algorithm>

#include <fmt/format.h>
#include <torch/torch.h>

#include "core/engine/exporting/adapter_folder.h"
#include "core/engine/exporting/model_folder.h"
#include "core/engine/models/weight_loader.h"
#include "core/engine/training/checkpoint_content.h"
#include "core/engine/training/trainee.h"
#include "core/methods/method.h"
#include "core/run/checkpoint.h"
#include "core/run/run_folder.h"

namespace tunebench {
namespace {

constexpr std::int64_t kProbeTokens = 64;
constexpr double kTolerance = 1e-4;  // of the largest logit; merging rounds once more than the adapter

/// The checkpoint that is exported: the one asked for, the best, or the newest.
Result<Checkpoint> chosen_checkpoint(const RunFolder& folder, const std::string& name) {
    if (!name.empty())
        return open_checkpoint(folder.checkpoints() / name, /*verify_hashes=*/true);
    if (folder.manifest().config.checkpoints.keep_best)
        if (auto best = best_checkpoint(folder.checkpoints()))
            return *std::move(best);
    std::vector<std::string> skipped;
    if (auto newest = newest_valid_checkpoint(folder.checkpoints(), skipped))
        return *std::move(newest);
    return Error{.code = ErrorCode::NotFound,
                 .message = fmt::format("{} has no checkpoint to export", folder.path().string()),
                 .hint = "Train the run at least to its first save."};
}

/// Logits on tokens that do not depend on anything but the vocabulary.
at::Tensor probe(const CausalModel& model) {
    const at::NoGradGuard no_gradients;
    const auto count = std::min(kProbeTokens, model.config().max_position_embeddings);
    Batch batch;
    for (std::int64_t i = 0; i < count; ++i) {
        batch.tokens.push_back(static_cast<std::int32_t>(i * 7919 % model.config().vocab_size));
        batch.positions.push_back(static_cast<std::int32_t>(i));
        batch.labels.push_back(kIgnored);
    }
    batch.starts = {0, static_cast<std::int32_t>(count)};
    const auto tensors = to_tensors(batch);
    return model.logits(model.hidden_states(tensors.tokens, tensors.context));
}

Result<std::unique_ptr<CausalModel>> reload(const ExportRequest& request, const RunConfig& config) {
    if (request.to == "merged")
        return load_model(request.out);
    TRY(auto model, load_model(config.model.path));
    TRY_VOID(load_adapter(*model, request.out));
    return model;
}

Result<void> write(const ExportRequest& request, const RunConfig& config, Trainee& trainee) {
    const auto* method = find_method(config.method.id);
    if (request.to == "peft")
        return write_adapter(request.out, *method, config.method.params, trainee.model->config(),
                             config.model.path, trainee.parameters);
    for (auto* projection : trainee.model->projections())
        if (projection->has_delta())
            projection->merge();
    return write_model_folder(request.out, *trainee.model, config.model.path);
}

Result<void> check_request(const ExportRequest& request, const RunConfig& config) {
    if (request.to != "peft" && request.to != "merged")
        return Error{.code = ErrorCode::Unsupported,
                     .message = fmt::format("Exporting to '{}' is not supported yet", request.to),
                     .hint = "Choose peft or merged."};
    const auto* method = find_method(config.method.id);
    const auto format = request.to == "peft" ? ExportFormat::Peft : ExportFormat::Merged;
    if (!method || std::ranges::find(method->exports, format) == method->exports.end())
        return Error{
            .code = ErrorCode::Unsupported,
            .message = fmt::format("A run of {} cannot be exported to {}", config.method.id, request.to),
            .hint = request.to == "peft" ? "Choose merged." : "Choose peft."};
    std::error_code ignored;
    if (std::filesystem::exists(request.out, ignored) && !std::filesystem::is_empty(request.out, ignored))
        return Error{.code = ErrorCode::InvalidArgument,
                     .message = fmt::format("{} exists and is not empty", request.out.string()),
                     .hint = "Choose a new folder: nothing that exists is overwritten."};
    return {};
}

void list_files(ExportReport& report) {
    for (const auto& entry : std::filesystem::directory_iterator(report.out)) {
        report.files.push_back(entry.path().filename().string());
        report.bytes += entry.file_size();
    }
    std::ranges::sort(report.files);
}

}  // namespace

Result<ExportReport> export_run(const ExportRequest& request) {
    TRY(const auto folder, RunFolder::open(request.run));
    const auto& config = folder.manifest().config;
    TRY_VOID(check_request(request, config));
    TRY(const auto checkpoint, chosen_checkpoint(folder, request.checkpoint));
    TRY(auto trainee, make_trainee(config));
    TRY_VOID(read_weights(checkpoint.folder, trainee.parameters));
    const auto trained = probe(*trainee.model);
    TRY_VOID(write(request, config, trainee));
    TRY(const auto reloaded, reload(request, config));
    ExportReport report{.out = request.out, .tensors = static_cast<std::int64_t>(trainee.parameters.size())};
    report.max_logit = trained.abs().max().item<double>();
    const auto difference = (probe(*reloaded) - trained).abs().max().item<double>();
    report.max_logit_difference = report.max_logit > 0.0 ? difference / report.max_logit : difference;
    if (!(report.max_logit_difference <= kTolerance))
        return Error{.code = ErrorCode::Internal,
                     .message = fmt::format(
                         "The export in {} does not give the trained model back: its answers differ "
                         "by {:.1e} of the largest",
                         request.out.string(), report.max_logit_difference),
                     .hint = "Do not use these files; please report this with the run file."};
    list_files(report);
    return report;
}

}  // namespace tunebench
