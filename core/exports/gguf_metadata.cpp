#include "core/exports/gguf_metadata.h"

#include <fmt/format.h>

#include "core/exports/gguf_modules.h"

namespace tunebench {
namespace {

constexpr std::uint32_t kQuantizationVersion = 2;  // of ggml's block formats

/// general.file_type: the type of most tensors.
std::uint32_t file_type(ExportDtype dtype) {
    switch (dtype) {
        case ExportDtype::F16:
            return 1;
        case ExportDtype::Q8_0:
            return 7;
        case ExportDtype::BF16:
            return 32;
        case ExportDtype::F32:
            break;
    }
    return 0;
}

std::uint32_t u32(std::int64_t value) {
    return static_cast<std::uint32_t>(value);
}

std::string_view epsilon_key(NormKind norm) {
    return norm == NormKind::RmsNorm ? "attention.layer_norm_rms_epsilon" : "attention.layer_norm_epsilon";
}

/// Reads the hyperparameters of one architecture.
class Reader {
public:
    Reader(const GgufFile& file, std::string_view architecture) : file_(file), architecture_(architecture) {}

    template <class T>
    const T* find(std::string_view key) const {
        return find_value<T>(file_.metadata(), fmt::format("{}.{}", architecture_, key));
    }

    Result<void> read(std::string_view key, std::int64_t& into) const {
        const auto* value = find<std::uint32_t>(key);
        if (!value)
            return missing(key);
        into = *value;
        return {};
    }

    Result<void> read(std::string_view key, double& into) const {
        const auto* value = find<float>(key);
        if (!value)
            return missing(key);
        into = static_cast<double>(*value);
        return {};
    }

private:
    Error missing(std::string_view key) const {
        return {.code = ErrorCode::Corrupt,
                .message = fmt::format("{}: the key {}.{} is missing or of another type",
                                       file_.path().string(), architecture_, key),
                .hint = "The file was not written for this architecture, or not completely."};
    }

    const GgufFile& file_;
    std::string_view architecture_;
};

Result<void> read_rotary(const Reader& reader, ModelConfig& config) {
    TRY_VOID(reader.read("attention.key_length", config.head_dim));
    TRY_VOID(reader.read("rope.freq_base", config.rope.theta));
    if (config.rope.scaling != RopeScaling::Llama3)
        config.rope.scaling = RopeScaling::None;
    const auto* scaling = reader.find<std::string>("rope.scaling.type");
    if (scaling && *scaling == "linear") {
        config.rope.scaling = RopeScaling::Linear;
        TRY_VOID(reader.read("rope.scaling.factor", config.rope.factor));
    }
    return {};
}

Result<void> read_experts(const Reader& reader, const GgufArchitecture& architecture, ModelConfig& config) {
    auto& experts = *config.experts;
    TRY_VOID(reader.read("expert_count", experts.count));
    TRY_VOID(reader.read("expert_used_count", experts.per_token));
    if (architecture.has_expert_size)
        return reader.read("expert_feed_forward_length", experts.intermediate_size);
    experts.intermediate_size = config.intermediate_size;
    return {};
}

}  // namespace

GgmlType ggml_type_of(ExportDtype dtype) {
    switch (dtype) {
        case ExportDtype::F16:
            return GgmlType::F16;
        case ExportDtype::Q8_0:
            return GgmlType::Q8_0;
        case ExportDtype::BF16:
            return GgmlType::BF16;
        case ExportDtype::F32:
            break;
    }
    return GgmlType::F32;
}

GgufMetadata gguf_general(const ModelConfig& model, std::string_view type, const std::string& name,
                          ExportDtype dtype) {
    GgufMetadata metadata = {
        {"general.architecture", std::string(find_gguf_architecture(model)->id)},
        {"general.type", std::string(type)},
        {"general.name", name},
        {"general.file_type", file_type(dtype)},
    };
    if (dtype == ExportDtype::Q8_0)
        metadata.emplace_back("general.quantization_version", kQuantizationVersion);
    return metadata;
}

GgufMetadata gguf_hyperparameters(const ModelConfig& model) {
    GgufMetadata metadata;
    const auto put = [&, id = find_gguf_architecture(model)->id](std::string_view key, GgufValue value) {
        metadata.emplace_back(fmt::format("{}.{}", id, key), std::move(value));
    };
    put("vocab_size", u32(model.vocab_size));
    put("context_length", u32(model.max_position_embeddings));
    put("embedding_length", u32(model.hidden_size));
    put("block_count", u32(model.num_hidden_layers));
    put("feed_forward_length", u32(model.intermediate_size));
    put("attention.head_count", u32(model.num_attention_heads));
    put("attention.head_count_kv", u32(model.num_key_value_heads));
    if (model.experts) {
        put("expert_count", u32(model.experts->count));
        put("expert_used_count", u32(model.experts->per_token));
        if (find_gguf_architecture(model)->has_expert_size)
            put("expert_feed_forward_length", u32(model.experts->intermediate_size));
    }
    put(epsilon_key(model.norm), static_cast<float>(model.norm_eps));
    if (model.positions == PositionKind::Rotary) {
        put("attention.key_length", u32(model.head_dim));
        put("attention.value_length", u32(model.head_dim));
        put("rope.dimension_count", u32(model.head_dim));
        put("rope.freq_base", static_cast<float>(model.rope.theta));
        if (model.rope.scaling == RopeScaling::Linear) {
            put("rope.scaling.type", std::string("linear"));
            put("rope.scaling.factor", static_cast<float>(model.rope.factor));
        }
    }
    if (model.sliding_window)
        put("attention.sliding_window", u32(*model.sliding_window));
    return metadata;
}

Result<ModelConfig> config_from_gguf(const GgufFile& file, ModelConfig base) {
    TRY_VOID(check_gguf_architecture(base));
    const auto& known = *find_gguf_architecture(base);
    const auto id = known.id;
    const auto* architecture = find_value<std::string>(file.metadata(), "general.architecture");
    if (!architecture || *architecture != id)
        return Error{.code = ErrorCode::Corrupt,
                     .message = fmt::format("{}: its architecture is \"{}\", not \"{}\"",
                                            file.path().string(), architecture ? *architecture : "", id),
                     .hint = "Choose a file that was made from this model."};
    const Reader reader(file, id);
    TRY_VOID(reader.read("vocab_size", base.vocab_size));
    TRY_VOID(reader.read("context_length", base.max_position_embeddings));
    TRY_VOID(reader.read("embedding_length", base.hidden_size));
    TRY_VOID(reader.read("block_count", base.num_hidden_layers));
    TRY_VOID(reader.read("feed_forward_length", base.intermediate_size));
    TRY_VOID(reader.read("attention.head_count", base.num_attention_heads));
    TRY_VOID(reader.read("attention.head_count_kv", base.num_key_value_heads));
    TRY_VOID(reader.read(epsilon_key(base.norm), base.norm_eps));
    if (base.experts)
        TRY_VOID(read_experts(reader, known, base));
    if (base.positions == PositionKind::Rotary)
        TRY_VOID(read_rotary(reader, base));
    const auto* window = reader.find<std::uint32_t>("attention.sliding_window");
    base.sliding_window = window ? std::optional<std::int64_t>(*window) : std::nullopt;
    return base;
}

}  // namespace tunebench
