// The list of export formats.
#include "core/exports/export_format.h"

#include <array>

#include <fmt/format.h>
#include <fmt/ranges.h>

#define add(name) \
    namespace tunebench::name { \
    const ExportFormat& export_format(); \
    }
#include "core/exports/exports.def"
#undef add

namespace tunebench {

std::span<const ExportFormat* const> all_export_formats() {
    static const std::array formats = {
#define add(name) &name::export_format(),
#include "core/exports/exports.def"
#undef add
    };
    return formats;
}

const ExportFormat* find_export_format(std::string_view id) {
    for (const auto* format : all_export_formats())
        if (format->id == id)
            return format;
    return nullptr;
}

Result<void> check_adapter_format(const Method& method, std::string_view format) {
    if (find_adapter_format(method, format))
        return {};
    std::vector<std::string_view> others;
    for (const auto& known : method.adapter_formats)
        others.push_back(known.format);
    if (method.is_mergeable || others.empty())
        others.push_back("merged");
    return Error{.code = ErrorCode::Unsupported,
                 .message = fmt::format("{} has no form in the format {}", method.title, format),
                 .hint = fmt::format("Choose {}.", fmt::join(others, " or "))};
}

}  // namespace tunebench
