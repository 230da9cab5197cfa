#include "core/formats/event_message.h"
#include "core/formats/event_message_fields.h"
#include "core/formats/protobuf_writer.h"

namespace tunebench {
namespace {

namespace wire = event_fields;

std::string event_bytes(double wall_time, std::int64_t step, std::string_view summary) {
    ProtobufWriter event;
    event.real(wire::kWallTime, wall_time);
    if (step != 0)
        event.number(wire::kStep, static_cast<std::uint64_t>(step));
    return event.bytes(wire::kSummary, summary).text();
}

std::string plugin_bytes(std::string_view name, std::string_view content) {
    ProtobufWriter data;
    data.bytes(wire::kPluginName, name).bytes(wire::kPluginContent, content);
    return ProtobufWriter().bytes(wire::kPluginData, data.text()).text();
}

std::string hparams_event(double wall_time, std::string_view tag, std::uint32_t kind,
                          std::string_view message) {
    const auto content = ProtobufWriter().bytes(kind, message).text();
    ProtobufWriter value;
    value.bytes(wire::kTag, tag).bytes(wire::kMetadata, plugin_bytes("hparams", content));
    return event_bytes(wall_time, 0, ProtobufWriter().bytes(wire::kValue, value.text()).text());
}

std::string json_value(const Hyperparameter& parameter) {
    if (const auto* number = std::get_if<double>(&parameter))
        return ProtobufWriter().real(wire::kNumber, *number).text();
    if (const auto* flag = std::get_if<bool>(&parameter))
        return ProtobufWriter().number(wire::kBoolean, *flag ? 1 : 0).text();
    return ProtobufWriter().bytes(wire::kText, std::get<std::string>(parameter)).text();
}

/// DataType of api.proto: text 1, bool 2, number 3.
std::uint64_t hyperparameter_type(const Hyperparameter& parameter) {
    return std::holds_alternative<double>(parameter) ? 3 : std::holds_alternative<bool>(parameter) ? 2 : 1;
}

}  // namespace

std::string version_event(double wall_time) {
    return ProtobufWriter()
        .real(wire::kWallTime, wall_time)
        .bytes(wire::kFileVersion, "brain.Event:2")
        .text();
}

std::string scalars_event(double wall_time, std::int64_t step,
                          const std::vector<EventMessage::Scalar>& scalars) {
    ProtobufWriter summary;
    for (const auto& [tag, number] : scalars) {
        ProtobufWriter value;
        value.bytes(wire::kTag, tag).single(wire::kSimpleValue, static_cast<float>(number));
        summary.bytes(wire::kValue, value.text());
    }
    return event_bytes(wall_time, step, summary.text());
}

std::vector<std::string> hyperparameter_events(
    double wall_time, const std::vector<std::pair<std::string, Hyperparameter>>& hyperparameters,
    const std::vector<std::string>& metrics) {
    ProtobufWriter experiment;
    ProtobufWriter start;
    for (const auto& [name, parameter] : hyperparameters) {
        ProtobufWriter info;
        info.bytes(wire::kInfoName, name).number(wire::kInfoType, hyperparameter_type(parameter));
        experiment.bytes(wire::kHyperparameterInfo, info.text());
        ProtobufWriter entry;
        entry.bytes(wire::kKey, name).bytes(wire::kMapValue, json_value(parameter));
        start.bytes(wire::kHyperparameters, entry.text());
    }
    for (const auto& metric : metrics) {
        const auto name = ProtobufWriter().bytes(wire::kMetricTag, metric).text();
        experiment.bytes(wire::kMetricInfo, ProtobufWriter().bytes(wire::kMetricName, name).text());
    }
    const auto success = ProtobufWriter().number(1, 1).text();
    return {hparams_event(wall_time, "_hparams_/experiment", wire::kExperiment, experiment.text()),
            hparams_event(wall_time, "_hparams_/session_start_info", wire::kSessionStart, start.text()),
            hparams_event(wall_time, "_hparams_/session_end_info", wire::kSessionEnd, success)};
}

std::string text_event(double wall_time, std::string_view tag, std::string_view markdown) {
    const auto dimension = ProtobufWriter().number(wire::kDimensionSize, 1).text();
    const auto shape = ProtobufWriter().bytes(wire::kDimension, dimension).text();
    ProtobufWriter tensor;
    tensor.number(wire::kDtype, wire::kString).bytes(wire::kShape, shape).bytes(wire::kStrings, markdown);
    ProtobufWriter value;
    value.bytes(wire::kTag, std::string(tag) + "/text_summary")
        .bytes(wire::kTensor, tensor.text())
        .bytes(wire::kMetadata, plugin_bytes("text", ""));
    return event_bytes(wall_time, 0, ProtobufWriter().bytes(wire::kValue, value.text()).text());
}

}  // namespace tunebench
