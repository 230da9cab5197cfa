// Qwen2 and 2.5: Llama with biases on query, key and value; the window, if used, starts at max_window_layers.
#include "core/models/families/config_keys.h"

namespace tunebench {
namespace {

Result<void> read(const Json& json, ModelConfig& config) {
    TRY_VOID(read_llama_like(json, config));
    config.attention_bias = true;
    TRY(const auto uses_window, boolean_or(json, "use_sliding_window", false));
    if (uses_window) {
        TRY(config.sliding_window, optional_integer(json, "sliding_window"));
        TRY(const auto first, optional_integer(json, "max_window_layers"));
        config.sliding_window_first_layer = first.value_or(28);
    }
    return {};
}

void write(const ModelConfig& config, OrderedJson& json) {
    write_llama_like(config, json);
    json["use_sliding_window"] = config.sliding_window.has_value();
    json["sliding_window"] =
        config.sliding_window ? OrderedJson(*config.sliding_window) : OrderedJson(nullptr);
    json["max_window_layers"] = config.sliding_window_first_layer;
}

}  // namespace

const Family& qwen2_family() {
    static const Family family{"qwen2", "Qwen2ForCausalLM", read, write, llama_names()};
    return family;
}

}  // namespace tunebench
