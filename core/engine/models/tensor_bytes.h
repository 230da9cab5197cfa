// Between tensors and the bytes of safetensors files.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include <ATen/ATen.h>

#include "core/base/result.h"
#include "core/formats/safetensors.h"

namespace tunebench {

using NamedTensors = std::vector<std::pair<std::string, at::Tensor>>;

/// A copy of the file's tensor in its own type. NotFound, Corrupt (file changed) or Unsupported (type).
Result<at::Tensor> read_tensor(const SafetensorsSet& set, const std::string& name);

/// The values of the file's tensor in the place of those of `target` (same shape, any type), a piece at a
/// time where it is contiguous. `what` names the tensor in the error. Errors of read_tensor, and Corrupt for
/// the shape.
Result<void> read_into(const at::Tensor& target, const SafetensorsSet& set, const std::string& name,
                       const std::string& what);

/// Every tensor of a file or folder, by name.
Result<std::map<std::string, at::Tensor>> read_tensors(const std::filesystem::path& path);

/// Tensors of any device and layout, written through write_safetensors in their own types or in `type`, which
/// is made a piece at a time, in the host's memory.
Result<void> write_tensors(const std::filesystem::path& path, const NamedTensors& tensors,
                           const std::map<std::string, std::string>& metadata,
                           std::optional<at::ScalarType> type = {});

/// The same for files of torch.save (see core/formats/torch_pickle.h), below 4 GiB.
Result<std::map<std::string, at::Tensor>> read_torch_tensors(const std::filesystem::path& path);
Result<void> write_torch_tensors(const std::filesystem::path& path, const NamedTensors& tensors);

/// Copies the values of `source` into `target` (same shape, any type). `what` names the tensor in the error.
Result<void> copy_into(at::Tensor& target, const at::Tensor& source, const std::string& what);

}  // namespace tunebench
