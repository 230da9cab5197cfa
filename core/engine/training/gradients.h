// Gradients: those of everything that trains, in the type that the run keeps them in.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "core/engine/training/attachment.h"

namespace torch::autograd {
struct Node;
}

namespace tunebench {

class Gradients {
public:
    /// With a `type`, each gradient is put into it as soon as backward has finished it, and those of later
    /// micro-batches are added there. Without, it stays as autograd makes it: in the type of what it is of.
    Gradients(std::vector<TrainableParameter> parameters, std::optional<at::ScalarType> type);
    ~Gradients();
    Gradients(const Gradients&) = delete;
    Gradients& operator=(const Gradients&) = delete;

    /// Called with a parameter's number when its gradient is complete, in backward; the gradient is dropped
    /// afterwards. Only for parameters of the model: what methods add may be used in several places.
    using Use = std::function<void(std::size_t)>;

    /// Drops what there is. Call before the first micro-batch of a step; `use` may be empty.
    void begin(Use use = {});
    void end() { use_ = {}; }

    std::size_t size() const { return parameters_.size(); }
    const TrainableParameter& parameter(std::size_t i) const { return parameters_[i]; }
    const at::Tensor& of(std::size_t i) const;  // undefined when it has none

private:
    struct Hook;
    void arm(std::size_t i);
    void finished(std::size_t i);
    bool is_watched(std::size_t i) const;

    std::vector<TrainableParameter> parameters_;
    std::optional<at::ScalarType> type_;
    std::vector<at::Tensor> kept_;  // in another type than the parameter's
    struct Watched {
        std::shared_ptr<torch::autograd::Node> accumulator = {};
        std::uintptr_t hook = 0;
    };
    std::vector<Watched> watched_;
    Use use_;
};

}  // namespace tunebench
