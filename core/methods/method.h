// Method: one way to fine-tune a model, as everything without tensors sees it. From this description follow
// the form, validation, command-line flags, run file, trainable counts, estimator, history columns and tests.
// README.md in this folder says how to add one.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/json.h"
#include "core/base/result.h"
#include "core/methods/tensor_group.h"
#include "core/models/parameters.h"
#include "core/params/param_spec.h"

namespace tunebench {

/// A tensor that the method trains, by its name in the exported file.
struct TrainableTensor {
    std::string name = {};
    std::vector<std::int64_t> shape = {};
    bool is_base_parameter = false;          // the model's own parameter, not an added one
    bool is_matrix = true;                   // weight decay "matrices" applies (no biases, norms, rotations)
    double rate_factor = 1.0;                // of the learning rate
    TensorGroup group = TensorGroup::Added;  // set by plan_of (task_head.h)
    std::int64_t count() const;
};

/// What the method does at one projection, as far as memory and arithmetic are concerned.
struct ProjectionUse {
    std::string path = {};
    std::int64_t rank = 0;  // low-rank side path of this rank; 0: none
    double dropout = 0.0;   // on the side path's input
    bool weight_trains = false;
    bool bias_trains = false;
    bool scales_input = false;   // by a trained vector
    bool scales_output = false;  // likewise: what it scales is kept for backward
};

/// A bottleneck beside or behind a sub-layer.
struct BranchUse {
    std::int64_t layer = 0;
    bool after_attention = false;  // otherwise after the MLP
    std::int64_t bottleneck = 0;
    bool reads_residual = false;  // its input is the stream, which the block keeps anyway
    bool norms_input = false;     // by the block's own norm
    Activation activation = Activation::Silu;
    bool scales_output = false;  // by a number
    double dropout = 0.0;        // on what it adds
};

/// An intervention of low rank on a block's output, at chosen positions.
struct StreamUse {
    std::int64_t layer = 0;
    std::int64_t rank = 0;
    std::int64_t positions = 0;  // of a sequence, at most
    double dropout = 0.0;        // on the result
};

/// What a method with given parameters does to a given model.
struct MethodPlan {
    std::vector<TrainableTensor> tensors = {};
    std::vector<ProjectionUse> projections = {};  // only those the method touches
    std::vector<BranchUse> branches = {};
    std::vector<StreamUse> streams = {};
    std::int64_t prefix_length = 0;       // keys and values before each sequence, in every layer
    std::int64_t prefix_heads = 0;        // that these have; 0: as many as the model has for its own
    bool prefix_counts_as_tokens = true;  // they take the first positions
    std::int64_t virtual_tokens = 0;      // embedded tokens before each sequence
    bool trains_norms = false;
    bool trains_embedding = false;    // the input embedding itself
    std::int64_t embedding_rank = 0;  // low-rank side path of the embedding's lookup; 0: none
    std::int64_t first_layer = 0;     // blocks below it run without gradients
    std::int64_t trainable_count() const;
    /// What takes positions before the first token of each sequence.
    std::int64_t tokens_before() const {
        return virtual_tokens + (prefix_counts_as_tokens ? prefix_length : 0);
    }
};

/// How the configuration file of another tool's adapter folder says what the method's parameters say. The
/// tensors are the business of the method's attachment.
struct AdapterFormat {
    std::string_view format;  // "peft", "adapterhub", "pyreft": an entry of core/exports
    /// The content of the file.
    Result<Json> (*write)(const ModelConfig& model, const ParamMap& params,
                          const std::string& base_model) = nullptr;
    /// Whether the file is of this method.
    bool (*recognises)(const Json& config) = nullptr;
    Result<ParamMap> (*read)(const Json& config, const ModelConfig& model) = nullptr;
};

struct Method {
    std::string_view id;  // stable: stored in run files and history
    std::string_view title;
    std::string_view summary;
    std::string_view paper;  // "arXiv:2106.09685"
    // What the paper reports, on its own models and tasks; empty: nothing.
    std::string_view reported_share = {};   // of the parameters that are trained
    std::string_view reported_result = {};  // of the quality
    std::vector<ParamSpec> specs;
    std::vector<AdapterFormat> adapter_formats = {};  // the preferred one first; none: exported as a model
    bool is_mergeable = false;
    bool is_identity_at_start = false;  // the model's output is unchanged before the first step
    double rate_factor = 1.0;           // of an optimizer's default learning rate: where most models learn
    bool has_exact_gradient = true;     // false: by its paper, backward takes a part of forward for constant
    /// Checks the parameters, against each other and the model, and says what they do to it.
    Result<MethodPlan> (*plan)(const ModelConfig& model, const ParamMap& params) = nullptr;
};

/// Every method in the order of methods.def, which is that of the form.
std::span<const Method* const> all_methods();
const Method* find_method(std::string_view id);  // nullptr when unknown

const AdapterFormat* find_adapter_format(const Method& method, std::string_view format);  // or nullptr

/// The formats in which an adapter with these parameters can be written, the preferred one first.
std::vector<std::string_view> adapter_formats_for(const Method& method, const ModelConfig& model,
                                                  const ParamMap& params);

}  // namespace tunebench
