// Any bytes as a file of torch.save: what is accepted has tensors whose bytes fit their shapes and can be
// written again.
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "core/formats/pickle.h"
#include "core/formats/torch_pickle.h"
#include "tests/fuzz/require.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using tunebench::fuzz::require;
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    // The program alone too, which no checksum keeps the fuzzer from.
    if (const auto program = tunebench::parse_pickled_tensors(bytes, "fuzz"); program)
        for (const auto& tensor : *program)
            require(tensor.shape.size() == tensor.strides.size());
    const auto tensors = tunebench::parse_torch_pickle(bytes, "fuzz");
    if (!tensors) {
        require(tensors.error().message.starts_with("fuzz"));
        return 0;
    }
    std::vector<tunebench::TensorView> views;
    for (const auto& tensor : *tensors) {
        require(tunebench::tensor_byte_count(tensor.dtype, tensor.shape) == tensor.data.size());
        views.push_back(
            {.name = tensor.name, .dtype = tensor.dtype, .shape = tensor.shape, .data = tensor.data});
    }
    const auto again = tunebench::torch_pickle(views);
    require(again && *tunebench::parse_torch_pickle(*again, "fuzz") == *tensors);
    return 0;
}
