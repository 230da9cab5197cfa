#include "core/engine/exporting/adapter_format.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/engine/exporting/adapter_folder.h"
#include "core/engine/training/task_head.h"

namespace tunebench {
namespace {

const Method* method_of(std::string_view format, const Json& config) {
    for (const auto* method : all_methods())
        if (const auto* form = find_adapter_format(*method, format); form && form->recognises(config))
            return method;
    return nullptr;
}

}  // namespace

Result<AdapterContent> adapter_content(std::string_view format, const ExportJob& job) {
    const auto* form = find_adapter_format(job.method, format);
    if (!form)
        return Error{.code = ErrorCode::Unsupported,
                     .message = fmt::format("{} has no form in the format {}", job.method.title, format),
                     .hint = "Choose another format."};
    const auto& model = *job.trainee.model;
    const auto& params = job.run.method.params;
    AdapterContent content;
    TRY(content.config, form->write(model.config(), params, job.run.model.path));
    const auto parts = split_head(job.trainee.parameters);
    TRY(content.tensors, find_attachment(job.method.id)->to_file(format, model, params, parts.method));
    for (const auto& parameter : parts.head)
        content.head.emplace_back(parameter.name, parameter.tensor);
    return content;
}

bool describes_adapter(std::string_view format, const std::filesystem::path& config_file) {
    const auto config = read_json_file(config_file);
    return config && method_of(format, *config);
}

Result<AttachedAdapter> attach_described(std::string_view format, CausalModel& model,
                                         const std::filesystem::path& config_file) {
    TRY(const auto config, read_json_file(config_file));
    const auto* method = method_of(format, config);
    if (!method)
        return Error{
            .code = ErrorCode::Unsupported,
            .message = fmt::format("{}: adapters of this type are not supported yet", config_file.string()),
            .hint = "Use an adapter of another type, for example LoRA."};
    TRY(const auto params, find_adapter_format(*method, format)->read(config, model.config()));
    AttachedAdapter attached{.attachment = find_attachment(method->id)};
    TRY(attached.parameters, attach_method(*attached.attachment, model, params, /*seed=*/0));
    return attached;
}

Result<void> AttachedAdapter::load(std::string_view format, std::map<std::string, at::Tensor> tensors,
                                   const std::string& source) const {
    return attachment->from_file(format, split_head(parameters).method, std::move(tensors), source);
}

Result<void> AttachedAdapter::load_head(std::map<std::string, at::Tensor> tensors,
                                        const std::string& source) const {
    return load_parameters(split_head(parameters).head, std::move(tensors), source);
}

bool AttachedAdapter::has_head() const {
    return std::ranges::any_of(parameters, &TrainableParameter::in_task_head);
}

}  // namespace tunebench
