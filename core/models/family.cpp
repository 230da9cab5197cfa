// The list of families.
#include "core/models/family.h"

#include <algorithm>

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

char small(char letter) {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

/// Without what the model is made for: "Bert" of "BertForMaskedLM".
std::string_view stem_of(std::string_view architecture) {
    for (const std::string_view purpose : {"For", "LMHeadModel", "Model"})
        if (const auto at = architecture.find(purpose); at != std::string_view::npos)
            return architecture.substr(0, at);
    return architecture;
}

}  // namespace

bool is_same_architecture(std::string_view left, std::string_view right) {
    return std::ranges::equal(left, right, {}, small, small);
}

const Family* find_family_of_architecture(std::string_view architecture) {
    for (const auto* family : all_families())
        if (is_same_architecture(stem_of(architecture), stem_of(family->architecture)))
            return family;
    return nullptr;
}

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
