// ExportDtype: how exported weights are stored.
#pragma once

#include <optional>
#include <string_view>

namespace tunebench {

enum class ExportDtype { F32, F16, BF16, Q8_0 };

/// "f32", "f16", "bf16", "q8_0": as on the command line.
std::string_view export_dtype_name(ExportDtype dtype);

/// The type of that name, or of the one in run files ("fp32", "fp16"); none for another.
std::optional<ExportDtype> parse_export_dtype(std::string_view name);

/// How far the logits of the reloaded export may be from the trained model's, relative to the largest logit.
/// F32 leaves room for one more rounding (a merged weight) and no more. The others are rounding errors of
/// 2^-12, 2^-9 and about 2^-8 of a weight; they add up over the layers to 2e-4, 2e-3 and 5e-3 on the bundled
/// sample.
double export_tolerance(ExportDtype dtype);

}  // namespace tunebench
