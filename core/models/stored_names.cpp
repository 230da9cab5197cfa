#include "core/models/stored_names.h"

#include <string_view>
#include <utility>

#include "core/models/parameters.h"

namespace tunebench {
namespace {

constexpr std::pair<std::string_view, std::string_view> kFirstNames[] = {
    {".LayerNorm.weight", ".LayerNorm.gamma"}, {".LayerNorm.bias", ".LayerNorm.beta"}};

void add_without_prefix(std::vector<std::string>& names, const std::string& name, const std::string& prefix) {
    names.push_back(name);
    if (!prefix.empty() && name.starts_with(prefix))
        names.push_back(name.substr(prefix.size()));
}

}  // namespace

std::vector<std::string> stored_names(const ModelConfig& config, const std::string& parameter) {
    const auto& prefix = module_names(config).prefix;
    std::vector<std::string> names;
    add_without_prefix(names, parameter, prefix);
    for (const auto& [usual, first] : kFirstNames)
        if (parameter.ends_with(usual))
            add_without_prefix(names, parameter.substr(0, parameter.size() - usual.size()).append(first),
                               prefix);
    return names;
}

}  // namespace tunebench
