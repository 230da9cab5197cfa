// The pickle inside a file of torch.save, as a list of tensors: a small stack machine that knows only what a
// dictionary of tensors needs. Nothing of a pickle is ever executed: any other operation, and any other name
// than those of storages, _rebuild_tensor_v2 and OrderedDict, is refused. Source: pickletools of Python,
// protocol 2; torch/_utils.py, torch/serialization.py.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/formats/dtype.h"

namespace tunebench {

/// A tensor of a dictionary: where its elements lie in a storage that the archive holds apart.
struct PickledTensor {
    std::string name = {};
    DType dtype = DType::F32;
    std::string storage = {};   // the file "data/<storage>"
    std::int64_t elements = 0;  // of the storage
    std::int64_t offset = 0;    // elements
    std::vector<std::int64_t> shape = {};
    std::vector<std::int64_t> strides = {};  // elements; one a dimension
};

/// The dictionary's tensors in its order. Unsupported for a pickle of anything else, naming what it asks for;
/// Corrupt for one that is cut off or contradicts itself. Shapes and strides are not negative, and as many as
/// each other; whether they fit the storage is for the reader of the storage to check.
Result<std::vector<PickledTensor>> parse_pickled_tensors(std::string_view program,
                                                         std::string_view source_name);

/// A pickle of a dictionary of contiguous tensors, tensor i in the storage "i".
struct TensorShape {
    std::string_view name = {};
    DType dtype = DType::F32;
    std::vector<std::int64_t> shape = {};
};
Result<std::string> pickled_tensors(const std::vector<TensorShape>& tensors);

}  // namespace tunebench
