// A small config.json of every family of models, and of the variants that change what the engine computes.
#pragma once

#include <string>
#include <vector>

#include "core/base/json.h"

namespace tunebench::test {

struct FamilyConfig {
    std::string name = {};
    Json json = {};
};

/// Of decoders.
std::vector<FamilyConfig> family_configs();

/// Of encoders, as classifiers of three labels.
std::vector<FamilyConfig> encoder_configs();

}  // namespace tunebench::test
