// Any bytes as a JSON file of rows: reading ends, lines never go back, and every row's text is its value.
#include <cstddef>
#include <cstdint>

#include "core/formats/json_list.h"
#include "tests/fuzz/memory_file.h"
#include "tests/fuzz/require.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using tunebench::fuzz::require;
    const tunebench::JsonLimits limits = {.max_bytes = 200, .max_depth = 8, .max_values = 50};
    const tunebench::fuzz::MemoryFile file(data, size);
    if (auto stream = tunebench::open_byte_stream(file.path())) {
        tunebench::JsonListReader reader(*std::move(stream), limits);
        std::int64_t last_line = 0;
        while (true) {
            const auto row = reader.next();
            if (row && !*row)
                break;
            if (!row)
                continue;
            require((*row)->line >= last_line && (*row)->text.size() <= 200);
            last_line = (*row)->line;
            const auto again = tunebench::parse_json((*row)->text, "row", limits);
            require(again && *again == (*row)->value);
        }
        const auto end = reader.next();
        require(end && !*end);
    }
    const auto* text = reinterpret_cast<const char*>(data);
    tunebench::begins_json_list({text, size});
    tunebench::begins_json_object_with_list({text, size});
    return 0;
}
