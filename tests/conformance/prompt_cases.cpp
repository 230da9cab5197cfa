#include "tests/conformance/prompt_cases.h"

#include <algorithm>

#include "core/base/json.h"
#include "core/engine/exporting/adapter_folder.h"
#include "core/engine/tensor.h"
#include "core/engine/training/task_head.h"
#include "core/methods/method.h"
#include "core/methods/peft_task.h"

namespace tunebench::conformance {

std::string prompt_tensor_name(const std::string& on_disk,
                               const std::vector<TrainableParameter>& parameters) {
    // Without a projection the file has the embedding itself.
    constexpr const char* kItself = "prompt_embeddings";
    const bool is_itself =
        std::ranges::find(parameters, kItself, &TrainableParameter::name) != parameters.end();
    return is_itself && on_disk == "prompt_encoder.embedding.weight" ? kItself : on_disk;
}

at::Tensor with_virtual_positions(const at::Tensor& mask, std::int64_t count) {
    return at::cat({at::ones({mask.size(0), count}, mask.options()), mask}, 1);
}

Result<std::vector<TrainableParameter>> attach_projected_prefix(CausalModel& model,
                                                                const std::filesystem::path& folder) {
    TRY(const auto config, read_json_file(folder / "adapter_config.json"));
    TRY(auto params, find_adapter_format(*find_method("prefix"), "peft")
                         ->read(peft::without_head(config), model.config()));
    params.set("prefix_projection", true);
    TRY(auto parameters, attach_method(*find_attachment("prefix"), model, params, 0));
    TRY(const auto expected, read_tensors(folder / "expected.safetensors"));
    constexpr std::string_view kStart = "param.prompt_encoder.default.", kHead = "param.base_model.",
                               kWrapper = ".modules_to_save.default";
    std::map<std::string, at::Tensor> start;
    for (const auto& [name, tensor] : expected) {
        const auto wrapper = name.find(kWrapper);
        if (name.starts_with(kStart))
            start.emplace("prompt_encoder." + name.substr(kStart.size()), tensor);
        else if (name.starts_with(kHead) && wrapper != std::string::npos)
            start.emplace(
                name.substr(kHead.size(), wrapper - kHead.size()) + name.substr(wrapper + kWrapper.size()),
                tensor);
    }
    TRY_VOID(load_parameters(parameters, std::move(start), folder.string()));
    return parameters;
}

}  // namespace tunebench::conformance
