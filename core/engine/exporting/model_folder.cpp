#include "core/engine/exporting/model_folder.h"

#include <fmt/format.h>

#include "core/base/durable_file.h"
#include "core/base/json.h"
#include "core/engine/exporting/export_folder.h"
#include "core/engine/models/tensor_bytes.h"
#include "core/models/classification.h"

namespace tunebench {
namespace {

constexpr const char* kCopied[] = {"tokenizer.json",
                                   "tokenizer_config.json",
                                   "special_tokens_map.json",
                                   "generation_config.json",
                                   "chat_template.jinja",
                                   "additional_chat_templates/tool_use.jinja",
                                   "tokenizer.model",
                                   "spiece.model",
                                   "sentencepiece.bpe.model",
                                   "spm.model",
                                   "vocab.txt",
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
        TRY_VOID(make_export_folder((folder / name).parent_path()));
        TRY_VOID(write_file_durably(folder / name, bytes));
    }
    return {};
}

/// As config.json writes it.
std::string_view type_name(at::ScalarType type) {
    return type == at::kHalf ? "float16" : type == at::kBFloat16 ? "bfloat16" : "float32";
}

/// Adapters and modules trained whole may part a head from the embedding that it was tied to.
bool is_parted(const CausalModel& model) {
    return model.config().tie_word_embeddings && !model.head_weight().is_same(model.embedding);
}

Result<void> write_config(const std::filesystem::path& folder, const CausalModel& model,
                          const std::filesystem::path& source, at::ScalarType type) {
    std::error_code ignored;
    auto config = model.config();
    config.tie_word_embeddings = config.tie_word_embeddings && !is_parted(model);
    if (source.empty() || !std::filesystem::exists(source / "config.json", ignored)) {
        auto json = model_config_to_json(config);
        json["torch_dtype"] = type_name(type);
        return write_file_durably(folder / "config.json", json_text(json, 2));
    }
    TRY(auto json, read_json_file(source / "config.json"));
    json[json.contains("dtype") ? "dtype" : "torch_dtype"] = type_name(type);
    if (is_parted(model))
        json["tie_word_embeddings"] = false;
    json["vocab_size"] = config.vocab_size;
    json.erase("quantization_config");  // of the source: what is written is dense
    if (config.is_classifier()) {
        json.update(classification_keys(config));
        json.erase("num_labels");
    }
    return write_file_durably(folder / "config.json", json_text(json, 2));
}

/// In order, each as full as it may be; a tensor that is larger than a shard has one of its own.
std::vector<NamedTensors> sharded(const NamedTensors& tensors, const ModelStorage& storage) {
    std::vector<NamedTensors> shards(1);
    std::uint64_t bytes = 0;
    for (const auto& named : tensors) {
        const auto size = static_cast<std::uint64_t>(named.second.numel()) * c10::elementSize(storage.type);
        if (!shards.back().empty() && bytes + size > storage.max_shard_bytes) {
            shards.emplace_back();
            bytes = 0;
        }
        shards.back().push_back(named);
        bytes += size;
    }
    return shards;
}

/// model.safetensors, or its parts and the index that says which tensor is in which.
Result<void> write_weights(const std::filesystem::path& folder, const NamedTensors& tensors,
                           const ModelStorage& storage) {
    const auto shards = sharded(tensors, storage);
    if (shards.size() == 1)
        return write_tensors(folder / "model.safetensors", shards.front(), {{"format", "pt"}}, storage.type);
    std::uint64_t total = 0;
    auto places = OrderedJson::object();
    for (std::size_t i = 0; i < shards.size(); ++i) {
        const auto file = fmt::format("model-{:05}-of-{:05}.safetensors", i + 1, shards.size());
        TRY_VOID(write_tensors(folder / file, shards[i], {{"format", "pt"}}, storage.type));
        for (const auto& [name, tensor] : shards[i]) {
            places[name] = file;
            total += static_cast<std::uint64_t>(tensor.numel()) * c10::elementSize(storage.type);
        }
    }
    const OrderedJson index = {{"metadata", {{"total_size", total}}}, {"weight_map", places}};
    return write_file_durably(folder / "model.safetensors.index.json", json_text(index, 2));
}

}  // namespace

Result<void> write_model_folder(const std::filesystem::path& folder, CausalModel& model,
                                const std::filesystem::path& source, const ModelStorage& storage) {
    TRY_VOID(make_export_folder(folder));
    NamedTensors tensors;
    for (const auto& parameter : model.parameters())
        tensors.emplace_back(parameter.info.name, *parameter.tensor);
    if (is_parted(model))
        tensors.emplace_back(module_names(model.config()).head + ".weight", model.head_weight());
    TRY_VOID(write_weights(folder, tensors, storage));
    if (!source.empty())
        TRY_VOID(copy_descriptions(source, folder));
    return write_config(folder, model, source, storage.type);
}

}  // namespace tunebench
