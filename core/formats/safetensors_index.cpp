#include "core/formats/safetensors_index.h"

#include <fmt/format.h>

#include "core/base/json.h"

namespace tunebench {

namespace {

constexpr std::string_view kIndexRemedy = "Download the index again.";

}  // namespace

Result<std::map<std::string, std::string>> parse_safetensors_index(std::string_view text,
                                                                   std::string_view source_name) {
    const auto corrupt = [&](std::string_view reason) {
        return Error{.code = ErrorCode::Corrupt,
                     .message = fmt::format("{}: {}", source_name, reason),
                     .hint = std::string(kIndexRemedy)};
    };
    const auto read = parse_json(text, source_name);
    if (!read)
        return with_remedy(read.error(), kIndexRemedy);
    const auto& json = *read;
    const auto weight_map = json_object(json, "weight_map");
    if (!weight_map)
        return corrupt(weight_map.error().message);
    std::map<std::string, std::string> shards;
    for (const auto& [tensor, shard] : (*weight_map)->items()) {
        if (!shard.is_string())
            return corrupt(fmt::format("the shard of tensor \"{}\" is not a text.", tensor));
        shards.emplace(tensor, shard.get_ref<const std::string&>());
    }
    if (shards.empty())
        return corrupt("\"weight_map\" lists no tensor.");
    return shards;
}

}  // namespace tunebench
