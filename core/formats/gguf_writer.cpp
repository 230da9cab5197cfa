#include <algorithm>
#include <concepts>
#include <cstring>
#include <set>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/base/durable_file.h"
#include "core/base/utf8.h"
#include "core/formats/gguf.h"

namespace tunebench {

namespace {

class Bytes {
public:
    template <class T>
    requires std::integral<T> || std::floating_point<T>
    void add(T value) {
        char bytes[sizeof(T)];
        std::memcpy(bytes, &value, sizeof(T));  // little-endian: see ggml_types.cpp
        text_.append(bytes, sizeof(T));
    }
    void add(const std::string& text) {
        add(static_cast<std::uint64_t>(text.size()));
        text_ += text;
    }
    void add(const GgufArray& array) {
        add(static_cast<std::uint32_t>(array.index()));
        std::visit(
            [this]<class Values>(const Values& values) {
                if constexpr (!std::is_same_v<Values, std::monostate>) {
                    add(static_cast<std::uint64_t>(values.size()));
                    for (const auto& value : values)
                        add(typename Values::value_type(value));
                }
            },
            array);
    }
    void pad() { text_.append(padding(text_.size()), '\0'); }

    static std::size_t padding(std::uint64_t size) {
        return static_cast<std::size_t>((kGgufAlignment - size % kGgufAlignment) % kGgufAlignment);
    }

    const std::string& text() const { return text_; }

private:
    std::string text_;
};

class Checker {
public:
    explicit Checker(const std::filesystem::path& path) : path_(path) {}

    Result<void> check(const GgufMetadata& metadata, std::span<const GgufTensor> tensors) const {
        std::set<std::string_view> names;
        for (const auto& [key, value] : metadata) {
            TRY_VOID(check_name("key", key, kMaxGgufKeyBytes, names));
            TRY_VOID(check_value(key, value));
        }
        names.clear();
        for (const GgufTensor& tensor : tensors) {
            TRY_VOID(check_name("tensor", tensor.name, kMaxGgufNameBytes, names));
            if (tensor.shape.size() > kMaxGgufRank || !ggml_byte_count(tensor.type, tensor.shape))
                return invalid("tensor", tensor.name,
                               fmt::format("no {} tensor can have the shape [{}]",
                                           ggml_type_name(tensor.type), fmt::join(tensor.shape, ", ")));
        }
        return {};
    }

    Error invalid(std::string_view kind, std::string_view name, std::string_view reason) const {
        return {
            .code = ErrorCode::InvalidArgument,
            .message = fmt::format("Cannot write {} \"{}\" to {}: {}.", kind, name, path_.string(), reason)};
    }

private:
    Result<void> check_name(std::string_view kind, std::string_view name, std::size_t limit,
                            std::set<std::string_view>& names) const {
        const auto allowed = [](unsigned char c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
                   c == '_' || c == '-';
        };
        if (name.empty() || !std::ranges::all_of(name, allowed))
            return invalid(kind, name, "the format does not allow the name");
        if (name.size() > limit)
            return invalid(kind, name, fmt::format("the name has more than {} bytes", limit));
        if (!names.insert(name).second)
            return invalid(kind, name, "the name occurs twice");
        return {};
    }

    Result<void> check_value(std::string_view key, const GgufValue& value) const {
        const auto* array = std::get_if<GgufArray>(&value);
        if (array && std::holds_alternative<std::monostate>(*array))
            return invalid("key", key, "the array has no type");
        const auto* text = std::get_if<std::string>(&value);
        const auto* texts = array ? std::get_if<std::vector<std::string>>(array) : nullptr;
        if ((text && !is_valid_utf8(*text)) ||
            (texts && !std::ranges::all_of(*texts, [](const auto& one) { return is_valid_utf8(one); })))
            return invalid("key", key, "its text is not UTF-8");
        return {};
    }

    const std::filesystem::path& path_;
};

std::string header_bytes(const GgufMetadata& metadata, std::span<const GgufTensor> tensors) {
    Bytes bytes;
    for (const char c : {'G', 'G', 'U', 'F'})
        bytes.add(c);
    bytes.add(kGgufVersion);
    bytes.add(static_cast<std::uint64_t>(tensors.size()));
    bytes.add(static_cast<std::uint64_t>(metadata.size()));
    for (const auto& [key, value] : metadata) {
        bytes.add(key);
        bytes.add(static_cast<std::uint32_t>(value.index()));
        std::visit([&bytes](const auto& content) { bytes.add(content); }, value);
    }
    std::uint64_t begin = 0;
    for (const GgufTensor& tensor : tensors) {
        bytes.add(tensor.name);
        bytes.add(static_cast<std::uint32_t>(tensor.shape.size()));
        for (auto dimension = tensor.shape.rbegin(); dimension != tensor.shape.rend(); ++dimension)
            bytes.add(*dimension);
        bytes.add(static_cast<std::uint32_t>(tensor.type));
        bytes.add(begin);
        const std::uint64_t size = *ggml_byte_count(tensor.type, tensor.shape);
        begin += size + Bytes::padding(size);
    }
    bytes.pad();
    return bytes.text();
}

}  // namespace

Result<void> write_gguf(const std::filesystem::path& path, const GgufMetadata& metadata,
                        std::span<const GgufTensor> tensors) {
    const Checker checker(path);
    TRY_VOID(checker.check(metadata, tensors));
    const std::string header = header_bytes(metadata, tensors);
    std::uint64_t total = header.size();
    for (const GgufTensor& tensor : tensors) {
        const std::uint64_t size = *ggml_byte_count(tensor.type, tensor.shape);
        total += size + Bytes::padding(size);
    }
    TRY(DurableFileWriter writer, DurableFileWriter::open(path, total));
    TRY_VOID(writer.append(header));
    for (const GgufTensor& tensor : tensors) {
        const auto bytes = tensor.bytes();
        if (bytes.size() != *ggml_byte_count(tensor.type, tensor.shape))
            return checker.invalid("tensor", tensor.name,
                                   fmt::format("{} bytes are not {} of shape [{}]", bytes.size(),
                                               ggml_type_name(tensor.type), fmt::join(tensor.shape, ", ")));
        TRY_VOID(writer.append({reinterpret_cast<const char*>(bytes.data()), bytes.size()}));
        TRY_VOID(writer.append(std::string(Bytes::padding(bytes.size()), '\0')));
    }
    return writer.commit();
}

}  // namespace tunebench
