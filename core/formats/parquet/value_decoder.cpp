#include "core/formats/parquet/value_decoder.h"

#include <array>
#include <bit>
#include <vector>

#include <fmt/format.h>

#include "core/formats/parquet/byte_array_decoders.h"
#include "core/formats/parquet/delta_decoder.h"
#include "core/formats/parquet/errors.h"
#include "core/formats/parquet/run_decoder.h"

namespace tunebench::parquet {

namespace {

constexpr unsigned kMaxIndexBits = 32;

template <class T>
T stored_as(Bytes bytes) {
    T value = {};
    std::memcpy(&value, bytes.data(), sizeof(T));
    return value;
}

class PlainBooleans final : public ValueDecoder {
public:
    explicit PlainBooleans(Bytes bytes) : bytes_(bytes) {}
    std::optional<StoredValue> next() override {
        if (bit_ / 8 == bytes_.size())
            return std::nullopt;
        return bits_at(bytes_, bit_++, 1) == 1;
    }

private:
    Bytes bytes_;
    std::size_t bit_ = 0;
};

class PlainNumbers final : public ValueDecoder {
public:
    PlainNumbers(const ValueType& type, Bytes bytes) : type_(type), cursor_(bytes) {}
    std::optional<StoredValue> next() override {
        const auto stored = cursor_.take(type_.byte_count);
        return stored ? std::optional(value_of(type_, *stored)) : std::nullopt;
    }

private:
    ValueType type_;
    ByteCursor cursor_;
};

class PlainByteArrays final : public ValueDecoder {
public:
    explicit PlainByteArrays(Bytes bytes) : cursor_(bytes) {}
    std::optional<StoredValue> next() override {
        const auto length = cursor_.number<std::uint32_t>();
        const auto bytes = length ? cursor_.take(*length) : std::nullopt;
        if (!bytes)
            return std::nullopt;
        return std::string_view(reinterpret_cast<const char*>(bytes->data()), bytes->size());
    }

private:
    ByteCursor cursor_;
};

class DictionaryValues final : public ValueDecoder {
public:
    DictionaryValues(std::span<const StoredValue> dictionary, Bytes runs, unsigned width)
        : dictionary_(dictionary), indexes_(runs, width) {}
    std::optional<StoredValue> next() override {
        const auto index = indexes_.next();
        return index && *index < dictionary_.size() ? std::optional(dictionary_[*index]) : std::nullopt;
    }

private:
    std::span<const StoredValue> dictionary_;
    RunDecoder indexes_;
};

class RunBooleans final : public ValueDecoder {
public:
    explicit RunBooleans(Bytes runs) : runs_(runs, 1) {}
    std::optional<StoredValue> next() override {
        const auto value = runs_.next();
        return value ? std::optional<StoredValue>(*value == 1) : std::nullopt;
    }

private:
    RunDecoder runs_;
};

class DeltaNumbers final : public ValueDecoder {
public:
    DeltaNumbers(DeltaDecoder numbers, bool is_short) : numbers_(numbers), is_short_(is_short) {}
    std::optional<StoredValue> next() override {
        const auto value = numbers_.next();
        if (!value)
            return std::nullopt;
        return is_short_ ? std::int64_t{static_cast<std::int32_t>(*value)} : *value;
    }

private:
    DeltaDecoder numbers_;
    bool is_short_;
};

/// The first bytes of all values, then all second bytes, ...
class SplitNumbers final : public ValueDecoder {
public:
    SplitNumbers(const ValueType& type, Bytes bytes) : type_(type), bytes_(bytes), joined_(type.byte_count) {}
    std::optional<StoredValue> next() override {
        const auto count = bytes_.size() / joined_.size();
        if (at_ == count)
            return std::nullopt;
        for (std::size_t i = 0; i < joined_.size(); ++i)
            joined_[i] = bytes_[i * count + at_];
        ++at_;
        return value_of(type_, joined_);
    }

private:
    ValueType type_;
    Bytes bytes_;
    std::size_t at_ = 0;
    std::vector<std::byte> joined_;
};

using Decoder = std::unique_ptr<ValueDecoder>;

Error unusable(std::string_view encoding, const ValueType& type) {
    return corrupt(fmt::format("its values of type {} are no {}", name_of(type), encoding));
}

template <class T>
Result<Decoder> opened(std::optional<T> decoder, std::string_view encoding, const ValueType& type) {
    if (!decoder)
        return unusable(encoding, type);
    return Decoder(std::make_unique<T>(*std::move(decoder)));
}

Decoder plain(const ValueType& type, Bytes bytes) {
    if (type.physical == PhysicalType::Boolean)
        return std::make_unique<PlainBooleans>(bytes);
    if (type.physical == PhysicalType::ByteArray)
        return std::make_unique<PlainByteArrays>(bytes);
    return std::make_unique<PlainNumbers>(type, bytes);
}

Result<Decoder> indexed(Bytes bytes, std::span<const StoredValue> dictionary) {
    if (bytes.empty())  // a page that holds nothing but nulls
        return Decoder(std::make_unique<DictionaryValues>(dictionary, bytes, 0));
    const auto width = std::to_integer<unsigned>(bytes.front());
    if (width > kMaxIndexBits)
        return corrupt(fmt::format("its indexes have {} bits", width));
    return Decoder(std::make_unique<DictionaryValues>(dictionary, bytes.subspan(1), width));
}

Result<Decoder> run_booleans(const ValueType& type, Bytes bytes) {
    ByteCursor cursor(bytes);
    const auto length = cursor.number<std::uint32_t>();
    const auto runs = length ? cursor.take(*length) : std::nullopt;
    if (type.physical != PhysicalType::Boolean || (!runs && !bytes.empty()))
        return unusable("RLE", type);
    return Decoder(std::make_unique<RunBooleans>(runs.value_or(Bytes())));
}

Result<Decoder> delta_numbers(const ValueType& type, Bytes bytes) {
    const bool is_short = type.physical == PhysicalType::Int32;
    const auto numbers =
        is_short || type.physical == PhysicalType::Int64 ? DeltaDecoder::open(bytes) : std::nullopt;
    if (!numbers)
        return unusable("DELTA_BINARY_PACKED", type);
    return Decoder(std::make_unique<DeltaNumbers>(*numbers, is_short));
}

Result<Decoder> split_numbers(const ValueType& type, Bytes bytes) {
    if (type.byte_count == 0 || bytes.size() % type.byte_count != 0)
        return unusable("BYTE_STREAM_SPLIT", type);
    return Decoder(std::make_unique<SplitNumbers>(type, bytes));
}

}  // namespace

StoredValue value_of(const ValueType& type, Bytes stored) {
    switch (type.physical) {
        case PhysicalType::Int32:
            return std::int64_t{stored_as<std::int32_t>(stored)};
        case PhysicalType::Int64:
            return stored_as<std::int64_t>(stored);
        case PhysicalType::Float:
            return double{stored_as<float>(stored)};
        case PhysicalType::Double:
            return stored_as<double>(stored);
        default:
            return std::string_view(reinterpret_cast<const char*>(stored.data()), stored.size());
    }
}

Result<Decoder> make_decoder(std::int32_t encoding, const ValueType& type, Bytes bytes,
                             std::span<const StoredValue> dictionary) {
    const bool is_array = type.physical == PhysicalType::ByteArray;
    const bool is_fixed = type.physical == PhysicalType::FixedLengthByteArray;
    switch (static_cast<Encoding>(encoding)) {
        case Encoding::Plain:
            return plain(type, bytes);
        case Encoding::PlainDictionary:
        case Encoding::RleDictionary:
            return indexed(bytes, dictionary);
        case Encoding::Rle:
            return run_booleans(type, bytes);
        case Encoding::DeltaBinaryPacked:
            return delta_numbers(type, bytes);
        case Encoding::DeltaLengthByteArray:
            return opened(is_array ? DeltaLengthDecoder::open(bytes) : std::nullopt,
                          "DELTA_LENGTH_BYTE_ARRAY", type);
        case Encoding::DeltaByteArray:
            return opened(is_array || is_fixed ? DeltaByteArrayDecoder::open(bytes) : std::nullopt,
                          "DELTA_BYTE_ARRAY", type);
        case Encoding::ByteStreamSplit:
            return split_numbers(type, bytes);
        default:
            return unsupported(fmt::format("its values have the encoding {}, which is not read", encoding),
                               "Write the file again with the default encodings of pyarrow.");
    }
}

}  // namespace tunebench::parquet
