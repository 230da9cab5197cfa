// The configurations of the memory grid.
#pragma once

#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/models/model_config.h"
#include "core/run/run_config.h"
#include "tests/support/family_configs.h"

namespace tunebench::grid {

/// One configuration: a model, and settings as --set takes them.
struct Case {
    std::string model = {};
    std::vector<std::string> settings = {};
    std::int64_t sequences_per_row = 1;

    std::string name() const;
};

/// All of them. A reduced grid takes every few, of all kinds.
std::vector<Case> all_cases();

/// Every family, encoders too.
std::vector<test::FamilyConfig> all_families();

Result<ModelConfig> model_of(const Case& one);
Result<RunConfig> run_of(const Case& one);

}  // namespace tunebench::grid
