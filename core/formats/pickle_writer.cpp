#include <fmt/format.h>

#include "core/formats/pickle.h"
#include "core/formats/pickle_names.h"

namespace tunebench {
namespace {

void put_little_endian(std::string& out, std::uint64_t value, int bytes) {
    for (int i = 0; i < bytes; ++i)
        out += static_cast<char>(static_cast<unsigned char>(value >> (8 * i) & 0xff));
}

void put_text(std::string& out, std::string_view text) {
    out += pickle::kText;
    put_little_endian(out, text.size(), 4);
    out += text;
}

void put_integer(std::string& out, std::int64_t value) {
    constexpr std::int64_t kMaxInt4 = (std::int64_t{1} << 31) - 1;
    if (value <= kMaxInt4) {
        out += pickle::kInt4;
        put_little_endian(out, static_cast<std::uint64_t>(value), 4);
    } else {
        out += pickle::kLong1;
        put_little_endian(out, 8, 1);
        put_little_endian(out, static_cast<std::uint64_t>(value), 8);
    }
}

void put_integers(std::string& out, const std::vector<std::int64_t>& values) {
    out += pickle::kMark;
    for (const auto value : values)
        put_integer(out, value);
    out += pickle::kTuple;
}

void put_name(std::string& out, std::string_view module, std::string_view name) {
    out += pickle::kGlobal;
    out.append(module).append("\n").append(name).append("\n");
}

void put_ordered_dict(std::string& out) {
    put_name(out, pickle::kCollections, pickle::kOrderedDict);
    out += pickle::kEmptyTuple;
    out += pickle::kReduce;
}

void put_storage(std::string& out, std::string_view type, std::size_t number, std::int64_t elements) {
    out += pickle::kMark;
    put_text(out, pickle::kStorage);
    put_name(out, pickle::kTorch, type);
    put_text(out, std::to_string(number));
    put_text(out, "cpu");
    put_integer(out, elements);
    out += pickle::kTuple;
    out += pickle::kPersistentId;
}

std::vector<std::int64_t> contiguous_strides(const std::vector<std::int64_t>& shape) {
    std::vector<std::int64_t> strides(shape.size(), 1);
    for (auto i = shape.size(); i-- > 1;)
        strides[i - 1] = strides[i] * std::max<std::int64_t>(shape[i], 1);
    return strides;
}

void put_tensor(std::string& out, const TensorShape& tensor, std::string_view type, std::size_t number) {
    std::int64_t elements = 1;
    for (const auto size : tensor.shape)
        elements *= size;
    put_text(out, tensor.name);
    put_name(out, pickle::kTorchUtilities, pickle::kRebuildTensor);
    out += pickle::kMark;
    put_storage(out, type, number, elements);
    put_integer(out, 0);
    put_integers(out, tensor.shape);
    put_integers(out, contiguous_strides(tensor.shape));
    out += pickle::kFalse;  // it asks for no gradient
    put_ordered_dict(out);  // and has no hooks
    out += pickle::kTuple;
    out += pickle::kReduce;
}

}  // namespace

Result<std::string> pickled_tensors(const std::vector<TensorShape>& tensors) {
    std::string out{pickle::kProtocol, static_cast<char>(pickle::kProtocolNumber)};
    out += pickle::kEmptyDict;  // not an OrderedDict, which LibTorch's own reader takes for nothing
    out += pickle::kMark;
    for (std::size_t i = 0; i < tensors.size(); ++i) {
        const auto type = pickle::storage_name(tensors[i].dtype);
        if (!type)
            return Error{.code = ErrorCode::Unsupported,
                         .message = fmt::format("Tensor \"{}\" is of type {}, which torch.save cannot keep",
                                                tensors[i].name, dtype_name(tensors[i].dtype)),
                         .hint = "Use safetensors."};
        put_tensor(out, tensors[i], *type, i);
    }
    out += pickle::kSetItems;
    out += pickle::kStop;
    return out;
}

}  // namespace tunebench
