#include "core/engine/exporting/adapter_folder.h"

#include <fmt/format.h>

#include "core/base/durable_file.h"
#include "core/engine/models/tensor_bytes.h"

namespace tunebench {
namespace {

constexpr const char* kConfigFile = "adapter_config.json";
constexpr const char* kWeightsFile = "adapter_model.safetensors";

const Method* method_of_peft_type(const std::string& type) {
    for (const auto* method : all_methods())
        if (method->peft && method->peft->peft_type == type)
            return method;
    return nullptr;
}

}  // namespace

Result<void> write_adapter(const std::filesystem::path& folder, const Method& method, const ParamMap& params,
                           const ModelConfig& model, const std::string& base_model,
                           const std::vector<TrainableParameter>& parameters) {
    if (!method.peft)
        return Error{.code = ErrorCode::Unsupported,
                     .message = fmt::format("{} has no adapter in PEFT's format", method.title),
                     .hint = "Export it as merged model instead."};
    TRY(const auto config, method.peft->write(model, params, base_model));
    std::error_code failed;
    std::filesystem::create_directories(folder, failed);
    if (failed)
        return Error{.code = ErrorCode::Io,
                     .message = fmt::format("{}: {}", folder.string(), failed.message()),
                     .hint = "Choose a folder that you may write to."};
    NamedTensors tensors;
    for (const auto& parameter : parameters)
        tensors.emplace_back(parameter.name, parameter.tensor);
    TRY_VOID(write_tensors(folder / kWeightsFile, tensors, {{"format", "pt"}}));
    return write_file_durably(folder / kConfigFile, json_text(config, 2));
}

Result<std::vector<TrainableParameter>> load_adapter(CausalModel& model,
                                                     const std::filesystem::path& folder) {
    const auto config_file = folder / kConfigFile;
    TRY(const auto config, read_json_file(config_file));
    const auto type = json_string(config, "peft_type");
    if (!type)
        return Error{.code = ErrorCode::Unsupported,
                     .message = fmt::format("{} is not of an adapter in PEFT's format", config_file.string()),
                     .hint = "Other formats of adapters are not supported yet."};
    const auto* method = method_of_peft_type(*type);
    const auto* attachment = method ? find_attachment(method->id) : nullptr;
    if (!attachment)
        return Error{.code = ErrorCode::Unsupported,
                     .message = fmt::format("{}: adapters of type {} are not supported yet",
                                            config_file.string(), *type),
                     .hint = "Use a LoRA adapter."};
    TRY(const auto params, method->peft->read(config));
    TRY(auto parameters, attachment->attach(model, params, /*seed=*/0));
    TRY_VOID(load_parameters(parameters, folder / kWeightsFile));
    return parameters;
}

Result<void> load_parameters(const std::vector<TrainableParameter>& parameters,
                             const std::filesystem::path& file) {
    TRY(auto tensors, read_tensors(file));
    for (const auto& parameter : parameters) {
        const auto it = tensors.find(parameter.name);
        if (it == tensors.end())
            return Error{.code = ErrorCode::Corrupt,
                         .message = fmt::format("{}: tensor {} is missing", file.string(), parameter.name),
                         .hint = "The file belongs to another model or to other settings."};
        auto target = parameter.tensor;
        TRY_VOID(copy_into(target, it->second, fmt::format("{}: tensor {}", file.string(), parameter.name)));
        tensors.erase(it);
    }
    if (!tensors.empty())
        return Error{.code = ErrorCode::Corrupt,
                     .message = fmt::format("{}: tensor {} belongs to no adapted module of this model",
                                            file.string(), tensors.begin()->first),
                     .hint = "The adapter was made for another model."};
    return {};
}

}  // namespace tunebench
