// An Environment made of pairs.
#pragma once

#include <map>
#include <string>

#include "core/hub/hub_settings.h"

namespace tunebench::test {

inline Environment environment_of(std::map<std::string, std::string> variables) {
    return [variables = std::move(variables)](const std::string& name) {
        const auto found = variables.find(name);
        return found == variables.end() ? std::nullopt : std::optional<std::string>(found->second);
    };
}

}  // namespace tunebench::test
