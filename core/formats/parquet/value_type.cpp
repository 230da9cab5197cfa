#include "core/formats/parquet/value_type.h"

#include <optional>

#include <fmt/format.h>

#include "core/formats/parquet/errors.h"

namespace tunebench::parquet {

namespace {

constexpr std::int64_t kTicks[] = {1000, 1'000'000, 1'000'000'000};
constexpr std::int32_t kMaxFixedBytes = 1 << 20;
constexpr int kMaxDecimalDigits = 76;  // of 256 bits, the widest that writers offer

struct Annotation {
    Meaning meaning = Meaning::Stored;
    std::int64_t ticks_per_second = 1000;
    bool is_utc = false;
};

std::optional<Annotation> logical_annotation(const LogicalType& logical) {
    const auto ticks = kTicks[logical.unit >= 1 && logical.unit <= 3 ? logical.unit - 1 : 0];
    switch (logical.kind) {
        case LogicalKind::String:
        case LogicalKind::Enum:
        case LogicalKind::Json:
            return Annotation{Meaning::Text};
        case LogicalKind::Decimal:
            return Annotation{Meaning::Decimal};
        case LogicalKind::Date:
            return Annotation{Meaning::Date};
        case LogicalKind::Time:
            return Annotation{Meaning::Time, ticks};
        case LogicalKind::Timestamp:
            return Annotation{Meaning::Timestamp, ticks, logical.is_utc};
        case LogicalKind::Integer:
            return Annotation{logical.is_signed ? Meaning::Stored : Meaning::Unsigned};
        case LogicalKind::Uuid:
            return Annotation{Meaning::Uuid};
        case LogicalKind::Float16:
            return Annotation{Meaning::Float16};
        default:
            return std::nullopt;
    }
}

Annotation converted_annotation(ConvertedType converted) {
    switch (converted) {
        case ConvertedType::Utf8:
        case ConvertedType::Enum:
        case ConvertedType::Json:
            return {Meaning::Text};
        case ConvertedType::Decimal:
            return {Meaning::Decimal};
        case ConvertedType::Date:
            return {Meaning::Date};
        case ConvertedType::TimeMillis:
            return {Meaning::Time, kTicks[0]};
        case ConvertedType::TimeMicros:
            return {Meaning::Time, kTicks[1]};
        case ConvertedType::TimestampMillis:
            return {Meaning::Timestamp, kTicks[0], true};
        case ConvertedType::TimestampMicros:
            return {Meaning::Timestamp, kTicks[1], true};
        default:
            return {converted >= ConvertedType::Uint8 && converted <= ConvertedType::Uint64
                        ? Meaning::Unsigned
                        : Meaning::Stored};
    }
}

Annotation annotation_of(const SchemaElement& element) {
    if (const auto logical = logical_annotation(element.logical))
        return *logical;
    return element.converted ? converted_annotation(*element.converted) : Annotation{};
}

bool fits(Meaning meaning, PhysicalType physical, std::size_t byte_count) {
    const bool is_integer = physical == PhysicalType::Int32 || physical == PhysicalType::Int64;
    const bool is_fixed = physical == PhysicalType::FixedLengthByteArray;
    const bool is_bytes = physical == PhysicalType::ByteArray || is_fixed;
    switch (meaning) {
        case Meaning::Stored:
            return true;
        case Meaning::Text:
            return is_bytes;
        case Meaning::Unsigned:
        case Meaning::Time:
            return is_integer;
        case Meaning::Decimal:
            return is_integer || is_bytes;
        case Meaning::Date:
            return physical == PhysicalType::Int32;
        case Meaning::Timestamp:
            return physical == PhysicalType::Int64;
        case Meaning::Float16:
            return is_fixed && byte_count == 2;
        case Meaning::Uuid:
            return is_fixed && byte_count == 16;
    }
    return false;
}

std::size_t stored_bytes(PhysicalType physical, std::int32_t fixed) {
    switch (physical) {
        case PhysicalType::Int32:
        case PhysicalType::Float:
            return 4;
        case PhysicalType::Int64:
        case PhysicalType::Double:
            return 8;
        case PhysicalType::Int96:
            return 12;
        case PhysicalType::FixedLengthByteArray:
            return static_cast<std::size_t>(fixed);
        default:
            return 0;
    }
}

Result<void> read_digits(const SchemaElement& element, ValueType& type) {
    const bool is_new = element.logical.kind == LogicalKind::Decimal;
    type.scale = is_new ? element.logical.scale : element.scale;
    type.precision = is_new ? element.logical.precision : element.precision;
    if (type.scale < 0 || type.scale > kMaxDecimalDigits || type.precision > kMaxDecimalDigits)
        return unsupported(
            fmt::format("it is a decimal of {} digits, {} behind the point", type.precision, type.scale),
            "Write the column as text or as double.");
    return {};
}

}  // namespace

Result<ValueType> value_type_of(const SchemaElement& element) {
    if (!element.type || *element.type < 0 ||
        *element.type > static_cast<std::int32_t>(PhysicalType::FixedLengthByteArray))
        return corrupt(fmt::format("there is no type {}", element.type.value_or(-1)));
    ValueType type{.physical = static_cast<PhysicalType>(*element.type)};
    if (type.physical == PhysicalType::FixedLengthByteArray &&
        (element.type_length <= 0 || element.type_length > kMaxFixedBytes))
        return corrupt(fmt::format("its values have {} bytes", element.type_length));
    type.byte_count = stored_bytes(type.physical, element.type_length);
    const auto annotation = annotation_of(element);
    if (type.physical == PhysicalType::Int96) {
        type.meaning = Meaning::Timestamp;  // it never held anything else
    } else if (fits(annotation.meaning, type.physical, type.byte_count)) {
        type.meaning = annotation.meaning;
        type.ticks_per_second = annotation.ticks_per_second;
        type.is_utc = annotation.is_utc;
    }
    if (type.meaning == Meaning::Decimal)
        TRY_VOID(read_digits(element, type));
    return type;
}

std::string name_of(const ValueType& type) {
    static constexpr std::string_view kStored[] = {"bool",  "int32",  "int64", "timestamp",
                                                   "float", "double", "bytes", "bytes"};
    switch (type.meaning) {
        case Meaning::Stored:
            break;
        case Meaning::Text:
            return "text";
        case Meaning::Unsigned:
            return type.physical == PhysicalType::Int32 ? "uint32" : "uint64";
        case Meaning::Decimal:
            return fmt::format("decimal({}, {})", type.precision, type.scale);
        case Meaning::Date:
            return "date";
        case Meaning::Time:
            return "time";
        case Meaning::Timestamp:
            return "timestamp";
        case Meaning::Float16:
            return "float16";
        case Meaning::Uuid:
            return "uuid";
    }
    return std::string(kStored[static_cast<std::size_t>(type.physical)]);
}

}  // namespace tunebench::parquet
