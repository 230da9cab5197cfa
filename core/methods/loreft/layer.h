// The interventions on one block's output.
#pragma once

#include <vector>

#include "core/engine/layers/sites.h"
#include "core/methods/loreft/loreft.h"

namespace tunebench::loreft {

/// The orthonormal columns (d, r) that x (d, r) stands for: the first columns of the product of r Householder
/// reflections, whose vectors stand below the diagonal of x with a 1 on it, each times the sign on the
/// diagonal. Whatever is done to x, the columns stay orthonormal; what stands above the diagonal has no
/// effect. (pyreft takes the diagonal itself, cut to a whole number: the first weight decay makes it zero.)
at::Tensor rotation(const at::Tensor& x);

/// An x that rotation() turns into the orthonormal factor of `matrix` (d, r), r ≤ d, of full rank: into
/// `matrix` itself where its columns are orthonormal.
at::Tensor rotation_parameters(const at::Tensor& matrix);

/// Shared with the list of trainable parameters.
struct Weights {
    at::Tensor axes = {};         // loreft: the parameters of the rotation (d, r); otherwise W2 (r, d)
    at::Tensor source = {};       // W (r, d)
    at::Tensor source_bias = {};  // (r)
};

struct Change {
    PromptPositions positions = {};
    Weights weights = {};
    std::uint64_t site = 0;  // tells its dropout stream from the others'
};

class Interventions : public StreamSite {
public:
    Interventions(Variant variant, double dropout) : variant_(variant), dropout_(dropout) {}

    void add(Change change) { changes_.push_back(std::move(change)); }

    /// Changes the prompt only: what follows it in a cache is left as it is.
    at::Tensor apply(const at::Tensor& stream, const ForwardContext& context) override;

private:
    at::Tensor changed(const at::Tensor& hidden, const Weights& weights) const;

    Variant variant_;
    double dropout_;
    std::vector<Change> changes_ = {};
};

}  // namespace tunebench::loreft
