// Any bytes as a safetensors file: what is accepted has tensors that cover the data exactly, in order.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "core/formats/safetensors.h"
#include "tests/fuzz/require.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using tunebench::fuzz::require;
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const auto header = tunebench::parse_safetensors_header(bytes, size, "fuzz");
    if (!header) {
        require(header.error().message.starts_with("fuzz"));
        return 0;
    }
    std::uint64_t end = 0;
    for (const tunebench::TensorEntry& tensor : header->tensors) {
        require(tensor.begin == end);
        require(tensor.byte_count() == tunebench::tensor_byte_count(tensor.dtype, tensor.shape));
        require(tensor.element_count() >= 0);
        end = tensor.end;
    }
    require(header->data_offset + end == size);
    return 0;
}
