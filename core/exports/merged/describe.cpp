// A whole model in Hugging Face's layout, with the adapter merged into its weights.
#include <fmt/format.h>

#include "core/exports/export_format.h"

namespace tunebench::merged {
namespace {

Result<void> check(const Method& method, const ModelConfig& /*model*/, const RunConfig& /*run*/) {
    if (method.is_mergeable || method.adapter_formats.empty())
        return {};
    return Error{.code = ErrorCode::Unsupported,
                 .message = fmt::format("{} cannot be merged into the weights of the model", method.title),
                 .hint = fmt::format("Choose {}.", method.adapter_formats.front().format)};
}

}  // namespace

const ExportFormat& export_format() {
    static const ExportFormat described{
        .id = "merged",
        .title = "Merged model (config.json, model.safetensors, tokenizer)",
        .help = "As large as the base model; loaded like any other model, without PEFT.",
        .check = check,
    };
    return described;
}

}  // namespace tunebench::merged
