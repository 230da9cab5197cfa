#include "tests/support/published_figures.h"

#include "core/models/shapes.h"

namespace tunebench::test {
namespace {

constexpr double kGB = 1e9, kGiB = 1073741824.0;

using Settings = std::vector<std::string>;

Settings pure_bf16(Settings more) {
    Settings all = {"precision.weights=bf16", "precision.compute=bf16"};
    all.insert(all.end(), more.begin(), more.end());
    return all;
}

Settings checkpointed(Settings more) {
    more.emplace_back("budget.gradient_checkpointing=every-block");
    return pure_bf16(std::move(more));
}

constexpr std::string_view kPeft = "PEFT method_comparison, b4 s<=768, reserved memory";
constexpr std::string_view kTorchtune = "torchtune, one GPU";
constexpr std::string_view kWholeLogits = "theirs keeps the logits of all rows and unfused activations";
constexpr std::string_view kCompiled = "their compiler fuses activations; adapters are fp32 here, bf16 there";
constexpr std::string_view kNarrowStates = "AdamW's states are fp32 here, bf16 there";

/// b4 and at most 768 tokens, AdamW, without checkpointing.
PublishedFigure peft(std::string_view name, Settings method, double gigabytes) {
    return {.name = name,
            .source = kPeft,
            .shape = "llama-3.2-3b",
            .settings = pure_bf16(std::move(method)),
            .bytes = gigabytes * kGB,
            .why = kWholeLogits,
            .batch_size = 4,
            .length = 768};
}

const std::string kQueryValue = R"(method.targets=["q_proj","v_proj"])";

/// Of the same computation: what is frozen, what trains and its states decide.
std::vector<PublishedFigure> figures_of_states() {
    return {
        {.name = "LLaMA 65B, full, 16 bit",
         .source = "QLoRA, arXiv:2305.14314: more than 780 GB",
         .shape = "llama-65b",
         .settings = checkpointed({"method.id=full"}),
         .bytes = 780 * kGB,
         .is_same_computation = true,
         .why = "activations are in ours too"},
        {.name = "LLaMA 65B, QLoRA r64",
         .source = "QLoRA, arXiv:2305.14314: fits a GPU of 48 GB",
         .shape = "llama-65b",
         .settings = checkpointed({"method.id=lora", "method.rank=64", "precision.quantization.type=nf4"}),
         .bytes = 48 * kGiB,
         .why = "theirs is what the GPU has, not what the run took"},
        {.name = "Llama 2 7B, LoRA r8 q,v, loaded",
         .source = "torchtune, memory after the model is there",
         .shape = "llama-7b",
         .settings = pure_bf16({"method.id=lora", "method.rank=8", kQueryValue}),
         .bytes = 13.96 * kGB,
         .what = FigureOf::Weights,
         .is_same_computation = true,
         .why = "what is no weight is in theirs"},
    };
}

std::vector<PublishedFigure> figures_of_torchtune() {
    return {
        {.name = "Llama 3.1 8B, LoRA r8",
         .source = kTorchtune,
         .shape = "llama-3-8b",
         .settings = checkpointed({"method.id=lora", "method.rank=8"}),
         .bytes = 16.2 * kGiB,
         .why = kCompiled,
         .batch_size = 2,
         .length = 2048},
        {.name = "Llama 3.1 8B, QLoRA r8",
         .source = kTorchtune,
         .shape = "llama-3-8b",
         .settings = checkpointed({"method.id=lora", "method.rank=8", "precision.quantization.type=nf4"}),
         .bytes = 7.4 * kGiB,
         .why = kCompiled,
         .batch_size = 2,
         .length = 2048},
        {.name = "Llama 3.2 3B, LoRA r64",
         .source = kTorchtune,
         .shape = "llama-3.2-3b",
         .settings = checkpointed({"method.id=lora", "method.rank=64"}),
         .bytes = 8.5 * kGiB,
         .why = kCompiled,
         .batch_size = 2,
         .length = 4096},
        {.name = "Llama 3.2 3B, full, 8-bit AdamW, updates in backward",
         .source = kTorchtune,
         .shape = "llama-3.2-3b",
         .settings = checkpointed({"method.id=full", "optimizer.states=8bit", "budget.clip_norm=0",
                                   "budget.update_in_backward=true"}),
         .bytes = 17.6 * kGiB,
         .why = "theirs lays activations into the host's memory",
         .batch_size = 2,
         .length = 4096},
        {.name = "Llama 3.2 3B, full, checkpointed",
         .source = kTorchtune,
         .shape = "llama-3.2-3b",
         .settings = checkpointed({"method.id=full"}),
         .bytes = 24.9 * kGiB,
         .why = kNarrowStates,
         .batch_size = 2,
         .length = 4096},
    };
}

std::vector<PublishedFigure> all_figures() {
    auto all = figures_of_states();
    for (const auto& figure : figures_of_torchtune())
        all.push_back(figure);
    for (const auto& figure : peft_order())
        all.push_back(figure);
    all.push_back(peft("prompt, 200 tokens", {"method.id=prompt", "method.num_virtual_tokens=200"}, 24.39));
    all.push_back(peft("IA3, the least of several", {"method.id=ia3"}, 23.23));
    return all;
}

}  // namespace

std::span<const PublishedFigure> peft_order() {
    static const std::vector<PublishedFigure> figures = {
        peft("prefix tuning, the least of several", {"method.id=prefix"}, 20.59),
        peft("LoRA r32 q,v", {"method.id=lora", "method.rank=32", kQueryValue}, 22.29),
        peft("LoRA r64 q,v", {"method.id=lora", "method.rank=64", kQueryValue}, 22.55),
        peft("DoRA r32 q,v", {"method.id=dora", "method.rank=32", kQueryValue}, 24.53),
        peft("full fine-tuning", {"method.id=full"}, 38.87)};
    return figures;
}

std::span<const PublishedFigure> published_figures() {
    static const auto figures = all_figures();
    return figures;
}

Result<std::uint64_t> our_bytes(const PublishedFigure& figure) {
    auto run = default_run_config();
    TRY_VOID(apply_overrides(run, figure.settings));
    run.general.device = "cuda";
    TRY(const auto model, shape_config(figure.shape));
    TRY(const auto estimate,
        estimate_memory(model, run, {.batch_size = figure.batch_size, .length = figure.length}));
    return figure.what == FigureOf::Peak ? estimate.peak_bytes : estimate.weight_bytes;
}

double difference(const PublishedFigure& figure, std::uint64_t ours) {
    return (static_cast<double>(ours) - figure.bytes) / figure.bytes;
}

}  // namespace tunebench::test
