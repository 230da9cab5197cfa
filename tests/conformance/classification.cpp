#include "tests/conformance/classification.h"

#include "core/data/sampler.h"

namespace tunebench::conformance {

bool classifies(const std::map<std::string, at::Tensor>& inputs) {
    return inputs.at("labels").dim() == 1;
}

Batch classification_batch(const std::map<std::string, at::Tensor>& inputs) {
    const auto ids = inputs.at("input_ids"), mask = inputs.at("attention_mask"), labels = inputs.at("labels");
    std::vector<Example> examples;
    std::vector<std::vector<std::int32_t>> rows;
    for (std::int64_t row = 0; row < ids.size(0); ++row) {
        auto& example = examples.emplace_back();
        for (std::int64_t i = 0; i < mask[row].sum().item<std::int64_t>(); ++i)
            example.tokens.push_back(ids[row][i].item<std::int32_t>());
        example.supervised.assign(example.tokens.size(), 0);
        example.label = labels[row].item<std::int32_t>();
        rows.push_back({static_cast<std::int32_t>(row)});
    }
    return make_batch(examples, rows);
}

bool is_called(const TrainableParameter& parameter, const std::string& name) {
    if (parameter.name == name)
        return true;
    return parameter.in_task_head &&
           (name == "base_model.model." + parameter.name || name == "base_model." + parameter.name);
}

}  // namespace tunebench::conformance
