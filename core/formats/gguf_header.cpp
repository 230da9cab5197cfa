#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <limits>
#include <unordered_set>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/base/utf8.h"
#include "core/formats/gguf.h"

namespace tunebench {

namespace {

constexpr std::string_view kMagic = "GGUF";
constexpr std::string_view kAlignmentKey = "general.alignment";
constexpr std::uint64_t kMaxAlignment = 1 << 16;
constexpr std::uint64_t kLeastEntryBytes = 8 + 4 + 1;     // of a key with its value: length, type, one byte
constexpr std::uint64_t kLeastInfoBytes = 8 + 4 + 4 + 8;  // of a tensor: length, rank, type, offset
constexpr std::size_t kShownBytes = 80;                   // of a hostile name, in a message

std::string shown(std::string_view name) {
    std::string text;
    for (const char c : name.substr(0, kShownBytes))
        text += c >= ' ' && c <= '~' ? c : '?';
    return text;
}

class Parser {
public:
    Parser(std::span<const std::byte> file, std::string_view source) : file_(file), source_(source) {}

    Result<GgufHeader> parse() {
        TRY_VOID(read_start());
        std::unordered_set<std::string_view> keys;
        header_.metadata.reserve(static_cast<std::size_t>(entries_));
        for (std::uint64_t i = 0; i < entries_; ++i)
            TRY_VOID(read_entry());
        for (const auto& [key, value] : header_.metadata)
            if (!keys.insert(key).second)
                return corrupt(fmt::format("the key \"{}\" occurs twice", shown(key)));
        TRY_VOID(read_alignment());
        for (std::uint64_t i = 0; i < tensors_; ++i)
            TRY_VOID(read_tensor());
        TRY_VOID(check_tensors());
        return std::move(header_);
    }

private:
    Error corrupt(std::string_view reason) const {
        return {.code = ErrorCode::Corrupt,
                .message = fmt::format("{}: {}.", source_, reason),
                .hint = "Download or copy the file again."};
    }

    Error bad(std::string_view kind, std::string_view name, std::string_view reason) const {
        return corrupt(fmt::format("{} \"{}\": {}", kind, shown(name), reason));
    }

    Error unsupported(std::string_view reason) const {
        return {.code = ErrorCode::Unsupported,
                .message = fmt::format("{}: {}.", source_, reason),
                .hint = "Use a GGUF file of version 3 in F32, F16, BF16 or Q8_0."};
    }

    std::uint64_t rest() const { return file_.size() - at_; }

    template <class T>
    Result<T> number() {
        if (rest() < sizeof(T))
            return corrupt(fmt::format("it ends at byte {}, in the middle of the header", file_.size()));
        T value = {};
        std::memcpy(&value, file_.data() + at_, sizeof(T));
        at_ += sizeof(T);
        return value;
    }

    /// A text of at most `limit` bytes; `what` names it in the error.
    Result<std::string> text(std::uint64_t limit, std::string_view what) {
        TRY(const auto length, number<std::uint64_t>());
        if (length > limit)
            return corrupt(fmt::format("{} has {} bytes, more than {}", what, length, limit));
        if (length > rest())
            return corrupt(
                fmt::format("{} claims {} bytes, but the file has only {} left", what, length, rest()));
        std::string value(reinterpret_cast<const char*>(file_.data()) + at_,
                          static_cast<std::size_t>(length));
        at_ += static_cast<std::size_t>(length);
        return value;
    }

    Result<void> read_start() {
        if (file_.size() < kMagic.size() || std::memcmp(file_.data(), kMagic.data(), kMagic.size()) != 0)
            return corrupt("it is not a GGUF file");
        at_ = kMagic.size();
        TRY(const auto version, number<std::uint32_t>());
        if (version == kGgufVersion << 24)
            return unsupported("it is a big-endian GGUF file");
        if (version != kGgufVersion)
            return unsupported(fmt::format("it is a GGUF file of version {}", version));
        TRY(tensors_, number<std::uint64_t>());
        TRY(entries_, number<std::uint64_t>());
        if (entries_ > rest() / kLeastEntryBytes)
            return corrupt(fmt::format("it claims {} keys, more than {} bytes can hold", entries_, rest()));
        if (tensors_ > rest() / kLeastInfoBytes)
            return corrupt(
                fmt::format("it claims {} tensors, more than {} bytes can hold", tensors_, rest()));
        return {};
    }

