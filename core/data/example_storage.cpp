#include "core/data/example_storage.h"

#include <algorithm>

namespace tunebench {
namespace {

template <class T>
void copy_from(const std::deque<T>& values, std::uint64_t begin, std::span<T> target) {
    std::copy_n(values.begin() + static_cast<std::ptrdiff_t>(begin), target.size(), target.begin());
}

}  // namespace

ExampleRecord record_of(const Example& example, std::uint64_t first_token) {
    return {.first_token = first_token,
            .source_line = example.source_line,
            .length = static_cast<std::uint32_t>(example.tokens.size()),
            .supervised = static_cast<std::uint32_t>(std::ranges::count(example.supervised, std::uint8_t{1})),
            .cut_tokens = static_cast<std::uint32_t>(example.cut_tokens),
            .source_file = example.source_file,
            .label = example.label,
            .learns_first = example.learns_first ? 1U : 0U};
}

Result<void> MemoryExamples::append(const Example& example) {
    records_.push_back(record_of(example, tokens_.size()));
    for (std::size_t i = 0; i < example.tokens.size(); ++i)
        tokens_.push_back(marked(example, i));
    return {};
}

void MemoryExamples::read_records(std::size_t begin, std::span<ExampleRecord> records) const {
    copy_from(records_, begin, records);
}

void MemoryExamples::read_tokens(std::uint64_t begin, std::span<MarkedToken> tokens) const {
    copy_from(tokens_, begin, tokens);
}

}  // namespace tunebench
