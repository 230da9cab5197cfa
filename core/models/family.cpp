// The list of families.
#include "core/models/family.h"

namespace tunebench {

#define add(name) const Family& name##_family();
#include "core/models/families.def"
#undef add

namespace {

std::vector<const Family*> all_families() {
    return {
#define add(name) &name##_family(),
#include "core/models/families.def"
#undef add
    };
}

}  // namespace

const Family* find_family(std::string_view model_type) {
    for (const auto* family : all_families())
        if (family->model_type == model_type)
            return family;
    return nullptr;
}

std::string unverified_part(const ModelConfig& config) {
    if (const auto* family = find_family(config.model_type); family && !family->is_verified)
        return "the family " + config.model_type;
    return {};
}

std::vector<std::string> supported_model_types() {
    std::vector<std::string> types;
    for (const auto* family : all_families())
        types.emplace_back(family->model_type);
    return types;
}

}  // namespace tunebench
