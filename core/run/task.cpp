#include "core/run/task.h"

#include <fmt/format.h>

#include "core/models/classification.h"

namespace tunebench {

Result<ModelConfig> model_for_task(const ModelConfig& stored, Task task, std::vector<std::string> labels) {
    if (task == Task::Causal) {
        if (!stored.is_classifier() && !stored.is_encoder)
            return stored;
        return Error{.code = ErrorCode::InvalidArgument,
                     .message = fmt::format("The model is a {}, {}which cannot generate text",
                                            stored.architecture, stored.is_encoder ? "an encoder, " : ""),
                     .hint = "Set model.task to classification, or choose another model.",
                     .field = "model.task"};
    }
    if (!stored.is_classifier() && classification_architecture(stored.architecture).empty())
        return Error{.code = ErrorCode::InvalidArgument,
                     .message = fmt::format("A {} cannot be made a classifier", stored.architecture),
                     .hint = "Choose another model, or set model.task to causal.",
                     .field = "model.task"};
    if (labels.empty())
        labels = stored.is_classifier() ? stored.labels : unnamed_labels(2);
    return as_classifier(stored, std::move(labels));
}

Result<void> check_layout(DataLayout layout, Task task) {
    if (layout == DataLayout::Auto ||
        (layout == DataLayout::Classification) == (task == Task::Classification))
        return {};
    const bool has_label = layout == DataLayout::Classification;
    return Error{.code = ErrorCode::InvalidArgument,
                 .message = has_label
                                ? "The layout classification has labels, which text generation does not read"
                                : "The task classification needs rows with a text and a label",
                 .hint = has_label ? "Set model.task to classification, or choose another layout."
                                   : "Set data.layout to auto or classification.",
                 .field = "data.layout"};
}

}  // namespace tunebench
