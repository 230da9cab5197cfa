#include "core/formats/parquet/byte_array_decoders.h"

namespace tunebench::parquet {

std::optional<DeltaLengthDecoder> DeltaLengthDecoder::open(Bytes bytes) {
    const auto lengths = DeltaDecoder::open(bytes);
    if (!lengths)
        return std::nullopt;
    const auto data = DeltaDecoder(*lengths).behind();
    return data ? std::optional(DeltaLengthDecoder(*lengths, *data)) : std::nullopt;
}

std::optional<Bytes> DeltaLengthDecoder::next_bytes() {
    const auto length = lengths_.next();
    if (!length || *length < 0)
        return std::nullopt;
    return data_.take(static_cast<std::uint64_t>(*length));
}

std::optional<StoredValue> DeltaLengthDecoder::next() {
    const auto bytes = next_bytes();
    if (!bytes)
        return std::nullopt;
    return std::string_view(reinterpret_cast<const char*>(bytes->data()), bytes->size());
}

std::optional<DeltaByteArrayDecoder> DeltaByteArrayDecoder::open(Bytes bytes) {
    const auto prefixes = DeltaDecoder::open(bytes);
    if (!prefixes)
        return std::nullopt;
    const auto behind = DeltaDecoder(*prefixes).behind();
    auto suffixes = behind ? DeltaLengthDecoder::open(*behind) : std::nullopt;
    return suffixes ? std::optional(DeltaByteArrayDecoder(*prefixes, *std::move(suffixes))) : std::nullopt;
}

std::optional<StoredValue> DeltaByteArrayDecoder::next() {
    const auto prefix = prefixes_.next();
    const auto suffix = suffixes_.next_bytes();
    if (!prefix || !suffix || *prefix < 0 || static_cast<std::uint64_t>(*prefix) > value_.size())
        return std::nullopt;
    value_.resize(static_cast<std::size_t>(*prefix));
    value_.append(reinterpret_cast<const char*>(suffix->data()), suffix->size());
    return value_;
}

}  // namespace tunebench::parquet
