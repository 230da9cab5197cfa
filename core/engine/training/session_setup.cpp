#include "core/engine/training/session_setup.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/data/general_text.h"
#include "core/data/reading_reports.h"
#include "core/engine/memory/device.h"
#include "core/engine/memory/memory_limit.h"
#include "core/engine/memory/meter.h"
#include "core/engine/ops/compat.h"
#include "core/engine/training/checkpoint_content.h"
#include "core/memory/estimate.h"
#include "core/models/positions.h"
#include "core/run/run_model.h"

namespace tunebench {
namespace {

Error labels_changed(const std::vector<std::string>& before, const std::vector<std::string>& now) {
    return {.code = ErrorCode::InvalidArgument,
            .message = fmt::format("The training data now has the labels {}, but the run was started with {}",
                                   fmt::join(now, ", "), fmt::join(before, ", ")),
            .hint = "Put the data back as it was, or start a new run.",
            .field = "data.train"};
}

/// Where a run goes on. None, when it was killed before the first save: the beginning is where it stands.
struct Resumption {
    std::optional<Checkpoint> checkpoint = {};
    std::vector<RunWarning> warnings = {};
};

Resumption resumption_of(const RunFolder& folder) {
    std::vector<std::string> skipped;
    Resumption resumption{.checkpoint = newest_valid_checkpoint(folder.checkpoints(), skipped)};
    for (auto& sentence : skipped)
        resumption.warnings.push_back(
            {.message = std::move(sentence), .hint = "An older checkpoint is used."});
    return resumption;
}

Result<void> check_fit(const SessionParts& parts) {
    const auto vocabulary = parts.trainee.model->config().vocab_size;
    if (parts.tokenizer.vocabulary_size() > vocabulary)
        return Error{
            .code = ErrorCode::Corrupt,
            .message = fmt::format("{}: the tokenizer has {} tokens, but the model knows only {}",
                                   parts.config.model.path, parts.tokenizer.vocabulary_size(), vocabulary),
            .hint = "Use the tokenizer that belongs to the model.",
            .field = "model.path"};
    const auto& model = *parts.trainee.model;
    // Rotary positions go on after the last that the model was trained with; a table of learned ones ends.
    const bool ends = model.config().positions == PositionKind::Learned;
    return check_positions(model.config(), parts.config.data.max_length, ends ? model.tokens_before() : 0);
}

/// At the start of a run.
LossScale loss_scale_of(const PrecisionSection& precision) {
    if (precision.loss_scale > 0.0)
        return {.scale = precision.loss_scale};
    const bool is_dynamic = precision.compute == NumberType::Fp16;
    return {.scale = is_dynamic ? LossScale::kStart : 1.0, .is_dynamic = is_dynamic};
}

/// Through the token cache beside the folder of the runs. Whoever starts or resumes a run has just hashed its
/// files and compared them with the manifest.
Result<TrainingData> load_data(const RunConfig& config, const RunFolder& folder, const Tokenizer& tokenizer,
                               const Preparation& preparation) {
    TRY(auto source, token_source_of(config, folder.manifest().hashes));
    const auto data_folder = folder.path().parent_path().parent_path();
    RunTokenCache cache{.cache = TokenCache(data_folder / "cache" / "tokens"), .source = std::move(source)};
    return load_run_data(config, tokenizer, preparation.cancel, /*limit=*/0, &cache,
                         reading_reports(preparation.sink));
}

}  // namespace

TrainingState starting_state(const RunConfig& config, const std::vector<std::string>& labels) {
    return {.loss_scale = loss_scale_of(config.precision), .labels = labels};
}

Result<std::unique_ptr<Session>> make_session(const RunConfig& config, const RunFolder& folder, bool resume,
                                              const Preparation& preparation, const FileCalls& calls) {
    TRY(const auto device, device_of(config.general.device));
    limit_memory(device, config.general.memory_limit_gib);
    reset_peak(device);
    ResidentPeaks resident("loading");
    const int threads = set_threads(config.general.threads);
    set_deterministic(device, config.general.deterministic);
    TRY(auto tokenizer, tokenizer_of(config.model));
    TRY(auto data, load_data(config, folder, tokenizer, preparation));
    TRY(auto general, load_general_text(config, tokenizer, preparation.cancel));
    if (preparation.sink)
        preparation.sink(PhaseChanged{.phase = RunPhase::Loading, .detail = "Loading the model"});
    auto resumption = resume ? resumption_of(folder) : Resumption();
    const auto& checkpoint = resumption.checkpoint;
    if (checkpoint) {
        TRY(const auto state, read_state(checkpoint->folder));
        if (state.labels != data.labels)
            return labels_changed(state.labels, data.labels);
    }
    TRY(auto trainee,
        checkpoint ? make_trainee(config, data.labels) : make_starting_trainee(config, data.labels));
    SessionParts parts{.config = config,
                       .folder = folder,
                       .tokenizer = std::move(tokenizer),
                       .data = std::move(data),
                       .general = std::move(general.examples),
                       .trainee = std::move(trainee),
                       .warnings = std::move(resumption.warnings),
                       .threads = threads,
                       .device = device,
                       .resident = std::move(resident),
                       .calls = &calls};
    parts.state = starting_state(config, parts.data.labels);
    for (auto& remark : std::exchange(parts.data.remarks, {}))
        parts.warnings.push_back({.message = std::move(remark)});
    TRY_VOID(check_fit(parts));
    if (checkpoint) {
        TRY(parts.state, read_content(checkpoint->folder, parts.trainee));
        parts.resumed_from = checkpoint->name();
    }
    auto on_device = config;
    on_device.general.device = parts.device.is_cpu() ? "cpu" : "cuda";
    if (const auto estimate =
            estimate_memory(parts.trainee.model->config(), on_device, batch_shape_of(config), kLibTorchRules))
        parts.predicted_peak_bytes = estimate->peak_bytes;
    return std::unique_ptr<Session>(std::make_unique<TrainingSession>(std::move(parts)));
}

}  // namespace tunebench
