// Any bytes as a model's config.json: what is read has tables that add up, and can be written again.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "core/base/json.h"
#include "core/models/model_config.h"
#include "core/models/parameters.h"
#include "tests/fuzz/require.h"

namespace {

using tunebench::ModelConfig;
using tunebench::fuzz::require;

/// Tables have a line for every map of every layer: those of deep models take long.
bool is_small(const ModelConfig& config) {
    const auto experts = config.experts ? config.experts->count : 1;
    return config.num_hidden_layers <= 32 && experts <= 32;
}

void check_tables(const ModelConfig& config) {
    require(tunebench::parameter_count(config) > 0);
    for (const auto& projection : tunebench::projections_of(config))
        require(projection.in_features > 0 && projection.out_features > 0 && !projection.path.empty());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto json = tunebench::parse_json(text, "fuzz", {.max_bytes = std::size_t{1} << 20});
    if (!json)
        return 0;
    const auto config = tunebench::model_config_from_json(*json, "fuzz");
    if (!config) {
        require(!config.error().message.empty());
        return 0;
    }
    require(config->num_attention_heads % config->num_key_value_heads == 0);
    require(tunebench::model_config_to_json(*config).contains("model_type"));
    if (is_small(*config))
        check_tables(*config);
    return 0;
}
