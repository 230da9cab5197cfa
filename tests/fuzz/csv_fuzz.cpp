// Any bytes as a CSV file: reading ends, lines are counted upwards, and a record holds no more than the file
// and the limits allow.
#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "core/formats/csv.h"
#include "tests/fuzz/compressed_magic.h"
#include "tests/fuzz/memory_file.h"
#include "tests/fuzz/require.h"

namespace {

void read_all(const std::string& path, char delimiter, std::int64_t line_ends) {
    using tunebench::fuzz::require;
    auto stream = tunebench::open_byte_stream(path);
    if (!stream)
        return;
    tunebench::CsvReader reader(*std::move(stream), delimiter, {.max_record_bytes = 100, .max_fields = 8});
    std::int64_t last_line = 0;
    for (std::int64_t records = 0;; ++records) {
        require(records <= line_ends + 1);
        const auto record = reader.next();
        if (!record)
            continue;
        if (!*record)
            break;
        require((*record)->line > last_line);
        last_line = (*record)->line;
        require(!(*record)->fields.empty() && (*record)->fields.size() <= 8);
        std::size_t bytes = 0;
        for (const auto& field : (*record)->fields)
            bytes += field.size();
        require(bytes <= 100);
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (tunebench::fuzz::begins_compressed(data, size))
        return 0;
    const tunebench::fuzz::MemoryFile file(data, size);
    const auto ends =
        std::count_if(data, data + size, [](auto byte) { return byte == '\n' || byte == '\r'; });
    for (const char delimiter : {',', '\t'})
        read_all(file.path(), delimiter, ends);
    const auto* text = reinterpret_cast<const char*>(data);
    const auto guessed = tunebench::csv_delimiter({text, size});
    tunebench::fuzz::require(guessed == ',' || guessed == ';' || guessed == '\t');
    return 0;
}
