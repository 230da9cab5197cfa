// TokenProbabilities: how likely a model takes every token at one place.
#pragma once

#include <cstdint>
#include <vector>

#include <ATen/ATen.h>

namespace tunebench {

class TokenProbabilities {
public:
    /// logits (V), of any type and on any device; in double and at temperature 1.
    explicit TokenProbabilities(const at::Tensor& logits);

    double of(std::int32_t token) const { return shares_[static_cast<std::size_t>(token)]; }

    /// By falling probability; among equals the lower id first. Fewer than `count` where there are fewer.
    std::vector<std::int32_t> likeliest(std::int64_t count) const;

private:
    std::vector<double> shares_;
};

}  // namespace tunebench
