// Any bytes as a GGUF file: what is accepted has tensors within the file, aligned and without overlap, and
// their bytes can be decoded.
#include <cstddef>
#include <cstdint>
#include <span>

#include "core/formats/gguf.h"
#include "tests/fuzz/require.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using tunebench::fuzz::require;
    const auto bytes = std::as_bytes(std::span(data, size));
    const auto header = tunebench::parse_gguf_header(bytes, "fuzz");
    if (!header) {
        require(header.error().message.starts_with("fuzz"));
        return 0;
    }
    std::uint64_t end = 0;
    for (const tunebench::GgufTensorInfo& tensor : header->tensors) {
        require(tensor.begin >= end && tensor.begin % header->alignment == 0);
        require(tensor.byte_count == tunebench::ggml_byte_count(tensor.type, tensor.shape));
        end = tensor.begin + tensor.byte_count;
        require(header->data_offset + end <= size);
        const auto stored = bytes.subspan(static_cast<std::size_t>(header->data_offset + tensor.begin),
                                          static_cast<std::size_t>(tensor.byte_count));
        const auto values = tunebench::from_ggml(tensor.type, stored);
        require(tunebench::to_ggml(tensor.type, values).size() == stored.size());
    }
    return 0;
}
