// What models have answered, for people and for machines.
#pragma once

#include <string>
#include <vector>

#include "app/cli/adapter_options.h"
#include "core/base/json.h"
#include "core/engine_api/generation.h"

namespace tunebench::cli {

/// What one of the variants has answered, in the order of the prompts.
struct Answered {
    Variant variant = {};
    Generation generation = {};
};

/// Of one variant its answers; several as a list.
OrderedJson to_json(const std::vector<Answered>& all);

/// Every prompt with its answers below it, and with each token's probability where it was asked for.
std::string to_text(const std::vector<Answered>& all);

/// Every prompt with its answers beside each other below it.
std::string to_columns(const std::vector<Answered>& all, int width);

}  // namespace tunebench::cli
