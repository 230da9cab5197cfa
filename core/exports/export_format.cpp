// The list of export formats.
#include "core/exports/export_format.h"

#include <algorithm>
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

Result<ExportDtype> chosen_export_dtype(const ExportFormat& format, std::string_view name) {
    if (name.empty())
        return format.dtypes.empty() ? ExportDtype::F32 : format.dtypes.front();
    const auto dtype = parse_export_dtype(name);
    if (dtype && std::ranges::find(format.dtypes, *dtype) != format.dtypes.end())
        return *dtype;
    std::vector<std::string_view> names;
    for (const auto known : format.dtypes)
        names.push_back(export_dtype_name(known));
    return Error{.code = ErrorCode::InvalidArgument,
                 .message = fmt::format("{} cannot be written as '{}'", format.id, name),
                 .hint = names.empty() ? "Leave the type out: the weights are written as they were trained."
                                       : fmt::format("Choose one of {}.", fmt::join(names, ", ")),
                 .field = "dtype"};
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

Result<void> check_mergeable(const Method& method) {
    if (method.is_mergeable || method.adapter_formats.empty())
        return {};
    return Error{.code = ErrorCode::Unsupported,
                 .message = fmt::format("{} cannot be merged into the weights of the model", method.title),
                 .hint = fmt::format("Choose {}.", method.adapter_formats.front().format)};
}

}  // namespace tunebench
