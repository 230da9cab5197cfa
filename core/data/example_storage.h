// ExampleStorage: where examples are kept once they are made: in memory, or in files of the token cache.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <span>
#include <type_traits>

#include "core/data/example_sink.h"

namespace tunebench {

/// An example without its tokens, as it lies in the index of the token cache.
struct ExampleRecord {
    std::uint64_t first_token = 0;  // its place among the tokens of all examples
    std::int64_t source_line = 0;
    std::uint32_t length = 0;      // tokens
    std::uint32_t supervised = 0;  // of them, those that the loss counts
    std::uint32_t cut_tokens = 0;
    std::int32_t source_file = 0;
    std::int32_t label = -1;
    std::uint32_t learns_first = 0;  // 0 or 1
};
static_assert(sizeof(ExampleRecord) == 40 && std::is_trivially_copyable_v<ExampleRecord>);

/// A token with its marks: bit 31 is set where the loss counts it, bit 30 where it is of a pair's second
/// text. No vocabulary comes near the 2^30 that are left.
using MarkedToken = std::uint32_t;
inline constexpr MarkedToken kSupervisedBit = MarkedToken{1} << 31;
inline constexpr MarkedToken kSecondTextBit = MarkedToken{1} << 30;

/// `first_token` is where the example's tokens are going to be.
ExampleRecord record_of(const Example& example, std::uint64_t first_token);

/// Token `index` of the example; one without a mark is not counted.
inline MarkedToken marked(const Example& example, std::size_t index) {
    const auto is_set = [index](const std::vector<std::uint8_t>& marks) {
        return index < marks.size() && marks[index] != 0;
    };
    return static_cast<MarkedToken>(example.tokens[index]) |
           (is_set(example.supervised) ? kSupervisedBit : 0) |
           (is_set(example.second_text) ? kSecondTextBit : 0);
}

/// Threads may read at once.
class ExampleStorage {
public:
    virtual ~ExampleStorage() = default;

    virtual std::size_t size() const = 0;

    // Both read a stretch that is there, and throw an ErrorException where a file of the cache cannot be read
    // any more: at a batch nothing but the end of the run can follow.
    virtual void read_records(std::size_t begin, std::span<ExampleRecord> records) const = 0;
    virtual void read_tokens(std::uint64_t begin, std::span<MarkedToken> tokens) const = 0;
};

/// Grows without moving what it holds.
class MemoryExamples final : public ExampleStorage, public ExampleSink {
public:
    Result<void> append(const Example& example) override;

    std::size_t size() const override { return records_.size(); }
    void read_records(std::size_t begin, std::span<ExampleRecord> records) const override;
    void read_tokens(std::uint64_t begin, std::span<MarkedToken> tokens) const override;

private:
    std::deque<ExampleRecord> records_;
    std::deque<MarkedToken> tokens_;
};

}  // namespace tunebench
