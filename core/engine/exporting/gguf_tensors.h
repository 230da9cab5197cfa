// Between tensors and those of GGUF files.
#pragma once

#include <string>
#include <vector>

#include <ATen/ATen.h>

#include "core/base/result.h"
#include "core/formats/gguf.h"

namespace tunebench {

/// The rows of `heads` heads (a weight, a bias, or LoRA's B) from the order of Hugging Face, where the halves
/// of a head turn with each other, to that of llama.cpp, where neighbours do: row i of a half becomes row 2i
/// or 2i + 1 of the head. 0 heads: as they are.
at::Tensor to_rotary_pairs(const at::Tensor& rows, std::int64_t heads);
/// Back again.
at::Tensor to_rotary_halves(const at::Tensor& rows, std::int64_t heads);

/// The type in which a tensor is stored when `wanted` is asked for: norms, biases and everything else of one
/// dimension stay F32; where rows are no whole number of blocks, F16 stands in, as in llama.cpp's own files.
GgmlType stored_type(const at::Tensor& tensor, GgmlType wanted);

/// The tensor, converted when it is written.
GgufTensor gguf_tensor(std::string name, at::Tensor tensor, GgmlType type);

/// Several of one shape as one, (n, …), converted one after the other when it is written.
GgufTensor stacked_gguf_tensor(std::string name, std::vector<at::Tensor> parts, GgmlType type);

/// The tensor of the file as F32, dequantized. NotFound or Corrupt, naming file and tensor, when it is
/// missing or of another shape than `shape` (empty: any).
Result<at::Tensor> read_gguf_tensor(const GgufFile& file, const std::string& name,
                                    at::IntArrayRef shape = {});

}  // namespace tunebench
