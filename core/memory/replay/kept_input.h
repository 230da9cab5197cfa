// core/engine/ops/kept_input.
#pragma once

#include <functional>
#include <memory>

#include "core/memory/replay/sketch.h"

namespace tunebench::replay {

/// Lets backward make the result `out` of a recorded operation again from what that holds.
Sketch made_again_by(Sketch out, std::function<Sketch()> again);

bool is_made_again(const Sketch& x);

/// What an operation holds of its input x: x, or nothing where it is made again.
class KeptInput {
public:
    explicit KeptInput(const Sketch& x);

    /// In backward.
    Sketch again() const;

private:
    Sketch kept_ = {};
    std::shared_ptr<Node> maker_ = {};  // null: it is kept
};

}  // namespace tunebench::replay
