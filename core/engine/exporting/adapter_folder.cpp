#include "core/engine/exporting/adapter_folder.h"

#include <fmt/format.h>

#include "core/base/durable_file.h"
#include "core/engine/models/tensor_bytes.h"

namespace tunebench {
namespace {

constexpr std::string_view kPeft = "peft";
constexpr const char* kConfigFile = "adapter_config.json";
constexpr const char* kWeightsFile = "adapter_model.safetensors";

const Method* method_of(const Json& config) {
    for (const auto* method : all_methods())
        if (const auto* format = find_adapter_format(*method, kPeft); format && format->recognises(config))
            return method;
    return nullptr;
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
    TRY(const auto config, format->write(model.config(), params, base_model));
    TRY(const auto tensors, find_attachment(method.id)->to_file(kPeft, model, params, parameters));
    std::error_code failed;
    std::filesystem::create_directories(folder, failed);
    if (failed)
        return Error{.code = ErrorCode::Io,
                     .message = fmt::format("{}: {}", folder.string(), failed.message()),
                     .hint = "Choose a folder that you may write to."};
    TRY_VOID(write_tensors(folder / kWeightsFile, tensors, {{"format", "pt"}}));
    return write_file_durably(folder / kConfigFile, json_text(config, 2));
}

bool is_peft_adapter(const std::filesystem::path& folder) {
    const auto config = read_json_file(folder / kConfigFile);
    return config && json_string(*config, "peft_type");
}

Result<std::vector<TrainableParameter>> load_peft_adapter(CausalModel& model,
                                                          const std::filesystem::path& folder) {
    const auto config_file = folder / kConfigFile;
    TRY(const auto config, read_json_file(config_file));
    TRY(const auto type, json_string(config, "peft_type"));
    const auto* method = method_of(config);
    const auto* attachment = method ? find_attachment(method->id) : nullptr;
    if (!attachment)
        return Error{.code = ErrorCode::Unsupported,
                     .message = fmt::format("{}: adapters of type {} are not supported yet",
                                            config_file.string(), type),
                     .hint = "Use an adapter of another type, for example LoRA."};
    TRY(const auto params, find_adapter_format(*method, kPeft)->read(config, model.config()));
    TRY(auto parameters, attachment->attach(model, params, /*seed=*/0));
    const auto file = folder / kWeightsFile;
    TRY(auto tensors, read_tensors(file));
    TRY_VOID(attachment->from_file(kPeft, parameters, std::move(tensors), file.string()));
    return parameters;
}

Result<void> load_parameters(const std::vector<TrainableParameter>& parameters,
                             const std::filesystem::path& file) {
    TRY(auto tensors, read_tensors(file));
    return load_parameters(parameters, std::move(tensors), file.string());
}

Result<void> load_parameters(const std::vector<TrainableParameter>& parameters,
                             std::map<std::string, at::Tensor> tensors, const std::string& source) {
    for (const auto& parameter : parameters) {
        const auto it = tensors.find(parameter.name);
        if (it == tensors.end())
            return Error{.code = ErrorCode::Corrupt,
                         .message = fmt::format("{}: tensor {} is missing", source, parameter.name),
                         .hint = "The file belongs to another model or to other settings."};
        auto target = parameter.tensor;
        TRY_VOID(copy_into(target, it->second, fmt::format("{}: tensor {}", source, parameter.name)));
        tensors.erase(it);
    }
    if (!tensors.empty())
        return Error{.code = ErrorCode::Corrupt,
                     .message = fmt::format("{}: tensor {} belongs to no adapted module of this model",
                                            source, tensors.begin()->first),
                     .hint = "The adapter was made for another model."};
    return {};
}

}  // namespace tunebench
