// A LoRA adapter for llama.cpp.
#include <fmt/format.h>

#include "core/exports/export_format.h"
#include "core/exports/gguf_modules.h"
#include "core/exports/lora_tensors.h"

namespace tunebench::gguf_adapter {
namespace {

Error refused(std::string message, const Method& method) {
    return {.code = ErrorCode::Unsupported,
            .message = std::move(message),
            .hint = method.is_mergeable ? "Merge it instead: choose gguf-model or merged."
                    : method.adapter_formats.empty()
                        ? "Choose gguf-model or merged."
                        : fmt::format("Choose {}.", method.adapter_formats.front().format)};
}

/// llama.cpp applies pairs of low-rank matrices to weights that the file of the base model has.
Result<void> check_tensor(const TrainableTensor& tensor, const Method& method, const ModelConfig& model) {
    const auto lora = parse_lora_tensor(tensor.name);
    if (tensor.is_base_parameter)
        return refused(
            fmt::format("A GGUF adapter holds LoRA's pairs of matrices only, but {} trains as a whole",
                        tensor.name),
            method);
    if (!lora)
        return refused(fmt::format("{} has no form as GGUF adapter: llama.cpp knows LoRA only", method.title),
                       method);
    if (model.tie_word_embeddings && (lora->of_embedding || lora->module == module_names(model).head))
        return refused(
            fmt::format("llama.cpp has no adapter for {} of a model whose output head is its embedding",
                        lora->module),
            method);
    return {};
}

Result<void> check(const Method& method, const ModelConfig& model, const RunConfig& run) {
    TRY_VOID(check_gguf_architecture(model));
    if (!find_adapter_format(method, "peft"))
        return refused(fmt::format("{} has no form as GGUF adapter: llama.cpp knows LoRA only", method.title),
                       method);
    TRY(const auto plan, method.plan(model, run.method.params));
    for (const auto& tensor : plan.tensors)
        TRY_VOID(check_tensor(tensor, method, model));
    return {};
}

}  // namespace

const ExportFormat& export_format() {
    static const ExportFormat described{
        .id = "gguf-adapter",
        .title = "GGUF adapter (adapter.gguf)",
        .help = "A LoRA for llama.cpp, Ollama and LM Studio; loaded beside the GGUF file of the base model.",
        .is_adapter = true,
        .check = check,
        .dtypes = {ExportDtype::F32, ExportDtype::F16, ExportDtype::BF16},
    };
    return described;
}

}  // namespace tunebench::gguf_adapter
