// Mistral: Llama with a sliding attention window in every layer.
#include "core/models/families/config_keys.h"

namespace tunebench {
namespace {

Result<void> read(const Json& json, ModelConfig& config) {
    TRY_VOID(read_llama_like(json, config));
    TRY(config.sliding_window, window_or(json, kUsualWindow));
    return {};
}

void write(const ModelConfig& config, OrderedJson& json) {
    write_llama_like(config, json);
    json["sliding_window"] =
        config.sliding_window ? OrderedJson(*config.sliding_window) : OrderedJson(nullptr);
}

}  // namespace

const Family& mistral_family() {
    static const Family family{"mistral", "MistralForCausalLM", read, write, llama_names()};
    return family;
}

}  // namespace tunebench
