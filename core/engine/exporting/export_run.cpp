#include "core/engine/exporting/export_run.h"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/engine/exporting/exporter.h"
#include "core/engine/tensor.h"
#include "core/engine/training/checkpoint_content.h"
#include "core/engine/training/trainee.h"
#include "core/exports/export_format.h"
#include "core/models/model_config.h"
#include "core/run/checkpoint.h"
#include "core/run/run_folder.h"
#include "core/run/task.h"

namespace tunebench {
namespace {

constexpr std::int64_t kProbeTokens = 64;

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
    const auto count = std::min(kProbeTokens, model.config().max_position_embeddings - model.tokens_before());
    Batch batch;
    for (std::int64_t i = 0; i < count; ++i) {
        batch.tokens.push_back(static_cast<std::int32_t>(i * 7919 % model.config().vocab_size));
        batch.positions.push_back(static_cast<std::int32_t>(i));
        batch.labels.push_back(kIgnored);
    }
    batch.starts = {0, static_cast<std::int32_t>(count)};
    batch.prompt_lengths = {static_cast<std::int32_t>(count)};
    batch.first_labels = {kIgnored};
    const auto tensors = to_tensors(batch, model.virtual_token_count());
    return model.logits(model.hidden_states(tensors.tokens, tensors.context));
}

std::vector<std::string_view> export_format_ids() {
    std::vector<std::string_view> ids;
    for (const auto* format : all_export_formats())
        ids.push_back(format->id);
    return ids;
}

Result<void> check_request(const ExportRequest& request, const RunConfig& config) {
    const auto* format = find_export_format(request.to);
    if (!format)
        return Error{.code = ErrorCode::Unsupported,
                     .message = fmt::format("There is no export format '{}'", request.to),
                     .hint = fmt::format("Choose one of {}.", fmt::join(export_format_ids(), ", "))};
    const auto* method = find_method(config.method.id);
    if (!method)
        return Error{.code = ErrorCode::Unsupported,
                     .message = fmt::format("This version has no method '{}'", config.method.id),
                     .hint = "Use the version of Tunebench that made the run."};
    TRY(const auto stored, load_model_config(config.model.path));
    TRY(const auto model, model_for_task(stored, config.model.task));
    TRY_VOID(format->check(*method, model, config));
    TRY_VOID(chosen_export_dtype(*format, request.dtype));
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
    TRY(const auto state, read_state(checkpoint.folder));
    TRY(auto trainee, make_trainee(config, state.labels));
    TRY_VOID(read_weights(checkpoint.folder, trainee.parameters));
    const auto trained = probe(*trainee.model);
    const auto* exporter = find_exporter(request.to);
    TRY(const auto dtype, chosen_export_dtype(*find_export_format(request.to), request.dtype));
    const ExportJob job{.run = config,
                        .method = *find_method(config.method.id),
                        .trainee = trainee,
                        .out = request.out,
                        .dtype = dtype};
    TRY_VOID(exporter->write(job));
    TRY(const auto reloaded, exporter->reload(job));
    ExportReport report{.out = request.out, .tensors = static_cast<std::int64_t>(trainee.parameters.size())};
    report.max_logit = trained.abs().max().item<double>();
    const auto difference = (probe(*reloaded) - trained).abs().max().item<double>();
    report.max_logit_difference = report.max_logit > 0.0 ? difference / report.max_logit : difference;
    if (!(report.max_logit_difference <= export_tolerance(dtype)))
        return Error{.code = ErrorCode::Internal,
                     .message = fmt::format(
                         "The export in {} does not give the trained model back: its answers differ "
                         "by {:.1e} of the largest",
                         request.out.string(), report.max_logit_difference),
                     .hint = "Do not use these files; please report this with the run file."};
    if (exporter->notes)
        report.notes = exporter->notes(job);
    list_files(report);
    return report;
}

}  // namespace tunebench
