// Numbers of the fields of TensorBoard's messages (event.proto, summary.proto, tensor.proto, and the hparams
// plugin's plugin_data.proto and api.proto). Part of event_message.h.
#pragma once

#include <cstdint>

namespace tunebench::event_fields {

inline constexpr std::uint32_t kWallTime = 1, kStep = 2, kFileVersion = 3, kSummary = 5;  // Event
inline constexpr std::uint32_t kValue = 1;                                                // Summary
inline constexpr std::uint32_t kTag = 1, kSimpleValue = 2, kTensor = 8, kMetadata = 9;    // Summary.Value
inline constexpr std::uint32_t kPluginData = 1, kPluginName = 1, kPluginContent = 2;      // SummaryMetadata
inline constexpr std::uint32_t kDtype = 1, kShape = 2, kContent = 4, kFloats = 5,
                               kDoubles = 6;                              // TensorProto
inline constexpr std::uint32_t kIntegers = 7, kStrings = 8, kLongs = 10;  // TensorProto
inline constexpr std::uint32_t kDimension = 2, kDimensionSize = 1;        // TensorShapeProto

inline constexpr std::uint64_t kFloat = 1, kDouble = 2, kInt32 = 3, kString = 7, kInt64 = 9;  // DataType

inline constexpr std::uint32_t kExperiment = 2, kSessionStart = 3, kSessionEnd = 4;  // HParamsPluginData
inline constexpr std::uint32_t kHyperparameters = 1, kKey = 1, kMapValue = 2;        // SessionStartInfo
inline constexpr std::uint32_t kNumber = 2, kText = 3, kBoolean = 4;                 // google.protobuf.Value
inline constexpr std::uint32_t kHyperparameterInfo = 4, kMetricInfo = 5;             // Experiment
inline constexpr std::uint32_t kInfoName = 1, kInfoType = 4;                         // HParamInfo
inline constexpr std::uint32_t kMetricName = 1, kMetricTag = 2;                      // MetricInfo, MetricName

}  // namespace tunebench::event_fields
