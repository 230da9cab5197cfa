// What trains: a tensor with its gradient and the states of its optimizer.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "core/memory/replay/replay.h"
#include "core/memory/state_bytes.h"
#include "core/methods/method.h"
#include "core/optimizers/optimizer.h"
#include "core/run/run_config.h"

namespace tunebench::replay {

/// The rules that hold for all of them.
struct TrainingRules {
    const Optimizer& optimizer;
    StateBytes& state_bytes;
    int gradient_width = 0;  // of every gradient; 0: of what it is of
    bool updates_in_backward = false;
    bool states_on_host = false;
};

class Parameter {
public:
    /// The plan that `tensor` is of must outlive it.
    Parameter(Replay& replay, const TrainingRules& rules, const TrainableTensor& tensor, Sketch value);
    Parameter(const Parameter&) = delete;
    Parameter& operator=(const Parameter&) = delete;

    /// That gradients end at.
    const Sketch& value() const { return value_; }
    const TrainableTensor& tensor() const { return tensor_; }

    void drop_gradient();
    void make_states();
    void update() const;

private:
    void accumulate(Sketch gradient);

    Replay& replay_;
    const TrainingRules& rules_;
    const TrainableTensor& tensor_;
    Sketch value_, gradient_;
    std::vector<Sketch> states_ = {};
};

}  // namespace tunebench::replay
