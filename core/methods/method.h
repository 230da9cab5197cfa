// Method: one way to fine-tune a model, as everything without tensors sees it. From this description follow
// the form, validation, command-line flags, run file, trainable counts, estimator, history columns and tests.
// README.md in this folder says how to add one.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/json.h"
#include "core/base/result.h"
#include "core/models/parameters.h"
#include "core/params/param_spec.h"

namespace tunebench {

/// A tensor that the method trains, by its name in the exported file.
struct TrainableTensor {
    std::string name = {};
    std::vector<std::int64_t> shape = {};
    bool is_base_parameter = false;  // the model's own parameter, not an added one
    bool is_matrix = true;           // weight decay "matrices" applies (no biases, norms, rotations)
    std::int64_t count() const;
};

/// What the method does at one projection, as far as memory and arithmetic are concerned.
struct ProjectionUse {
    std::string path = {};
    std::int64_t rank = 0;  // low-rank side path of this rank; 0: none
    double dropout = 0.0;   // on the side path's input
    bool weight_trains = false;
    bool bias_trains = false;
};

/// What a method with given parameters does to a given model.
struct MethodPlan {
    std::vector<TrainableTensor> tensors = {};
    std::vector<ProjectionUse> projections = {};  // only those the method touches
    bool trains_norms = false;
    bool trains_embedding = false;  // the input embedding itself
    std::int64_t trainable_count() const;
};

/// A format the result of a run can be written in.
enum class ExportFormat { Peft, Merged };

/// How PEFT's adapter_config.json says what the method's parameters say.
struct PeftFormat {
    std::string_view peft_type;  // "LORA"
    Result<Json> (*write)(const ModelConfig& model, const ParamMap& params,
                          const std::string& base_model) = nullptr;
    Result<ParamMap> (*read)(const Json& adapter_config) = nullptr;
};

struct Method {
    std::string_view id;  // stable: stored in run files and history
    std::string_view title;
    std::string_view summary;
    std::string_view paper;  // "arXiv:2106.09685"
    std::vector<ParamSpec> specs;
    std::vector<ExportFormat> exports;
    std::optional<PeftFormat> peft = {};
    bool is_mergeable = false;
    bool is_identity_at_start = false;  // the model's output is unchanged before the first step
    /// Checks the parameters, against each other and the model, and says what they do to it.
    Result<MethodPlan> (*plan)(const ModelConfig& model, const ParamMap& params) = nullptr;
};

/// Every method in the order of methods.def, which is that of the form.
std::span<const Method* const> all_methods();
const Method* find_method(std::string_view id);  // nullptr when unknown

}  // namespace tunebench
