// Experts: feed-forward networks of a layer, of which a router chooses a few for each token
// (arXiv:1701.06538, arXiv:2401.04088).
#pragma once

#include <cstdint>
#include <vector>

#include "core/base/result.h"

namespace tunebench {

struct ExpertsConfig {
    std::int64_t count = 0;
    std::int64_t per_token = 0;  // that are chosen
    std::int64_t intermediate_size = 0;
    bool renormalizes = false;      // the probabilities of the chosen are divided by their sum
    bool balances = false;          // the loss has a term for an even use of the experts, as arXiv:2101.03961
    double balance_weight = 0.001;  // of that term
    std::vector<bool> layers = {};  // which layers have experts; empty: all
    bool operator==(const ExpertsConfig&) const = default;
};

/// Refuses numbers that no model has: a token that asks for more experts than there are, or so many of them
/// that their names alone would fill the memory. `count_key` is what config.json calls the number of experts.
Result<void> check_experts(const ExpertsConfig& experts, std::int64_t num_layers, std::string_view count_key);

}  // namespace tunebench
