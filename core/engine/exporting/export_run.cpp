#include "core/engine/exporting/export_run.h"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/base/durable_file.h"
#include "core/base/unfinished_path.h"
#include "core/engine/exporting/comparison.h"
#include "core/engine/exporting/exporter.h"
#include "core/engine/training/checkpoint_content.h"
#include "core/engine/training/trainee.h"
#include "core/exports/export_format.h"
#include "core/exports/model_card.h"
#include "core/models/parameters.h"
#include "core/run/checkpoint.h"
#include "core/run/run_folder.h"
#include "core/run/run_model.h"
#include "core/run/run_sources.h"
#include "core/run/task.h"

namespace tunebench {
namespace {

/// The checkpoint that is exported: the one asked for, the best, or the newest; `skipped` says which of those
/// are damaged.
Result<Checkpoint> chosen_checkpoint(const RunFolder& folder, const std::string& name,
                                     std::vector<std::string>& skipped) {
    if (!name.empty())
        return open_checkpoint(folder.checkpoints() / name, /*verify_hashes=*/true);
    if (folder.manifest().config.checkpoints.keep_best)
        if (auto best = best_valid_checkpoint(folder.checkpoints(), skipped))
            return *std::move(best);
    if (auto newest = newest_valid_checkpoint(folder.checkpoints(), skipped))
        return *std::move(newest);
    return Error{.code = ErrorCode::NotFound,
                 .message = fmt::format("{} has no checkpoint to export", folder.path().string()),
                 .hint = "Train the run at least to its first save."};
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
    TRY(const auto stored, stored_model_of(config.model));
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

/// Those in folders, too: a model may have templates in one.
void list_files(ExportReport& report) {
    std::error_code failed;
    for (std::filesystem::recursive_directory_iterator it(report.out, failed), end; !failed && it != end;
         it.increment(failed)) {
        if (!it->is_regular_file(failed))
            continue;
        report.files.push_back(it->path().lexically_relative(report.out).generic_string());
        const auto bytes = it->file_size(failed);
        report.bytes += failed ? 0 : bytes;
    }
    std::ranges::sort(report.files);
}

void note(ExportReport& report, const LogitDifference& difference) {
    report.max_logit = difference.max_logit;
    report.max_logit_difference_absolute = difference.max_difference;
    report.max_logit_difference = difference.max_logit > 0.0
                                      ? difference.max_difference / difference.max_logit
                                      : difference.max_difference;
    report.mean_kl = difference.mean_kl;
    report.top1_agreement = difference.top1_agreement;
}

Result<void> check_agreement(const ExportReport& report) {
    if (report.max_logit_difference <= report.tolerance)  // NaN is no agreement
        return {};
    return Error{.code = ErrorCode::Internal,
                 .message = fmt::format(
                     "What was written does not give the trained model back: its logits differ by "
                     "{:.1e} of the largest, where {:.0e} is the most that rounding explains; it was "
                     "not kept",
                     report.max_logit_difference, report.tolerance),
                 .hint = "Choose another format, and please report this with the run file."};
}

Result<void> check_going_on(const CancelToken& cancel) {
    if (cancel.is_cancelled())
        return Error{.code = ErrorCode::Cancelled, .message = "The export was stopped; nothing was kept"};
    return {};
}

/// Writes to job.out, reads it back and compares.
Result<ExportReport> write_and_compare(const ExportJob& job, const Exporter& exporter,
                                       const CancelToken& cancel) {
    auto held_out = held_out_of(job.run, job.trainee.model->config());
    ExportReport report{.tensors = std::ssize(job.trainee.parameters),
                        .compared_on = held_out.source,
                        .compared_sequences = std::ssize(held_out.examples),
                        .compared_tokens = held_out.tokens(),
                        .tolerance = export_tolerance(job.dtype)};
    if (!held_out.notice.empty())
        report.notes.push_back(std::move(held_out.notice));
    const auto trained = logits_on(*job.trainee.model, held_out);
    TRY_VOID(check_going_on(cancel));
    TRY_VOID(exporter.write(job));
    TRY_VOID(check_going_on(cancel));
    TRY(const auto reloaded, exporter.reload(job));
    note(report, difference_of(trained, logits_on(*reloaded, held_out)));
    TRY_VOID(check_agreement(report));
    if (exporter.notes)
        for (auto& sentence : exporter.notes(job))
            report.notes.push_back(std::move(sentence));
    return report;
}

/// Beside what was written, so that it says what it is wherever it goes.
Result<void> write_model_card(const ExportJob& job, const ExportFormat& format, const ExportReport& report,
                              const Checkpoint& checkpoint, RunManifest run) {
    run.config = with_hub_names(run.config, hub_cache_folder());
    ModelCard card{.run = std::move(run),
                   .method = job.method,
                   .format = format,
                   .dtype = job.dtype,
                   .step = checkpoint.manifest.step,
                   .validation_loss = checkpoint.manifest.validation_loss,
                   .total_parameters = parameter_count(job.trainee.model->config()),
                   .compared_on = report.compared_on,
                   .compared_tokens = report.compared_tokens,
                   .max_logit_difference = report.max_logit_difference,
                   .top1_agreement = report.top1_agreement};
    for (const auto& parameter : job.trainee.parameters)
        card.trained_parameters += parameter.tensor.numel();
    return write_file_durably(job.out / kModelCardFile, model_card_text(card));
}

}  // namespace

Result<ExportReport> export_run(const ExportRequest& request, const CancelToken& cancel) {
    TRY(const auto folder, RunFolder::open(request.run));
    auto config = folder.manifest().config;
    // What was rounded in training is exact in fp32; nothing else is rounded on the way out.
    config.precision.weights = config.precision.compute = NumberType::Fp32;
    config.general.device = "cpu";  // a run may have the accelerator's memory, and sums are in one order here
    TRY_VOID(check_request(request, config));
    std::vector<std::string> skipped;
    TRY(const auto checkpoint, chosen_checkpoint(folder, request.checkpoint, skipped));
    TRY(const auto state, read_state(checkpoint.folder));
    TRY(auto trainee, make_trainee(config, state.labels));
    TRY_VOID(read_weights(checkpoint.folder, trainee.parameters));
    const auto& format = *find_export_format(request.to);
    TRY(const auto dtype, chosen_export_dtype(format, request.dtype));
    TRY(auto unfinished, UnfinishedPath::beside(request.out));
    const ExportJob job{.run = config,
                        .method = *find_method(config.method.id),
                        .trainee = trainee,
                        .out = unfinished.path(),
                        .dtype = dtype};
    TRY(auto report, write_and_compare(job, *find_exporter(request.to), cancel));
    TRY_VOID(write_model_card(job, format, report, checkpoint, folder.manifest()));
    TRY_VOID(unfinished.keep());
    report.out = request.out;
    for (const auto& damage : skipped)
        report.notes.push_back(fmt::format("{}; {} is exported instead", damage, checkpoint.name()));
    list_files(report);
    return report;
}

}  // namespace tunebench
