// A file of torch.save as LibTorch's own reader understands it: the judge of the reader and the writer in
// core.
#pragma once

#include <filesystem>
#include <map>
#include <string>

#include <torch/csrc/jit/serialization/pickle.h>

#include "core/base/durable_file.h"
#include "core/engine/tensor.h"

namespace tunebench::test {

inline std::map<std::string, at::Tensor> read_with_libtorch(const std::filesystem::path& file) {
    const auto bytes = *read_file(file, std::uint64_t{1} << 30);
    const auto value = torch::jit::pickle_load({bytes.begin(), bytes.end()});
    std::map<std::string, at::Tensor> tensors;
    for (const auto& entry : value.toGenericDict())
        tensors.emplace(entry.key().toStringRef(), entry.value().toTensor());
    return tensors;
}

}  // namespace tunebench::test