    Result<void> read_entry() {
        TRY(auto key, text(kMaxGgufKeyBytes, "a key"));
        TRY(const auto type, number<std::uint32_t>());
        if (type >= std::variant_size_v<GgufValue>)
            return bad("key", key, fmt::format("there is no type {}", type));
        TRY(auto value, this->value(key, type));
        header_.metadata.emplace_back(std::move(key), std::move(value));
        return {};
    }

    template <std::size_t Index>
    Result<GgufValue> value_of(const std::string& key) {
        using T = std::variant_alternative_t<Index, GgufValue>;
        if constexpr (std::is_same_v<T, GgufArray>) {
            return array(key);
        } else {
            TRY(auto one, element<T>(key));
            return GgufValue(std::in_place_index<Index>, std::move(one));
        }
    }

    Result<GgufValue> value(const std::string& key, std::uint32_t type) {
        return [&]<std::size_t... Index>(std::index_sequence<Index...>) {
            using Reader = Result<GgufValue> (*)(Parser&, const std::string&);
            static constexpr Reader readers[] = {
                [](Parser& parser, const std::string& of) { return parser.value_of<Index>(of); }...};
            return readers[type](*this, key);
        }
        (std::make_index_sequence<std::variant_size_v<GgufValue>>());
    }

    template <class T>
    Result<T> element(const std::string& key) {
        if constexpr (std::is_same_v<T, std::string>) {
            auto value =
                text(std::numeric_limits<std::uint64_t>::max(), fmt::format("the key \"{}\"", shown(key)));
            if (value && !is_valid_utf8(*value))
                return bad("key", key, "its text is not UTF-8");
            return value;
        } else if constexpr (std::is_same_v<T, bool>) {
            TRY(const auto byte, number<std::uint8_t>());
            if (byte > 1)
                return bad("key", key, fmt::format("{} is no truth value", byte));
            return byte == 1;
        } else {
            return number<T>();
        }
    }

    template <std::size_t Index>
    Result<GgufArray> array_of(const std::string& key, std::uint64_t count) {
        using Vector = std::variant_alternative_t<Index, GgufArray>;
        if constexpr (std::is_same_v<Vector, std::monostate>) {
            return unsupported(fmt::format("key \"{}\": it is an array of arrays", shown(key)));
        } else {
            using T = typename Vector::value_type;
            constexpr std::uint64_t kLeastBytes = std::is_same_v<T, std::string> ? 8 : sizeof(T);
            if (count > rest() / kLeastBytes)
                return bad("key", key,
                           fmt::format("it claims {} elements, more than {} bytes can hold", count, rest()));
            Vector values;
            values.reserve(static_cast<std::size_t>(count));
            for (std::uint64_t i = 0; i < count; ++i) {
                TRY(auto one, element<T>(key));
                values.push_back(std::move(one));
            }
            return GgufArray(std::in_place_index<Index>, std::move(values));
        }
    }

    Result<GgufValue> array(const std::string& key) {
        TRY(const auto type, number<std::uint32_t>());
        TRY(const auto count, number<std::uint64_t>());
        if (type >= std::variant_size_v<GgufArray>)
            return bad("key", key, fmt::format("there is no type {}", type));
        TRY(auto values, ([&]<std::size_t... Index>(std::index_sequence<Index...>) {
                Result<GgufArray> (Parser::*readers[])(const std::string&,
                                                       std::uint64_t) = {&Parser::array_of<Index>...};
                return (this->*readers[type])(key, count);
            }(std::make_index_sequence<std::variant_size_v<GgufArray>>())));
        return GgufValue(std::move(values));
    }

