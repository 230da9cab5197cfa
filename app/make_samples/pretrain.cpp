#include "app/make_samples/pretrain.h"

#include <fmt/format.h>

#include "core/base/durable_file.h"
#include "core/engine_api/loader.h"
#include "core/run/run_folder.h"
#include "core/text/tokenizer/bpe_trainer.h"

namespace tunebench {
namespace {

namespace fs = std::filesystem;

constexpr const char* kEndOfText = "<|endoftext|>";
constexpr const char* kResultFiles[] = {"config.json", "model.safetensors", "tokenizer.json",
                                        "tokenizer_config.json"};

Result<void> write_vocabulary(const std::vector<std::string>& corpus, const PretrainSettings& settings,
                              const fs::path& folder) {
    BpeTrainer trainer;
    for (const auto& document : corpus)
        trainer.add(document);
    TRY(const auto files, trainer.train({.vocabulary_size = settings.vocabulary_size,
                                         .special_tokens = {kEndOfText, "<|im_start|>", "<|im_end|>"},
                                         .end_token = kEndOfText}));
    return files.write(folder);
}

/// Llama's configuration: what random weights are drawn for.
Result<void> write_config(const PretrainSettings& settings, const fs::path& folder) {
    const OrderedJson config = {{"architectures", {"LlamaForCausalLM"}},
                                {"model_type", "llama"},
                                {"vocab_size", settings.vocabulary_size},
                                {"hidden_size", settings.hidden_size},
                                {"intermediate_size", settings.intermediate_size},
                                {"num_hidden_layers", settings.num_hidden_layers},
                                {"num_attention_heads", settings.num_attention_heads},
                                {"num_key_value_heads", settings.num_key_value_heads},
                                {"max_position_embeddings", 512},
                                {"rms_norm_eps", 1e-6},
                                {"rope_theta", 10000.0},
                                {"hidden_act", "silu"},
                                {"initializer_range", 0.02},
                                {"tie_word_embeddings", true},
                                {"eos_token_id", 0},
                                {"torch_dtype", "float32"}};
    return write_file_durably(folder / "config.json", json_text(config, 2));
}

Result<void> write_rows(const std::vector<std::string>& corpus, const fs::path& file) {
    std::string rows;
    for (const auto& document : corpus)
        rows += json_text(Json{{"text", document}}) + "\n";
    return write_file_durably(file, rows);
}

RunConfig pretraining_run(const PretrainSettings& settings, const fs::path& folder, const fs::path& rows) {
    auto config = default_run_config();
    config.general.name = "pretraining of the sample";
    config.general.seed = settings.seed;
    config.model.path = folder.string();
    config.model.initialize = Initialize::Random;
    config.data.train = {rows.string()};
    config.data.validation_share = 0.01;
    config.data.layout = DataLayout::Text;
    config.method = {.id = "full", .params = {}};
    config.method.params.set("train_embeddings", true);
    config.optimizer.params.set("learning_rate", settings.learning_rate);
    config.optimizer.params.set("weight_decay", 0.05);
    config.budget.epochs = settings.epochs;
    config.budget.batch_size = settings.batch_size;
    config.evaluation.every = 200;
    config.evaluation.samples = {"The", "Name:"};
    config.checkpoints = {.every = 0, .keep_last = 1, .keep_best = false};
    return config;
}

void print_progress(const RunEvent& event) {
    if (const auto* step = std::get_if<StepDone>(&event); step && step->step % 50 == 0)
        fmt::print("step {}  loss {:.3f}  {:.0f} tokens/s  {:.0f} s left\n", step->step, step->loss,
                   step->tokens_per_second, step->remaining_seconds);
    if (const auto* evaluation = std::get_if<EvaluationDone>(&event))
        fmt::print("validation loss {:.3f} after step {}\n", evaluation->loss, evaluation->step);
    if (const auto* sample = std::get_if<SampleDone>(&event))
        fmt::print("  {}{}\n", sample->prompt, sample->text);
    std::fflush(stdout);
}

Result<fs::path> train(const RunConfig& config, const fs::path& work) {
    TRY(const auto engine, load_engine(engine_candidates()));
    TRY(const auto folder, RunFolder::create(work, {.id = new_run_id(),
                                                    .config = config,
                                                    .environment = current_environment(),
                                                    .created_at = timestamp_now()}));
    TRY(const auto session, engine->start(config, folder, /*resume=*/false, {}));
    const auto finished = session->run(print_progress);
    if (finished.error)
        return *finished.error;
    return folder.path() / finished.adapter;
}

}  // namespace

Result<void> pretrain(const std::vector<std::string>& corpus, const PretrainSettings& settings,
                      const fs::path& work, const fs::path& out) {
    const auto seed_model = work / "seed-model";
    std::error_code failed;
    fs::create_directories(seed_model, failed);
    if (!failed)
        fs::create_directories(out, failed);
    if (failed)
        return Error{.code = ErrorCode::Io,
                     .message = fmt::format("{} or {} cannot be made: {}", seed_model.string(), out.string(),
                                            failed.message()),
                     .hint = "Choose folders that you may write to."};
    TRY_VOID(write_vocabulary(corpus, settings, seed_model));
    TRY_VOID(write_config(settings, seed_model));
    TRY_VOID(write_rows(corpus, work / "corpus.jsonl"));
    TRY(const auto model, train(pretraining_run(settings, seed_model, work / "corpus.jsonl"), work));
    for (const auto* name : kResultFiles) {
        TRY(const auto bytes, read_file(model / name, std::size_t{64} << 20));
        TRY_VOID(write_file_durably(out / name, bytes));
    }
    return {};
}

}  // namespace tunebench
