#include "core/methods/module_selection.h"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/base/pattern.h"
#include "core/base/text_distance.h"

namespace tunebench {
namespace {

Error selection_error(std::string_view parameter, const std::string& reason, std::string hint) {
    return {.code = ErrorCode::InvalidArgument,
            .message = fmt::format("{}: {}", parameter, reason),
            .hint = std::move(hint),
            .field = std::string(parameter)};
}

Result<std::vector<ProjectionInfo>> by_name(const std::vector<ProjectionInfo>& all,
                                            const std::vector<std::string>& names,
                                            std::string_view parameter) {
    for (const auto& name : names)
        if (std::ranges::none_of(all, [&](const auto& p) { return ends_with_component(p.path, name); })) {
            const auto known = last_components(all);
            const auto near = nearest(name, known);
            return selection_error(parameter, fmt::format("no projection of this model is called '{}'", name),
                                   near.empty() ? fmt::format("It has {}.", fmt::join(known, ", "))
                                                : fmt::format("Did you mean '{}'?", near));
        }
    std::vector<ProjectionInfo> chosen;
    for (const auto& projection : all)
        if (std::ranges::any_of(names,
                                [&](const auto& name) { return ends_with_component(projection.path, name); }))
            chosen.push_back(projection);
    return chosen;
}

Result<std::vector<ProjectionInfo>> by_expression(const std::vector<ProjectionInfo>& all,
                                                  const std::string& expression, std::string_view parameter) {
    std::vector<ProjectionInfo> chosen;
    for (const auto& projection : all) {
        const auto matches = full_match(expression, projection.path);
        if (!matches)
            return selection_error(parameter, matches.error().message, matches.error().hint);
        if (*matches)
            chosen.push_back(projection);
    }
    if (chosen.empty())
        return selection_error(
            parameter, fmt::format("'{}' matches no projection of this model", expression),
            fmt::format("Write a list of names ({}), or a regular expression over paths such as {}.",
                        fmt::join(last_components(all), ", "), all.front().path));
    return chosen;
}

}  // namespace

bool ends_with_component(std::string_view path, std::string_view name) {
    return path == name ||
           (path.size() > name.size() && path.ends_with(name) && path[path.size() - name.size() - 1] == '.');
}

std::vector<std::string> last_components(const std::vector<ProjectionInfo>& projections) {
    std::vector<std::string> names;
    for (const auto& projection : projections) {
        auto name = projection.path.substr(projection.path.rfind('.') + 1);
        if (std::ranges::find(names, name) == names.end())
            names.push_back(std::move(name));
    }
    return names;
}

Result<std::vector<ProjectionInfo>> select_modules(const std::vector<ProjectionInfo>& all,
                                                   const TextOrList& selection, std::string_view parameter) {
    return selection.names.empty() ? by_expression(all, selection.text, parameter)
                                   : by_name(all, selection.names, parameter);
}

}  // namespace tunebench
