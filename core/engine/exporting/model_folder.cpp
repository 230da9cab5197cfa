#include "core/engine/exporting/model_folder.h"

#include <fmt/format.h>

#include "core/base/durable_file.h"
#include "core/base/json.h"
#include "core/engine/models/tensor_bytes.h"
#include "core/models/classification.h"

namespace tunebench {
namespace {

constexpr const char* kCopied[] = {"tokenizer.json",
                                   "tokenizer_config.json",
                                   "special_tokens_map.json",
                                   "generation_config.json",
                                   "chat_template.jinja",
                                   "tokenizer.model",
                                   "vocab.json",
                                   "merges.txt",
                                   "added_tokens.json"};
constexpr std::size_t kMaxCopiedBytes = std::size_t{64} << 20;

Result<void> copy_descriptions(const std::filesystem::path& source, const std::filesystem::path& folder) {
    std::error_code ignored;
    for (const auto* name : kCopied) {
        if (!std::filesystem::exists(source / name, ignored))
            continue;
        TRY(const auto bytes, read_file(source / name, kMaxCopiedBytes));
        TRY_VOID(write_file_durably(folder / name, bytes));
    }
    return {};
}

/// Adapters and modules trained whole may part a head from the embedding that it was tied to.
bool is_parted(const CausalModel& model) {
    return model.config().tie_word_embeddings && !model.head_weight().is_same(model.embedding);
}

Result<void> write_config(const std::filesystem::path& folder, ModelConfig config, bool is_parted,
                          const std::filesystem::path& source) {
    std::error_code ignored;
    config.tie_word_embeddings = config.tie_word_embeddings && !is_parted;
    if (source.empty() || !std::filesystem::exists(source / "config.json", ignored))
        return write_file_durably(folder / "config.json", json_text(model_config_to_json(config), 2));
    TRY(auto json, read_json_file(source / "config.json"));
    for (const auto* key : {"torch_dtype", "dtype"})
        if (json.contains(key))
            json[key] = "float32";
    if (is_parted)
        json["tie_word_embeddings"] = false;
    json.erase("quantization_config");  // of the source: what is written is dense
    if (config.is_classifier()) {
        json.update(classification_keys(config));
        json.erase("num_labels");
    }
    return write_file_durably(folder / "config.json", json_text(json, 2));
}

}  // namespace

Result<void> write_model_folder(const std::filesystem::path& folder, CausalModel& model,
                                const std::filesystem::path& source) {
    std::error_code failed;
    std::filesystem::create_directories(folder, failed);
    if (failed)
        return Error{.code = ErrorCode::Io,
                     .message = fmt::format("{}: {}", folder.string(), failed.message()),
                     .hint = "Choose a folder that you may write to."};
    NamedTensors tensors;
    for (const auto& parameter : model.parameters())
        tensors.emplace_back(parameter.info.name, *parameter.tensor);
    if (is_parted(model))
        tensors.emplace_back(module_names(model.config()).head + ".weight", model.head_weight());
    TRY_VOID(write_tensors(folder / "model.safetensors", tensors, {{"format", "pt"}}));
    if (!source.empty())
        TRY_VOID(copy_descriptions(source, folder));
    return write_config(folder, model.config(), is_parted(model), source);
}

}  // namespace tunebench
