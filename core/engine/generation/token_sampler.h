// Choosing the next token from logits: greedy, or drawn with temperature, top-k and top-p.
#pragma once

#include <cstdint>

#include <ATen/ATen.h>

#include "core/base/random.h"
#include "core/engine_api/engine.h"

namespace tunebench {

/// logits (V). Draws only from the generator, so that an answer is a function of its seed.
std::int32_t choose_token(const at::Tensor& logits, const SamplingOptions& options, Random& random);

}  // namespace tunebench
