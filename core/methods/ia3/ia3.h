// IA3's parameters (arXiv:2205.05638): trained vectors scale the outputs of projections (keys and values),
// or, of feed-forward modules, their inputs. Names and defaults as in PEFT's IA3Config.
#pragma once

#include "core/methods/method.h"
#include "core/params/field.h"

namespace tunebench::ia3 {

struct Config {
    TextOrList targets = {.text = "auto"};
    TextOrList feedforward_modules = {.text = "auto"};
};

/// One scaled projection: its vector is (1, in) where the input is scaled, otherwise (out, 1).
struct Scaled {
    ProjectionInfo projection = {};
    bool scales_input = false;
    std::vector<std::int64_t> shape() const;
};

const std::vector<Field<Config>>& fields();

/// `config` with the names that "auto" stands for on this model: PEFT's defaults where PEFT has some,
/// otherwise keys, values and the down projection.
Config resolved(const ModelConfig& model, Config config);

/// In the order of the forward pass. A name that matches nothing is an error.
Result<std::vector<Scaled>> scaled_projections(const ModelConfig& model, const Config& config);

/// "base_model.model.<path>.ia3_l": the vector's name in PEFT's file.
std::string exported_name(const ProjectionInfo& projection);

}  // namespace tunebench::ia3
