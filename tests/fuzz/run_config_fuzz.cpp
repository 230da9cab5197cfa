// Any bytes as a run file: strict reading gives a value or one error; what is read is written and read again
// to the same text; lenient reading takes everything that is a JSON object.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "core/run/run_config.h"
#include "tests/fuzz/require.h"

namespace {

void require_round_trip(const tunebench::RunConfig& config, tunebench::UnknownKeys unknown_keys) {
    using tunebench::fuzz::require;
    const auto json = run_config_to_json(config);
    const auto again = tunebench::run_config_from_json(json, "/", unknown_keys);
    require(again.has_value());
    // The text, not the value: what was not known may have come in another order.
    require(tunebench::json_text(run_config_to_json(*again)) == tunebench::json_text(json));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace tunebench;
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto json = parse_run_json(text, "run file");
    if (!json)
        return 0;
    const auto strict = run_config_from_json(*json, "/base", UnknownKeys::Refuse);
    if (strict)
        require_round_trip(*strict, UnknownKeys::Refuse);
    else
        fuzz::require(!strict.error().message.empty() && !strict.error().field.empty());
    const auto lenient = run_config_from_json(*json, "/base", UnknownKeys::Keep);
    fuzz::require(lenient.has_value() == json->is_object());
    if (lenient)
        require_round_trip(*lenient, UnknownKeys::Keep);
    return 0;
}
