// The engine's list of methods: the same file as core's.
#include "core/engine/training/attachment.h"

#include <array>

#include "core/engine/exporting/adapter_folder.h"

#define add(name) \
    namespace tunebench::name { \
    const Attachment& attachment(); \
    }
#include "core/methods/methods.def"
#undef add

namespace tunebench {

Result<NamedTensors> parameters_to_file(std::string_view /*format*/, const CausalModel& /*model*/,
                                        const ParamMap& /*params*/,
                                        const std::vector<TrainableParameter>& parameters) {
    NamedTensors tensors;
    for (const auto& parameter : parameters)
        tensors.emplace_back(parameter.name, parameter.tensor);
    return tensors;
}

Result<void> parameters_from_file(std::string_view /*format*/,
                                  const std::vector<TrainableParameter>& parameters,
                                  std::map<std::string, at::Tensor> tensors, const std::string& source) {
    return load_parameters(parameters, std::move(tensors), source);
}

const Attachment* find_attachment(std::string_view method_id) {
    static const std::array attachments = {
#define add(name) &name::attachment(),
#include "core/methods/methods.def"
#undef add
    };
    for (const auto* attachment : attachments)
        if (attachment->id == method_id)
            return attachment;
    return nullptr;
}

}  // namespace tunebench
