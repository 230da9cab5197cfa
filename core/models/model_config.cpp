#include "core/models/model_config.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/models/bitsandbytes.h"
#include "core/models/classification.h"
#include "core/models/family.h"

namespace tunebench {
namespace {

constexpr std::string_view kRemedy = "Download the model's config.json again.";

Error impossible(std::string message, std::string_view key) {
    return {.code = ErrorCode::Corrupt,
            .message = std::move(message),
            .hint = std::string(kRemedy),
            .field = std::string(key)};
}

/// A value of another type than a family takes has no remedy of its own.
Error in_config(Error error, std::string_view source_name) {
    if (error.hint.empty())
        error.hint = kRemedy;
    return in_source(std::move(error), source_name);
}

/// Old files say -1 where they have none.
Result<std::optional<std::int32_t>> token_id(const Json& json, std::string_view key) {
    const auto* member = find_member(json, key);
    if (!member || !member->is_number_integer())
        return std::optional<std::int32_t>{};
    TRY(const auto id, json_integer(json, key));
    if (id == -1)
        return std::optional<std::int32_t>{};
    if (id < 0 || id > INT32_MAX)
        return impossible(fmt::format("{} is {}", key, id), key);
    return std::optional(static_cast<std::int32_t>(id));
}

/// One id, or a list of them.
Result<std::vector<std::int32_t>> end_tokens(const Json& json) {
    const auto* member = find_member(json, "eos_token_id");
    if (!member || member->is_null())
        return std::vector<std::int32_t>{};
    std::vector<std::int64_t> ids;
    if (member->is_array()) {
        TRY(ids, json_integers(json, "eos_token_id"));
    } else {
        TRY(const auto id, json_integer(json, "eos_token_id"));
        ids = {id};
    }
    std::vector<std::int32_t> tokens;
    for (const auto id : ids) {
        if (id == -1)
            continue;
        if (id < 0 || id > INT32_MAX)
            return impossible(fmt::format("eos_token_id is {}", id), "eos_token_id");
        tokens.push_back(static_cast<std::int32_t>(id));
    }
    return tokens;
}

/// Parameters, and their bytes, are counted in 64 bits.
Result<void> check_total(const ModelConfig& config) {
    constexpr double kMost = 1e16;  // the largest models have some 1e12 parameters
    const auto number = [](std::int64_t size) { return static_cast<double>(size); };
    const double heads = number(config.num_attention_heads) * number(config.head_dim);
    const double experts =
        config.experts ? number(config.experts->count) * number(config.experts->intermediate_size) : 0.0;
    const double positions =
        config.positions == PositionKind::Learned ? number(config.max_position_embeddings) : 0.0;
    const double widest =
        std::max({heads, experts, positions, number(config.vocab_size), number(config.hidden_size),
                  number(config.intermediate_size), number(config.token_types)});
    if (widest * number(config.hidden_size) * number(config.num_hidden_layers) > kMost)
        return impossible("its sizes make more parameters than any model can have", "hidden_size");
    return {};
}

Result<void> check_sizes(const ModelConfig& config) {
    if (config.num_attention_heads % config.num_key_value_heads != 0)
        return impossible(fmt::format("num_attention_heads {} is not a multiple of num_key_value_heads {}",
                                      config.num_attention_heads, config.num_key_value_heads),
                          "num_key_value_heads");
    if (config.head_dim < 1 || (config.positions == PositionKind::Rotary && config.head_dim % 2 != 0))
        return impossible(fmt::format("a head of {} dimensions cannot be", config.head_dim), "head_dim");
    if (config.fused_qkv != FusedQkv::None && config.hidden_size % config.num_attention_heads != 0)
        return impossible(fmt::format("hidden size {} is not a multiple of {} heads", config.hidden_size,
                                      config.num_attention_heads),
                          "n_head");
    if (config.sliding_window && *config.sliding_window < 1)
        return impossible(fmt::format("sliding_window is {}", *config.sliding_window), "sliding_window");
    return check_total(config);
}

Error unknown_architecture(std::string_view found, std::string_view source_name) {
    const auto known = supported_model_types();
    return {.code = ErrorCode::Unsupported,
            .message = fmt::format("{}: not supported yet: {}; supported are {}", source_name, found,
                                   fmt::join(known, ", ")),
            .hint = "Choose a model of one of these families.",
            .field = "model.path"};
}

/// Empty where the file names none.
std::string first_architecture(const Json& json) {
    const auto* architectures = find_member(json, "architectures");
    const bool has_one = architectures && architectures->is_array() && !architectures->empty() &&
                         architectures->front().is_string();
    return has_one ? architectures->front().get<std::string>() : std::string();
}

/// Files of before the type was written may say their architecture. Null for one that is not known.
Result<const Family*> family_of(const Json& json, const std::string& architecture) {
    if (!find_member(json, "model_type") && !architecture.empty())
        return find_family_of_architecture(architecture);
    TRY(const auto type, json_string(json, "model_type"));
    return find_family(type);
}

std::string architecture_or_type(const Json& json, const std::string& architecture) {
    const auto type = json_string(json, "model_type");
    return type ? *type : architecture;
}

Result<ModelConfig> read_config(const Json& json, const Family& family) {
    ModelConfig config;
    config.model_type = family.model_type;
    config.architecture = family.architecture;
    TRY_VOID(family.read(json, config));
    TRY(config.bos_token_id, token_id(json, "bos_token_id"));
    TRY(config.pad_token_id, token_id(json, "pad_token_id"));
    TRY(config.eos_token_ids, end_tokens(json));
    TRY(config.stored_quantization, stored_quantization(json));
    TRY_VOID(check_sizes(config));
    return config;
}

}  // namespace

bool ModelConfig::has_norm(NormSite site, std::int64_t layer) const {
    const bool is_before = norm_placement == NormPlacement::Before || norm_placement == NormPlacement::Around;
    switch (site) {
        case NormSite::Embedding:
            return embedding_norm;
        case NormSite::Attention:
            return is_before && (layer > 0 || norms_first_input);
        case NormSite::Mlp:
            return is_before && !shared_norm;
        case NormSite::AttentionOutput:
        case NormSite::MlpOutput:
            return norm_placement != NormPlacement::Before;
        case NormSite::Query:
        case NormSite::Key:
            return query_key_norm != QueryKeyNorm::None;
        case NormSite::Head:
            return is_classifier() && head_dense && head_dense->has_norm;
        case NormSite::Final:
            break;
    }
    return norm_placement != NormPlacement::AfterSum;
}

Result<ModelConfig> model_config_from_json(const Json& json, std::string_view source_name) {
    const auto architecture = first_architecture(json);
    const auto found = family_of(json, architecture);
    if (!found)
        return in_config(found.error(), source_name);
    const auto* family = *found;
    if (!family)
        return unknown_architecture(architecture_or_type(json, architecture), source_name);
    const bool is_classifier =
        is_same_architecture(architecture, classification_architecture(family->architecture));
    const bool is_body = architecture.ends_with("Model") || architecture.ends_with("ForPreTraining");
    if (!architecture.empty() && !is_same_architecture(architecture, family->architecture) &&
        !is_classifier && !is_body)
        return unknown_architecture(architecture, source_name);
    auto config = read_config(json, *family);
    if (!config)
        return in_config(config.error(), source_name);
    if (!is_classifier)
        return config;
    auto labels = labels_from(json);
    if (!labels)
        return in_config(labels.error(), source_name);
    return as_classifier(*std::move(config), *std::move(labels));
}

Result<ModelConfig> load_model_config(const std::filesystem::path& folder) {
    const auto file = folder / "config.json";
    TRY(const auto json, read_json_file(file));
    TRY(auto config, model_config_from_json(json, file.string()));
    std::error_code ignored;
    if (const auto generation = folder / "generation_config.json";
        std::filesystem::exists(generation, ignored)) {
        TRY(const auto extra, read_json_file(generation));
        TRY(auto tokens, end_tokens(extra));
        if (!tokens.empty())
            config.eos_token_ids = std::move(tokens);
    }
    return config;
}

OrderedJson model_config_to_json(const ModelConfig& config) {
    OrderedJson json;
    json["architectures"] = {config.architecture};
    json["model_type"] = config.model_type;
    if (const auto* family = find_family(config.model_type))
        family->write(config, json);
    json["bos_token_id"] = config.bos_token_id ? OrderedJson(*config.bos_token_id) : OrderedJson(nullptr);
    if (config.eos_token_ids.size() == 1)
        json["eos_token_id"] = config.eos_token_ids.front();
    else
        json["eos_token_id"] = config.eos_token_ids;
    json["pad_token_id"] = config.pad_token_id ? OrderedJson(*config.pad_token_id) : OrderedJson(nullptr);
    json["torch_dtype"] = "float32";
    if (config.is_classifier()) {
        const auto keys = classification_keys(config);
        for (const auto& [key, value] : keys.items())
            json[key] = OrderedJson(value);
    }
    return json;
}

}  // namespace tunebench
