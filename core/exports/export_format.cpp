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

Result<void> check_adapter_format(std::string_view format, const Method& method, const ModelConfig& model,
                                  const RunConfig& run) {
    const auto* form = find_adapter_format(method, format);
    if (!form)
        return Error{.code = ErrorCode::Unsupported,
                     .message = fmt::format("{} has no form in this format", method.title),
                     .hint = other_formats(method, model, run)};
    TRY_VOID(form->write(model, run.method.params, run.model.path));
    return {};
}

Result<void> check_mergeable(const Method& method, const ModelConfig& model, const RunConfig& run) {
    if (method.is_mergeable || method.adapter_formats.empty())
        return {};
    return Error{.code = ErrorCode::Unsupported,
                 .message = fmt::format("{} cannot be merged into the weights of the model", method.title),
                 .hint = other_formats(method, model, run)};
}

std::string other_formats(const Method& method, const ModelConfig& model, const RunConfig& run) {
    auto formats = adapter_formats_for(method, model, run.method.params);
    if (method.is_mergeable || formats.empty())
        formats.push_back("merged");
    return fmt::format("Choose {}.", fmt::join(formats, " or "));
}

}  // namespace tunebench
