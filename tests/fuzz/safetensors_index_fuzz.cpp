// Any bytes as model.safetensors.index.json: no shard's name leads out of the model's folder.
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string_view>

#include "core/base/contained_path.h"
#include "core/formats/safetensors_index.h"
#include "tests/fuzz/require.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using tunebench::fuzz::require;
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto shards = tunebench::parse_safetensors_index(text, "fuzz");
    if (!shards)
        return 0;
    require(!shards->empty());
    const std::filesystem::path root = "/usr/lib";
    for (const auto& [tensor, shard] : *shards) {
        const auto path = tunebench::contained_path(root, shard);
        if (!path)
            continue;
        const auto relative = path->lexically_normal().lexically_relative(root);
        require(!relative.empty() && *relative.begin() != ".." && *relative.begin() != ".");
        require(path->string().find('\0') == std::string::npos);
    }
    return 0;
}
