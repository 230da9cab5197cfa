// SmolLM 3: Llama that leaves every fourth layer without rotation.
#include <fmt/format.h>

#include "core/models/families/config_keys.h"

namespace tunebench {
namespace {

constexpr LlamaDefaults kDefaults = {.theta = 2e6, .tied = true, .max_position_embeddings = 32768};

/// no_rope_layers has a 1 for a layer that rotates.
Result<std::vector<bool>> rotary_layers(const Json& json, std::int64_t layers) {
    std::vector<bool> rotary;
    const auto* listed = find_member(json, "no_rope_layers");
    if (!listed || listed->is_null()) {
        TRY(const auto interval, positive_or(json, "no_rope_layer_interval", 4));
        for (std::int64_t layer = 0; layer < layers; ++layer)
            rotary.push_back((layer + 1) % interval != 0);
        return rotary;
    }
    TRY(const auto flags, json_integers(json, "no_rope_layers"));
    if (std::ssize(flags) != layers)
        return Error{
            .code = ErrorCode::Corrupt,
            .message = fmt::format("no_rope_layers has {} entries for {} layers", flags.size(), layers),
            .hint = "Download the model's config.json again.",
            .field = "no_rope_layers"};
    for (const auto flag : flags)
        rotary.push_back(flag != 0);
    return rotary;
}

Result<void> read(const Json& json, ModelConfig& config) {
    TRY_VOID(read_llama_like(json, config, kDefaults));
    TRY_VOID(read_biases(json, config));
    TRY(config.rotary_layers, rotary_layers(json, config.num_hidden_layers));
    return read_qwen_window(json, config, std::nullopt);
}

void write(const ModelConfig& config, OrderedJson& json) {
    write_llama_like(config, json, kDefaults);
    write_biases(config, json);
    auto& flags = json["no_rope_layers"] = OrderedJson::array();
    for (const bool rotates : config.rotary_layers)
        flags.push_back(rotates ? 1 : 0);
    write_qwen_window(config, json);
}

}  // namespace

const Family& smollm3_family() {
    static const Family family{"smollm3", "SmolLM3ForCausalLM", read, write, llama_names()};
    return family;
}

}  // namespace tunebench
