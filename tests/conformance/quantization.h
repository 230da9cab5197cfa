// Quantizers against reference cases: codes, scales and values, all exact.
#pragma once

#include <filesystem>
#include <string>

#include "core/base/json.h"
#include "core/models/quantization.h"
#include "tests/conformance/report.h"

namespace tunebench::conformance {

/// How the base of a case is quantized, from its method's name: "qlora-nf4", "qlora-nf4-dq".
QuantizationSettings quantization_of_case(const std::string& method);

/// A line for each case of the manifest's entry ("quant/case0"), for 8-bit blocks and for the code maps.
void check_quantizers(const std::filesystem::path& file, const Json& entry, Report& report);

}  // namespace tunebench::conformance
