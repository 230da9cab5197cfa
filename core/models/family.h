// Family: one line of models, as a description. To add one: a file in core/models/families that defines it,
// and a line in families.def.
#pragma once

#include <string>
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
    bool is_verified = true;  // its numbers have been compared with the reference implementation's
};

const Family* find_family(std::string_view model_type);  // nullptr when unknown

/// The family that "BertForMaskedLM" or "BertModel" belongs to, in large or small letters; null when unknown.
const Family* find_family_of_architecture(std::string_view architecture);

/// Whether two names of architectures are one: "LLaMAForCausalLM" is "LlamaForCausalLM".
bool is_same_architecture(std::string_view left, std::string_view right);

/// What of the model has not been compared with the reference implementation: "the family phi"; empty:
/// nothing.
std::string unverified_part(const ModelConfig& config);

}  // namespace tunebench
