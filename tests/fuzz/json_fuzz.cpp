// Any bytes as JSON: no crash, the limits hold, and what was accepted reads back equal from its own text.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "core/base/json.h"
#include "core/base/utf8.h"
#include "tests/fuzz/require.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using tunebench::fuzz::require;
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const tunebench::JsonLimits limits = {.max_bytes = 1 << 16, .max_depth = 8, .max_values = 1000};
    const auto json = tunebench::parse_json(text, "fuzz", limits);
    if (!json) {
        require(json.error().message.starts_with("fuzz line "));
        require(tunebench::is_valid_utf8(json.error().message));
        return 0;
    }
    require(size <= limits.max_bytes);
    const auto again =
        tunebench::parse_json(tunebench::json_text(*json), "again", {.max_depth = limits.max_depth});
    require(again.has_value());
    require(*again == *json);
    return 0;
}
