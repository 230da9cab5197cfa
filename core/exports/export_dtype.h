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
/// F32 leaves room for one more rounding (a merged weight) and no more. The others allow two to three times
/// what the rounding of the weights was measured to do to some thousand logits: on the bundled sample 5.0e-4
/// (F16), 5.1e-3 (BF16) and 1.0e-2 (Q8_0), with 32 layers of random weights no more.
double export_tolerance(ExportDtype dtype);

}  // namespace tunebench
