#include "core/data/column_names.h"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/base/text_distance.h"
#include "core/data/layout.h"

namespace tunebench {
namespace {

std::vector<std::string> parts_of_layouts() {
    std::vector<std::string> parts;
    for (const auto* layout : layouts())
        for (const auto& part : layout->parts)
            if (std::ranges::find(parts, part.name) == parts.end())
                parts.emplace_back(part.name);
    return parts;
}

}  // namespace

std::string ColumnNames::of(std::string_view part) const {
    const auto found = std::ranges::find(renamed, part, &TextMap::value_type::first);
    return found == renamed.end() ? std::string(part) : found->second;
}

Result<ColumnNames> column_names(const TextMap& columns) {
    const auto known = parts_of_layouts();
    for (const auto& [part, name] : columns) {
        if (std::ranges::find(known, part) != known.end())
            continue;
        const auto near = nearest(part, known);
        return Error{
            .code = ErrorCode::InvalidArgument,
            .message = fmt::format("data.columns maps '{}', which is no part of an example: the parts are {}",
                                   part, fmt::join(known, ", ")),
            .hint = near.empty() ? "The part comes first, the name in the file second."
                                 : fmt::format("Did you mean '{}'?", near),
            .field = "data.columns"};
    }
    return ColumnNames{.renamed = columns};
}

}  // namespace tunebench
