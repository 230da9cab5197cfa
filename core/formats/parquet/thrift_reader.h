// Thrift's compact protocol, in which Parquet writes its footer and the headers of its pages
// (thrift/doc/specs/thrift-compact-protocol.md).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/formats/parquet/byte_cursor.h"

namespace tunebench::parquet {

/// Reads one struct. Like a stream it remembers its first failure: from then on values are empty and loops
/// end, so that only the end need ask. Depth is limited; lists have no more elements than there are bytes.
class ThriftReader {
public:
    explicit ThriftReader(Bytes bytes) : cursor_(bytes) {}

    /// Calls `read(id)` for each field of the struct at hand. It may take the field with one of the functions
    /// below; a field that it leaves is skipped.
    template <class Read>
    void each_field(Read read) {
        if (!enter(kStruct))
            return;
        for (std::int64_t id = 0; next_field(id);)
            read(id);
        --depth_;
    }

    /// Calls `read()` for each element of the list at hand; more than `limit` are a failure.
    template <class Read>
    void each_element(std::size_t limit, Read read) {
        std::uint8_t type = 0;
        for (auto left = begin_list(limit, type); left > 0 && next_element(type); --left)
            read();
        end_list();
    }

    // The value at hand; a value of another type is a failure.
    bool boolean();
    std::int32_t integer32();  // bytes and 16 bits too
    std::int64_t integer64();
    std::string_view text();  // as long as the bytes

    void fail(std::string reason);
    bool failed() const { return !failure_.empty(); }
    const std::string& failure() const { return failure_; }
    std::size_t position() const { return cursor_.position(); }

private:
    static constexpr std::uint8_t kNothing = 0, kStruct = 12;

    bool enter(std::uint8_t type);
    bool next_field(std::int64_t& id);
    std::uint64_t begin_list(std::size_t limit, std::uint8_t& element_type);
    bool next_element(std::uint8_t type);
    void end_list();
    void skip();
    void skip_map();
    template <class T>
    T must(std::optional<T> value);

    ByteCursor cursor_;
    std::uint8_t at_hand_ = kStruct;  // the type of the value that comes next
    bool is_element_ = false;         // a truth value in a list is a byte, in a field it is its type
    int depth_ = 0;
    std::string failure_ = {};
};

}  // namespace tunebench::parquet
