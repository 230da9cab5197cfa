#include "core/exports/lora_tensors.h"

namespace tunebench {

std::optional<LoraTensor> parse_lora_tensor(std::string_view name) {
    constexpr std::string_view kPrefix = "base_model.model.";
    struct Ending {
        std::string_view text;
        bool is_b;
        bool of_embedding;
    };
    constexpr Ending kEndings[] = {{".lora_A.weight", false, false},
                                   {".lora_B.weight", true, false},
                                   {".lora_embedding_A", false, true},
                                   {".lora_embedding_B", true, true}};
    if (!name.starts_with(kPrefix))
        return std::nullopt;
    name.remove_prefix(kPrefix.size());
    for (const auto& ending : kEndings)
        if (name.ends_with(ending.text))
            return LoraTensor{.module = std::string(name.substr(0, name.size() - ending.text.size())),
                              .is_b = ending.is_b,
                              .of_embedding = ending.of_embedding};
    return std::nullopt;
}

}  // namespace tunebench
