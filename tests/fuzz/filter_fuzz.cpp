// Any bytes as a filter: an expression that can be asked, or an error with its place.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "core/filter/filter.h"
#include "tests/fuzz/require.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using tunebench::fuzz::require;
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto filter = tunebench::Filter::parse(text);
    if (!filter) {
        require(filter.error().message.starts_with("Filter, column "));
        return 0;
    }
    const tunebench::FilterValue values[] = {tunebench::FilterValue(), 1.5, std::string("text")};
    std::vector<tunebench::FilterValue> row;
    for (const auto& column : filter->columns()) {
        require(column.position >= 1 && column.position <= size + 1);
        row.push_back(values[row.size() % std::size(values)]);
    }
    const bool first = filter->matches(row);
    require(filter->matches(row) == first);
    return 0;
}
