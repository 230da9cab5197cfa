#include "core/engine/training/session_setup.h"

#include <fmt/format.h>

#include "core/engine/training/checkpoint_content.h"
#include "core/memory/estimate.h"

namespace tunebench {
namespace {

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
    const auto positions = parts.trainee.model->config().max_position_embeddings;
    if (parts.config.data.max_length > positions)
        return Error{.code = ErrorCode::InvalidArgument,
                     .message = fmt::format("max_length {} is more than the {} positions of the model",
                                            parts.config.data.max_length, positions),
                     .hint = "Lower max_length.",
                     .field = "data.max_length"};
    return {};
}

}  // namespace

Result<std::unique_ptr<Session>> make_session(const RunConfig& config, const RunFolder& folder, bool resume) {
    const int threads = set_threads(config.general.threads);
    TRY(auto tokenizer, Tokenizer::load(config.model.path));
    TRY(auto data, load_training_data(config.data, config.general.seed, tokenizer, {}));
    auto resumption = resume ? resumption_of(folder) : Resumption();
    const auto& checkpoint = resumption.checkpoint;
    TRY(auto trainee, checkpoint ? make_trainee(config) : make_starting_trainee(config));
    SessionParts parts{.config = config,
                       .folder = folder,
                       .tokenizer = std::move(tokenizer),
                       .data = std::move(data),
                       .trainee = std::move(trainee),
                       .warnings = std::move(resumption.warnings),
                       .threads = threads};
    TRY_VOID(check_fit(parts));
    if (checkpoint) {
        TRY(parts.state, read_content(checkpoint->folder, parts.trainee));
        parts.resumed_from = checkpoint->name();
    }
    if (const auto estimate = estimate_memory(parts.trainee.model->config(), config, batch_shape_of(config)))
        parts.predicted_peak_bytes = estimate->peak_bytes;
    return std::unique_ptr<Session>(std::make_unique<TrainingSession>(std::move(parts)));
}

}  // namespace tunebench
