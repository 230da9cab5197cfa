#include "core/exports/export_dtype.h"

namespace tunebench {
namespace {

struct DtypeInfo {
    ExportDtype dtype;
    std::string_view name;
    std::string_view run_file_name;
    double tolerance;
};
constexpr DtypeInfo kDtypes[] = {{ExportDtype::F32, "f32", "fp32", 1e-4},
                                 {ExportDtype::F16, "f16", "fp16", 1e-3},
                                 {ExportDtype::BF16, "bf16", "bf16", 1e-2},
                                 {ExportDtype::Q8_0, "q8_0", "q8_0", 3e-2}};

const DtypeInfo& info_of(ExportDtype dtype) {
    for (const auto& info : kDtypes)
        if (info.dtype == dtype)
            return info;
    return kDtypes[0];
}

}  // namespace

std::string_view export_dtype_name(ExportDtype dtype) {
    return info_of(dtype).name;
}

std::optional<ExportDtype> parse_export_dtype(std::string_view name) {
    for (const auto& info : kDtypes)
        if (info.name == name || info.run_file_name == name)
            return info.dtype;
    return std::nullopt;
}

double export_tolerance(ExportDtype dtype) {
    return info_of(dtype).tolerance;
}

}  // namespace tunebench
