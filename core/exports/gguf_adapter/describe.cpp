// A LoRA adapter for llama.cpp.
#include <optional>

#include <fmt/format.h>

#include "core/exports/export_format.h"
#include "core/exports/gguf_modules.h"
#include "core/exports/lora_tensors.h"

namespace tunebench::gguf_adapter {
namespace {

/// What there is to choose instead, for a run's method on a model.
std::string alternative(const Method& method, const ModelConfig& model, const RunConfig& run) {
    if (method.is_mergeable)
        return "Merge it instead: choose gguf-model or merged.";
    return method.adapter_formats.empty() ? "Choose gguf-model or merged."
                                          : other_formats(method, model, run);
}

std::string no_form(const Method& method) {
    return fmt::format("{} has no form as GGUF adapter: llama.cpp knows LoRA only", method.title);
}

/// llama.cpp applies pairs of low-rank matrices to weights that the file of the base model has.
std::optional<std::string> objection(const TrainableTensor& tensor, const Method& method,
                                     const ModelConfig& model,
                                     const std::map<std::string, GgufModule>& modules) {
    const auto lora = parse_lora_tensor(tensor.name);
    if (tensor.is_base_parameter)
        return fmt::format("A GGUF adapter holds LoRA's pairs of matrices only, but {} trains as a whole",
                           tensor.name);
    if (!lora)
        return no_form(method);
    if (model.tie_word_embeddings && (lora->of_embedding || lora->module == module_names(model).head))
        return fmt::format("llama.cpp has no adapter for {} of a model whose output head is its embedding",
                           lora->module);
    if (const auto module = modules.find(lora->module); module != modules.end() && module->second.expert >= 0)
        return fmt::format("A GGUF adapter cannot adapt single experts, as {}", lora->module);
    return std::nullopt;
}

std::optional<std::string> first_objection(const Method& method, const MethodPlan& plan,
                                           const ModelConfig& model) {
    if (!find_adapter_format(method, "peft"))
        return no_form(method);
    const auto modules = gguf_modules(model);
    for (const auto& tensor : plan.tensors)
        if (auto found = objection(tensor, method, model, modules))
            return found;
    return std::nullopt;
}

Result<void> check(const Method& method, const ModelConfig& model, const RunConfig& run) {
    TRY_VOID(check_gguf_architecture(model));
    TRY(const auto plan, method.plan(model, run.method.params));
    auto found = first_objection(method, plan, model);
    if (!found)
        return {};
    return Error{.code = ErrorCode::Unsupported,
                 .message = *std::move(found),
                 .hint = alternative(method, model, run)};
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
