// What gradients look like: their norm, and how much of them a narrow type loses.
#pragma once

#include "core/engine/training/gradients.h"

namespace tunebench {

double gradient_norm(const at::Tensor& gradient);

/// The norm of all gradients together.
double gradient_norm(const Gradients& gradients);

/// Shares of the gradients' numbers, as they were computed in a narrow type (with the loss scale in them).
struct NarrowShares {
    double underflow = 0.0;  // smaller than the smallest normal number: digits are lost, or all of it
    double overflow = 0.0;   // not finite
};

/// Of a sample of rows. Rows without any number but 0 do not count: they are of tokens that the batch has
/// not.
NarrowShares narrow_shares(const Gradients& gradients, at::ScalarType computed_in);

}  // namespace tunebench
