// Interventions on the residual stream (arXiv:2404.03592): the output h of chosen blocks is changed at chosen
// positions of the prompt, by maps of low rank r.
//   loreft  h + Rᵀ(W h + b − R h), the rows of R orthonormal          pyreft's LoreftIntervention
//   noreft  h + W2ᵀ(W1 h + b − W2 h)                                  pyreft's NoreftIntervention
//   direft  h + W2ᵀ(W1 h + b)                                         pyreft's NodireftIntervention
// (pyreft's class named DireftIntervention is not the paper's DiReFT: it keeps R orthonormal.)
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/json.h"
#include "core/methods/loreft/positions.h"
#include "core/models/model_config.h"
#include "core/params/field.h"

namespace tunebench::loreft {

enum class Variant { Loreft, Direft, Noreft };

struct Config {
    Variant variant = Variant::Loreft;
    std::int64_t rank = 8;
    std::string positions = "f7+l7";
    TextOrList layers = {.text = "all"};
    bool share_weights = true;  // first and last positions of a layer have one intervention
    double dropout = 0.0;       // on the whole output, as in pyreft
};

/// One intervention. `key` is pyreft's name of it: first and last positions of one layer that do not share
/// weights end in "#0" and "#1".
struct Intervention {
    std::int64_t layer = 0;
    PromptPositions positions = {};
    std::string key = {};
};

const std::vector<Field<Config>>& fields();

/// "layer_3_comp_block_output_unit_pos_nunit_1#0".
std::string intervention_key(std::int64_t layer, int number);

/// In pyreft's order: every layer, and where first and last positions do not share weights, every layer again
/// for the last ones. Errors name what cannot be read: a layer that the model lacks, positions that are none.
Result<std::vector<Intervention>> interventions_of(const Config& config, const ModelConfig& model);

/// pyreft's config.json, and back. pyreft leaves positions and dropout to its user: they are said under
/// "tunebench", which it leaves alone, and reading asks for them.
Result<Json> to_pyreft(const ModelConfig& model, const ParamMap& params, const std::string& base_model);
bool is_pyreft(const Json& config);
Result<ParamMap> from_pyreft(const Json& config, const ModelConfig& model);

}  // namespace tunebench::loreft
