#include "core/formats/parquet/thrift_reader.h"

#include <limits>
#include <utility>

#include <fmt/format.h>

namespace tunebench::parquet {

namespace {

constexpr int kMaxThriftDepth = 32;

constexpr std::uint8_t kTrue = 1;
constexpr std::uint8_t kFalse = 2;
constexpr std::uint8_t kByte = 3;
constexpr std::uint8_t kInteger16 = 4;
constexpr std::uint8_t kInteger32 = 5;
constexpr std::uint8_t kInteger64 = 6;
constexpr std::uint8_t kDouble = 7;
constexpr std::uint8_t kBinary = 8;
constexpr std::uint8_t kList = 9;
constexpr std::uint8_t kSet = 10;
constexpr std::uint8_t kMap = 11;
constexpr std::uint8_t kUuid = 13;

constexpr std::uint8_t kLongList = 15;  // in place of a length: the length follows

bool is_truth(std::uint8_t type) {
    return type == kTrue || type == kFalse;
}

}  // namespace

void ThriftReader::fail(std::string reason) {
    if (!failed())
        failure_ = fmt::format("{} at byte {} of it", reason, position());
    at_hand_ = kNothing;
}

template <class T>
T ThriftReader::must(std::optional<T> value) {
    if (!value)
        fail("it ends too early");
    return failed() ? T() : *value;
}

bool ThriftReader::enter(std::uint8_t type) {
    if (std::exchange(at_hand_, kNothing) != type)
        fail("something else than expected stands");
    else if (depth_ == kMaxThriftDepth)
        fail("it is nested too deeply");
    if (failed())
        return false;
    ++depth_;
    return true;
}

bool ThriftReader::next_field(std::int64_t& id) {
    skip();
    const auto header = must(cursor_.number<std::uint8_t>());
    if (header == 0)
        return false;
    const auto step = header >> 4;
    id = step > 0 ? id + step : must(cursor_.zigzag());
    if (id < std::numeric_limits<std::int16_t>::min() || id > std::numeric_limits<std::int16_t>::max())
        fail("a field has no number of 16 bits");
    at_hand_ = failed() ? kNothing : header & 0x0F;
    is_element_ = false;
    return !failed();
}

std::uint64_t ThriftReader::begin_list(std::size_t limit, std::uint8_t& element_type) {
    const auto type = at_hand_;
    if (!enter(type == kSet ? kSet : kList))
        return 0;
    const auto header = must(cursor_.number<std::uint8_t>());
    element_type = header & 0x0F;
    const std::uint64_t count = header >> 4 == kLongList ? must(cursor_.varint()) : header >> 4;
    if (count > limit || count > cursor_.rest().size())
        fail(fmt::format("a list claims {} elements", count));
    return failed() ? 0 : count;
}

bool ThriftReader::next_element(std::uint8_t type) {
    skip();
    if (failed())
        return false;
    at_hand_ = type;
    is_element_ = true;
    return true;
}

void ThriftReader::end_list() {
    skip();
    if (!failed())
        --depth_;
}

bool ThriftReader::boolean() {
    const auto type = std::exchange(at_hand_, kNothing);
    if (!is_truth(type)) {
        fail("no truth value stands");
        return false;
    }
    return (is_element_ ? must(cursor_.number<std::uint8_t>()) : type) == kTrue;
}

std::int64_t ThriftReader::integer64() {
    const auto type = std::exchange(at_hand_, kNothing);
    if (type == kByte)
        return must(cursor_.number<std::int8_t>());
    if (type == kInteger16 || type == kInteger32 || type == kInteger64)
        return must(cursor_.zigzag());
    fail("no whole number stands");
    return 0;
}

std::int32_t ThriftReader::integer32() {
    const auto value = integer64();
    if (value < std::numeric_limits<std::int32_t>::min() || value > std::numeric_limits<std::int32_t>::max())
        fail("a number is too large");
    return failed() ? 0 : static_cast<std::int32_t>(value);
}

std::string_view ThriftReader::text() {
    if (std::exchange(at_hand_, kNothing) != kBinary)
        fail("no text stands");
    if (failed())
        return {};
    const auto length = must(cursor_.varint());
    const auto bytes = must(cursor_.take(length));
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

void ThriftReader::skip() {
    switch (at_hand_) {
        case kNothing:
            return;
        case kTrue:
        case kFalse:
            boolean();
            return;
        case kByte:
        case kInteger16:
        case kInteger32:
        case kInteger64:
            integer64();
            return;
        case kDouble:
            at_hand_ = kNothing;
            must(cursor_.take(sizeof(double)));
            return;
        case kBinary:
            text();
            return;
        case kList:
        case kSet:
            return each_element(std::numeric_limits<std::size_t>::max(), [] {});
        case kMap:
            return skip_map();
        case kStruct:
            return each_field([](std::int64_t) {});
        case kUuid:
            at_hand_ = kNothing;
            must(cursor_.take(16));
            return;
        default:
            return fail(fmt::format("there is no type {}", at_hand_));
    }
}

void ThriftReader::skip_map() {
    if (!enter(kMap))
        return;
    const auto count = must(cursor_.varint());
    if (count > cursor_.rest().size())
        fail(fmt::format("a map claims {} entries", count));
    const auto types = count > 0 ? must(cursor_.number<std::uint8_t>()) : std::uint8_t{0};
    for (std::uint64_t i = 0; i < count && !failed(); ++i) {
        next_element(types >> 4);
        next_element(types & 0x0F);
    }
    end_list();
}

}  // namespace tunebench::parquet
