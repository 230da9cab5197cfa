// Groups of trained tensors that may have learning rates of their own, and that update rules may tell apart.
#pragma once

#include <set>
#include <string_view>

namespace tunebench {

struct MethodPlan;
struct ModelConfig;

enum class TensorGroup {
    Added,        // matrices that the method adds
    BlockWeight,  // the model's own, of a projection within a block
    Embedding,    // the model's embeddings and head
    Vector        // biases, norms, rotations
};

/// The model's own name of a tensor, before and within which a file may put names of its own. A view of
/// `name` or of one of `known`.
std::string_view own_name(std::string_view name, const std::set<std::string_view>& known);

/// Sets the group of every tensor that the plan trains.
void set_groups(MethodPlan& plan, const ModelConfig& model);

}  // namespace tunebench
