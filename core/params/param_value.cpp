#include "core/params/param_value.h"

#include <algorithm>

namespace tunebench {

const ParamValue* ParamMap::find(std::string_view key) const {
    for (const auto& [name, value] : entries)
        if (name == key)
            return &value;
    return nullptr;
}

void ParamMap::set(std::string_view key, ParamValue value) {
    for (auto& [name, old] : entries)
        if (name == key) {
            old = std::move(value);
            return;
        }
    entries.emplace_back(std::string(key), std::move(value));
}

void ParamMap::erase(std::string_view key) {
    std::erase_if(entries, [key](const auto& entry) { return entry.first == key; });
}

bool ParamMap::operator==(const ParamMap& other) const {
    return entries == other.entries;
}

}  // namespace tunebench
