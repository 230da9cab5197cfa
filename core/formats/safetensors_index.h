// model.safetensors.index.json: which shard holds which tensor. Part of the safetensors files.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace tunebench {

/// Tensor name → name of the shard's file, as the index says it: the names are not checked. Corrupt when
/// `weight_map` is missing, empty, or maps to something other than text.
Result<std::map<std::string, std::string>> parse_safetensors_index(std::string_view text,
                                                                   std::string_view source_name);

}  // namespace tunebench
