// Files of torch.save that hold a dictionary of tensors (*.bin, *.pt): a stored zip archive with data.pkl and
// one file a storage. Bytes in, tensors out, and back; nothing in a file is ever run (see pickle.h). What is
// written can be read by torch.load(weights_only=True). Source: torch/serialization.py, version 3.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/formats/safetensors.h"

namespace tunebench {

struct TorchTensor {
    std::string name = {};
    DType dtype = DType::F32;
    std::vector<std::int64_t> shape = {};
    std::vector<std::byte> data = {};  // row-major, little-endian

    bool operator==(const TorchTensor&) const = default;
};

/// The tensors in the order of the dictionary. The errors of parse_stored_zip and parse_pickled_tensors;
/// Corrupt for a tensor that reaches outside its storage or is there twice, and for tensors that together
/// are far larger than the file.
Result<std::vector<TorchTensor>> parse_torch_pickle(std::string_view bytes, std::string_view source_name);

/// The file's bytes; the same tensors always give the same. Unsupported from 4 GiB on and for types that
/// torch.save has no storage for; InvalidArgument for data that does not fit its shape.
Result<std::string> torch_pickle(std::span<const TensorView> tensors);

}  // namespace tunebench