    Result<void> read_alignment() {
        const bool given = std::ranges::any_of(
            header_.metadata, [](const auto& entry) { return entry.first == kAlignmentKey; });
        if (!given)
            return {};
        const auto* alignment = find_value<std::uint32_t>(header_.metadata, kAlignmentKey);
        if (!alignment || *alignment < 8 || *alignment > kMaxAlignment || !std::has_single_bit(*alignment))
            return bad("key", kAlignmentKey, "it is not a power of two from 8 to 65536");
        header_.alignment = *alignment;
        return {};
    }

    Result<void> read_tensor() {
        GgufTensorInfo tensor;
        TRY(tensor.name, text(kMaxGgufNameBytes, "the name of a tensor"));
        TRY(const auto rank, number<std::uint32_t>());
        if (rank > kMaxGgufRank)
            return bad("tensor", tensor.name,
                       fmt::format("it has {} dimensions, more than {}", rank, kMaxGgufRank));
        for (std::uint32_t i = 0; i < rank; ++i) {
            TRY(const auto dimension, number<std::int64_t>());
            tensor.shape.insert(tensor.shape.begin(), dimension);
        }
        TRY(const auto number_of_type, number<std::uint32_t>());
        TRY(tensor.begin, number<std::uint64_t>());
        const auto type = ggml_type_from(number_of_type);
        if (!type)
            return unsupported(fmt::format("tensor \"{}\" is of type {}, which is not supported",
                                           shown(tensor.name), number_of_type));
        tensor.type = *type;
        const auto bytes = ggml_byte_count(tensor.type, tensor.shape);
        if (!bytes)
            return bad("tensor", tensor.name,
                       fmt::format("no {} tensor can have the shape [{}]", ggml_type_name(tensor.type),
                                   fmt::join(tensor.shape, ", ")));
        tensor.byte_count = *bytes;
        header_.tensors.push_back(std::move(tensor));
        return {};
    }

    /// `offset` at the next multiple of the alignment; the largest number when there is none.
    std::uint64_t aligned(std::uint64_t offset) const {
        const std::uint64_t mask = header_.alignment - 1;
        return offset > std::numeric_limits<std::uint64_t>::max() - mask
                   ? std::numeric_limits<std::uint64_t>::max()
                   : (offset + mask) & ~mask;
    }

    /// Names once; bytes one after the other, each at the next multiple of the alignment, all in the file.
    Result<void> check_tensors() {
        header_.data_offset = aligned(at_);
        const std::uint64_t available =
            file_.size() > header_.data_offset ? file_.size() - header_.data_offset : 0;
        std::unordered_set<std::string_view> names;
        std::uint64_t expected = 0;
        for (const GgufTensorInfo& tensor : header_.tensors) {
            if (!names.insert(tensor.name).second)
                return bad("tensor", tensor.name, "it occurs twice");
            if (tensor.begin != expected)
                return bad("tensor", tensor.name,
                           fmt::format("its bytes begin at {}, but should at {}", tensor.begin, expected));
            const bool has_start = header_.data_offset <= file_.size() && expected <= available;
            if (!has_start || tensor.byte_count > available - expected)
                return bad(
                    "tensor", tensor.name,
                    fmt::format("its bytes end at {}, but the file has only {} bytes of tensors: it is "
                                "truncated",
                                expected + tensor.byte_count, available));
            expected = aligned(expected + tensor.byte_count);
        }
        return {};
    }

    std::span<const std::byte> file_;
    std::string_view source_;
    std::size_t at_ = 0;
    std::uint64_t tensors_ = 0;
    std::uint64_t entries_ = 0;
    GgufHeader header_ = {};
};

}  // namespace

Result<GgufHeader> parse_gguf_header(std::span<const std::byte> file, std::string_view source_name) {
    return Parser(file, source_name).parse();
}

}  // namespace tunebench
