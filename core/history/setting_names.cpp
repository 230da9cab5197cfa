#include "core/history/setting_names.h"

#include <algorithm>

#include "core/run/run_fields.h"

namespace tunebench {

std::vector<std::string> setting_names() {
    std::vector<std::string> names;
    for (auto& field : run_fields())
        if (std::ranges::find(names, field.name) == names.end())
            names.push_back(std::move(field.name));
    return names;
}

bool is_setting_name(std::string_view name) {
    // A quote is in no name that the history keeps.
    if (name.starts_with("imported."))
        return name.find('"') == std::string_view::npos;
    const auto names = setting_names();
    return std::ranges::find(names, name) != names.end();
}

}  // namespace tunebench
