// The operations and names that pickles of tensors are made of: those of Python's protocol 2 and of
// torch.save.
#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "core/formats/dtype.h"

namespace tunebench::pickle {

inline constexpr char kProtocol = '\x80', kGlobal = 'c', kReduce = 'R', kBuild = 'b', kPersistentId = 'Q',
                      kStop = '.';
inline constexpr char kMark = '(', kEmptyTuple = ')', kTuple = 't', kTuple1 = '\x85', kTuple2 = '\x86',
                      kTuple3 = '\x87', kEmptyDict = '}', kSetItem = 's', kSetItems = 'u';
inline constexpr char kText = 'X', kInt1 = 'K', kInt2 = 'M', kInt4 = 'J', kLong1 = '\x8a', kNone = 'N',
                      kTrue = '\x88', kFalse = '\x89';
inline constexpr char kPut1 = 'q', kPut4 = 'r', kGet1 = 'h', kGet4 = 'j';
inline constexpr int kProtocolNumber = 2;

inline constexpr std::string_view kCollections = "collections", kOrderedDict = "OrderedDict";
inline constexpr std::string_view kTorchUtilities = "torch._utils", kRebuildTensor = "_rebuild_tensor_v2";
inline constexpr std::string_view kTorch = "torch", kStorage = "storage";

inline constexpr std::array kStorages = {std::pair{DType::F32, std::string_view("FloatStorage")},
                                         std::pair{DType::F64, std::string_view("DoubleStorage")},
                                         std::pair{DType::F16, std::string_view("HalfStorage")},
                                         std::pair{DType::BF16, std::string_view("BFloat16Storage")},
                                         std::pair{DType::I64, std::string_view("LongStorage")},
                                         std::pair{DType::I32, std::string_view("IntStorage")},
                                         std::pair{DType::I16, std::string_view("ShortStorage")},
                                         std::pair{DType::I8, std::string_view("CharStorage")},
                                         std::pair{DType::U8, std::string_view("ByteStorage")},
                                         std::pair{DType::Bool, std::string_view("BoolStorage")}};

inline std::optional<DType> storage_dtype(std::string_view name) {
    for (const auto& [dtype, known] : kStorages)
        if (known == name)
            return dtype;
    return std::nullopt;
}

inline std::optional<std::string_view> storage_name(DType dtype) {
    for (const auto& [known, name] : kStorages)
        if (known == dtype)
            return name;
    return std::nullopt;
}

}  // namespace tunebench::pickle
