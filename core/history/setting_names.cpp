#include "core/history/setting_names.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/run/run_fields.h"

namespace tunebench {
namespace {

constexpr std::string_view kImported = "imported.";

std::string quoted(std::string_view key) {
    return fmt::format(".\"{}\"", key);
}

}  // namespace

std::vector<std::string> setting_names() {
    std::vector<std::string> names;
    for (auto& field : run_fields())
        if (std::ranges::find(names, field.name) == names.end())
            names.push_back(std::move(field.name));
    return names;
}

bool is_setting_name(std::string_view name) {
    // A quote would end the key in the path.
    if (name.starts_with(kImported))
        return name.find('"') == std::string_view::npos;
    const auto names = setting_names();
    return std::ranges::find(names, name) != names.end();
}

std::string setting_path(std::string_view name) {
    std::string path = "$.\"config\"";
    if (name.starts_with(kImported))
        return path + ".\"imported\"" + quoted(name.substr(kImported.size()));
    while (!name.empty()) {
        const auto end = std::min(name.find('.'), name.size());
        path += quoted(name.substr(0, end));
        name.remove_prefix(std::min(end + 1, name.size()));
    }
    return path;
}

}  // namespace tunebench
