// Family: one line of models, as a description. To add one: a file in core/models/families that defines it,
// and a line in families.def.
#pragma once

#include <string_view>

#include "core/models/parameters.h"

namespace tunebench {

struct Family {
    std::string_view model_type;    // of config.json
    std::string_view architecture;  // its causal language model: "LlamaForCausalLM"
    /// Fills `config` from the keys of this family; what a key means is settled here and nowhere else.
    Result<void> (*read)(const Json& json, ModelConfig& config);
    /// The keys that `read` understands, for writing a config.json.
    void (*write)(const ModelConfig& config, OrderedJson& json);
    ModuleNames names;
};

const Family* find_family(std::string_view model_type);  // nullptr when unknown

}  // namespace tunebench
