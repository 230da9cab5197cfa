// Names of settings of precision: short ones for people, and those of the command line.
#pragma once

#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/run/run_config.h"

namespace tunebench {

/// "fp32", "bf16", "fp16"; "mixed bf16" and "mixed fp16" for weights in fp32 that are multiplied narrow;
/// otherwise both, as in "bf16 weights, fp32 arithmetic". Quantization has a name of its own.
std::string precision_name(const PrecisionSection& precision);

/// Sets both types from "fp32", "bf16", "fp16", "mixed-bf16" or "mixed-fp16" and leaves the rest alone.
/// InvalidArgument with the list of these for anything else.
Result<void> set_named_precision(PrecisionSection& precision, std::string_view name);

}  // namespace tunebench
