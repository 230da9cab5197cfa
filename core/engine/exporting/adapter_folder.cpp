#include "core/engine/exporting/adapter_folder.h"

#include <set>
#include <string_view>

#include <fmt/format.h>

#include "core/base/durable_file.h"
#include "core/engine/exporting/adapter_labels.h"
#include "core/engine/exporting/export_folder.h"
#include "core/engine/models/tensor_bytes.h"
#include "core/engine/training/task_head.h"
#include "core/methods/adapter_description.h"
#include "core/methods/peft_task.h"

namespace tunebench {
namespace {

constexpr std::string_view kPeft = "peft";

const Method* method_of(const Json& config) {
    for (const auto* method : all_methods())
        if (const auto* format = find_adapter_format(*method, kPeft); format && format->recognises(config))
            return method;
    return nullptr;
}

Error missing(const std::string& source, const std::string& name) {
    return {.code = ErrorCode::Corrupt,
            .message = fmt::format("{}: tensor {} is missing", source, name),
            .hint = "The file belongs to another model or to other settings."};
}

Error left_over(const std::string& source, const std::string& name) {
    return {.code = ErrorCode::Corrupt,
            .message = fmt::format("{}: tensor {} belongs to no adapted module of this model", source, name),
            .hint = "The adapter was made for another model."};
}

/// Copies the tensor of that name and takes it out of the file's.
Result<void> take_tensor(const TrainableParameter& parameter, const std::string& name,
                         std::map<std::string, at::Tensor>& tensors, const std::string& source) {
    const auto it = tensors.find(name);
    if (it == tensors.end())
        return missing(source, name);
    auto target = parameter.tensor;
    TRY_VOID(copy_into(target, it->second, fmt::format("{}: tensor {}", source, name)));
    tensors.erase(it);
    return {};
}

Result<void> take_head(const std::vector<TrainableParameter>& head, const std::string& prefix,
                       std::map<std::string, at::Tensor>& tensors, const std::string& source) {
    for (const auto& parameter : head)
        TRY_VOID(take_tensor(parameter, prefix + parameter.name, tensors, source));
    return {};
}

}  // namespace

Result<void> write_adapter(const std::filesystem::path& folder, const Method& method, const ParamMap& params,
                           const CausalModel& model, const std::string& base_model,
                           const std::vector<TrainableParameter>& parameters) {
    const auto* format = find_adapter_format(method, kPeft);
    if (!format)
        return Error{.code = ErrorCode::Unsupported,
                     .message = fmt::format("{} has no adapter in PEFT's format", method.title),
                     .hint = "Export it as merged model instead."};
    TRY(auto config, format->write(model.config(), params, base_model));
    if (model.config().is_classifier())
        peft::set_classification(config);
    const auto parts = split_head(parameters);
    TRY(auto tensors, find_attachment(method.id)->to_file(kPeft, model, params, parts.method));
    for (const auto& parameter : parts.head)
        tensors.emplace_back(peft::head_prefix(config) + parameter.name, parameter.tensor);
    TRY_VOID(make_export_folder(folder));
    TRY_VOID(write_tensors(folder / kAdapterWeightsFile, tensors, {{"format", "pt"}}));
    if (model.config().is_classifier())
        TRY_VOID(write_adapter_labels(folder, model.config().labels));
    return write_file_durably(folder / kAdapterConfigFile, json_text(config, 2));
}

bool is_peft_adapter(const std::filesystem::path& folder) {
    const auto config = read_json_file(folder / kAdapterConfigFile);
    return config && json_string(*config, "peft_type");
}

Result<std::vector<TrainableParameter>> load_peft_adapter(CausalModel& model,
                                                          const std::filesystem::path& folder) {
    const auto config_file = folder / kAdapterConfigFile;
    TRY(const auto config, read_json_file(config_file));
    TRY(const auto type, json_string(config, "peft_type"));
    const auto* method = method_of(config);
    const auto* attachment = method ? find_attachment(method->id) : nullptr;
    if (!attachment)
        return Error{.code = ErrorCode::Unsupported,
                     .message = fmt::format("{}: adapters of type {} are not supported yet",
                                            config_file.string(), type),
                     .hint = "Use an adapter of another type, for example LoRA."};
    const auto of_method = model.config().is_classifier() ? peft::without_head(config) : config;
    TRY(const auto params, find_adapter_format(*method, kPeft)->read(of_method, model.config()));
    TRY(auto parameters, attach_method(*attachment, model, params, /*seed=*/0));
    const auto file = folder / kAdapterWeightsFile;
    TRY(auto tensors, read_tensors(file));
    const auto parts = split_head(parameters);
    TRY_VOID(take_head(parts.head, peft::head_prefix(config), tensors, file.string()));
    TRY_VOID(attachment->from_file(kPeft, parts.method, std::move(tensors), file.string()));
    return parameters;
}

Result<void> load_parameters(const std::vector<TrainableParameter>& parameters,
                             const std::filesystem::path& file) {
    TRY(const auto set, SafetensorsSet::open(file));
    std::set<std::string_view> known;
    for (const auto& parameter : parameters) {
        if (!set.find(parameter.name))
            return missing(file.string(), parameter.name);
        TRY_VOID(read_into(parameter.tensor, set, parameter.name,
                           fmt::format("{}: tensor {}", file.string(), parameter.name)));
        known.insert(parameter.name);
    }
    for (const auto& name : set.names())
        if (!known.contains(name))
            return left_over(file.string(), name);
    return {};
}

Result<void> load_parameters(const std::vector<TrainableParameter>& parameters,
                             std::map<std::string, at::Tensor> tensors, const std::string& source) {
    for (const auto& parameter : parameters)
        TRY_VOID(take_tensor(parameter, parameter.name, tensors, source));
    if (!tensors.empty())
        return left_over(source, tensors.begin()->first);
    return {};
}

}  // namespace tunebench
