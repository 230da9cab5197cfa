#include "tests/benchmarks/grid_cases.h"

#include <algorithm>
#include <iterator>
#include <sstream>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/run/precision_checks.h"

namespace tunebench::grid {
namespace {

std::vector<std::string> words_of(const std::string& text) {
    std::istringstream stream(text);
    return {std::istream_iterator<std::string>(stream), {}};
}

const std::string kPlain = "budget.batch_size=2 data.max_length=256";
const std::string kLong = "budget.batch_size=1 data.max_length=1024";
const std::string kShort = "budget.batch_size=4 data.max_length=32";
const std::string kTiny = "budget.batch_size=1 data.max_length=16";
const std::string kBf16 = " precision.weights=bf16 precision.compute=bf16";
const std::string kMixed = " precision.weights=fp32 precision.compute=bf16";
const std::string kCheckpointed = " budget.gradient_checkpointing=every-block";
const std::string kInTwos = kCheckpointed + " budget.checkpointed_blocks=2";

class Cases {
public:
    void add(const std::string& model, const std::string& settings, std::int64_t sequences_per_row = 1) {
        all_.push_back(
            {.model = model, .settings = words_of(settings), .sequences_per_row = sequences_per_row});
    }
    std::vector<Case> all() { return std::move(all_); }

private:
    std::vector<Case> all_;
};

const std::vector<std::string> kMethods = {
    "method.id=lora",
    "method.id=lora method.targets=[\"q_proj\",\"v_proj\"]",
    "method.id=lora method.dropout=0.1",
    "method.id=lora method.rank=64 method.modules_to_save=[\"lm_head\"]",
    "method.id=lora method.targets=[\"embed_tokens\",\"q_proj\"]",
    "method.id=lora method.targets=[\"lm_head\",\"down_proj\"]",
    "method.id=lora method.layers=2-3",
    "method.id=dora",
    "method.id=dora method.dropout=0.1",
    "method.id=houlsby",
    "method.id=houlsby method.variant=pfeiffer",
    "method.id=houlsby method.variant=parallel method.dropout=0.1",
    "method.id=prefix",
    "method.id=prefix method.convention=adapterhub",
    "method.id=prefix method.prefix_projection=true",
    "method.id=prompt",
    "method.id=loreft",
    "method.id=loreft method.variant=direft",
    "method.id=ia3",
    "method.id=full",
    "method.id=full method.trainable=top-layers",
    "method.id=full method.trainable=top-layers method.top_layers=1 method.train_embeddings=false",
};

void add_methods(Cases& cases) {
    const std::string scenarios[] = {
        kPlain,
        kPlain + " precision.weights=bf16 precision.compute=bf16",
        kLong + kCheckpointed,
        kShort + " precision.weights=fp32 precision.compute=bf16",
    };
    for (const auto& method : kMethods)
        for (const auto& scenario : scenarios)
            cases.add("small", method + " " + scenario);
}

void add_narrow_types(Cases& cases) {
    for (const auto* method : {"lora", "full", "dora", "houlsby", "ia3", "prefix"})
        for (const auto* types : {"precision.weights=fp16 precision.compute=fp16",
                                  "precision.weights=fp32 precision.compute=fp16"})
            cases.add("small", fmt::format("method.id={} {} {}", method, types, kPlain));
    for (const auto* type : {"bf16", "fp32"})
        cases.add("small", fmt::format("method.id=full precision.weights=bf16 precision.compute=bf16 "
                                       "precision.gradients={} {}",
                                       type, kPlain));
}

void add_quantized(Cases& cases) {
    for (const auto* quantization : {"nf4", "int8"})
        for (const auto* method : {"lora", "dora", "prompt", "houlsby", "loreft"})
            cases.add("small", fmt::format("method.id={} precision.quantization.type={} {}", method,
                                           quantization, kPlain));
    cases.add("deep",
              "method.id=lora precision.quantization.type=nf4 precision.quantization.double=false "
              "precision.weights=bf16 precision.compute=bf16 " +
                  kShort);
    cases.add("deep", "method.id=lora precision.quantization.type=fp4 " + kLong + kCheckpointed);
}

void add_optimizers(Cases& cases) {
    const std::string optimizers[] = {"adamw",
                                      "adamw optimizer.states=8bit",
                                      "adamw optimizer.states=4bit",
                                      "adam",
                                      "lion",
                                      "lion optimizer.states=8bit",
                                      "adafactor",
                                      "muon",
                                      "sgd optimizer.momentum=0",
                                      "sgd optimizer.momentum=0.9"};
    for (const auto& optimizer : optimizers) {
        const auto full = "method.id=full optimizer.id=" + optimizer + " ";
        cases.add("small", full + kShort);
        cases.add("deep", full + kShort + " precision.weights=bf16 precision.compute=bf16");
        cases.add("small", full + kPlain + " budget.update_in_backward=true budget.clip_norm=0");
    }
    cases.add("square", "method.id=full optimizer.id=muon " + kShort);
    cases.add("square", "method.id=full optimizer.id=adafactor " + kShort);
    cases.add("square",
              "method.id=full optimizer.id=muon precision.weights=bf16 precision.compute=bf16 " + kShort);
    cases.add("wide", "method.id=full optimizer.id=adafactor method.train_embeddings=true " + kShort);
}

void add_wide_vocabulary(Cases& cases) {
    for (const auto* method : {"lora", "dora", "full", "ia3", "prompt"})
        for (const auto* types : {"", "precision.weights=bf16 precision.compute=bf16"})
            cases.add("wide", fmt::format("method.id={} {} {}", method, types, kPlain));
    cases.add("wide-untied", "method.id=full " + kShort);
    cases.add("wide-untied", "method.id=full " + kPlain + " precision.weights=fp32 precision.compute=bf16");
    cases.add("wide", "method.id=full " + kShort + " budget.update_in_backward=true budget.clip_norm=0");
}

/// What an optimizer makes of a tensor is more than what backward makes of a few tokens: Muon of a block's
/// weights, Adafactor of any. Experts need more of them: one that had no token has no gradient, which nobody
/// can predict.
void add_optimizer_peaks(Cases& cases) {
    const std::pair<const char*, std::vector<const char*>> updates[] = {
        {"square", {"muon", "adafactor", "muon optimizer.iterations=3"}},
        {"deep", {"muon", "adafactor", "adafactor optimizer.scale_parameter=false"}},
        {"wide-untied",
         {"adafactor", "adafactor optimizer.scale_parameter=false", "adafactor optimizer.clip_threshold=2"}},
        {"wide", {"adafactor", "adafactor optimizer.scale_parameter=false", "sgd optimizer.momentum=0.9"}},
        {"balanced-experts", {"muon", "adafactor"}},
        {"square", {"adafactor optimizer.clip_threshold=2"}}};
    for (const auto& [model, optimizers] : updates)
        for (const auto* optimizer : optimizers)
            for (const auto& types : {std::string(), kBf16}) {
                const auto& rows = model == std::string_view("balanced-experts") ? kPlain : kTiny;
                cases.add(model, fmt::format("method.id=full optimizer.id={} {}{}", optimizer, rows, types));
            }
}

/// Nothing but the update of the largest tensor is left of a step on a few rows.
void add_more_optimizer_peaks(Cases& cases) {
    const auto on = [&](const char* model, const char* optimizer, const std::string& settings) {
        cases.add(model, fmt::format("method.id=full optimizer.id={} {}{}", optimizer, kTiny, settings));
    };
    for (const auto& types : {std::string(), kBf16, kMixed}) {
        for (const auto* model : {"tiny", "small"})
            on(model, "adafactor", types);
        for (const auto* model : {"square", "deep"})
            for (const auto* optimizer : {"muon", "adafactor"})
                for (const auto* settings : {" budget.clip_norm=0", " method.trainable=top-layers",
                                             " budget.gradient_checkpointing=every-block"})
                    on(model, optimizer, types + settings);
    }
    for (const auto* model : {"square", "deep"})
        for (const auto* optimizer : {"muon", "adafactor"})
            on(model, optimizer, kMixed);
}

/// Blocks that are much wider inside than outside.
void add_feed_forward_peaks(Cases& cases) {
    for (const auto* method : {"lora", "dora", "houlsby", "ia3", "prefix", "loreft", "prompt", "full"})
        for (const auto& types : {std::string(), kBf16, kMixed})
            for (const auto& checkpointing : {std::string(), kCheckpointed})
                cases.add("broad", fmt::format("method.id={} {}{}{}", method, kPlain, types, checkpointing));
}

/// All 30 layers of a real model's shape, on rows that are quick to compute.
void add_real_shape(Cases& cases) {
    const std::string rows = "budget.batch_size=1 data.max_length=64";
    for (const auto* method : {"lora", "dora", "ia3", "full"})
        for (const auto& types : {std::string(), kBf16})
            cases.add("smollm-135m", fmt::format("method.id={} {}{}", method, rows, types));
    for (const auto* settings :
         {"method.id=lora precision.quantization.type=nf4", "method.id=lora optimizer.states=8bit",
          "method.id=full optimizer.states=8bit", "method.id=full optimizer.id=adafactor"})
        cases.add("smollm-135m", fmt::format("{} {}", settings, rows));
    cases.add("smollm-135m", "method.id=lora budget.batch_size=2 data.max_length=128" + kCheckpointed);
    cases.add("smollm-135m", "method.id=lora evaluation.batch_size=4 " + rows);
}

/// Answers that are longer than their prompts.
void add_samples(Cases& cases) {
    for (const auto* model : {"small", "many-heads"})
        for (const auto* method : {"lora", "prefix", "prompt", "full optimizer.id=sgd"})
            for (const auto& types : {std::string(), kBf16})
                cases.add(model, fmt::format("method.id={} {} evaluation.sample_tokens=256{}", method, kShort,
                                             types));
}

/// Long rows of many heads in narrow blocks.
void add_attention_peaks(Cases& cases) {
    for (const auto* method : {"lora", "dora", "houlsby", "ia3", "prefix", "full"})
        for (const auto& types : {std::string(), kBf16})
            for (const auto& checkpointing : {std::string(), kCheckpointed})
                cases.add("many-heads",
                          fmt::format("method.id={} {}{}{}", method, kLong, types, checkpointing));
}

/// Logits of a wide vocabulary above two small blocks.
void add_loss_peaks(Cases& cases) {
    for (const auto* method : {"houlsby", "prefix", "loreft", "lora method.rank=4"})
        for (const auto& types : {std::string(), kBf16})
            for (const auto& rows : {kPlain, kShort})
                cases.add("wide", fmt::format("method.id={} {}{}", method, rows, types));
}

void add_steps(Cases& cases) {
    for (const auto* method : {"lora", "full"}) {
        const auto id = fmt::format("method.id={} ", method);
        cases.add("deep", id + kPlain + kCheckpointed);
        cases.add("deep", id + kPlain + kInTwos);
        cases.add("deep", id + kPlain + kCheckpointed + " budget.checkpointed_blocks=3");
        cases.add("small", id + kPlain + " budget.accumulation=3");
        cases.add("small", id + kPlain, /*sequences_per_row=*/4);
        cases.add("small", id + kLong);
        cases.add("small", id + kLong + " precision.weights=bf16 precision.compute=bf16" + kInTwos);
        cases.add("tiny", id + kPlain);
        cases.add("tiny", id + kShort);
        cases.add("many-heads", id + kLong);
        cases.add("many-heads", id + kLong + kCheckpointed);
        cases.add("many-heads", id + "budget.batch_size=2 data.max_length=512" + kCheckpointed);
        cases.add("small", id + kPlain + " regularization.ema_decay=0.99");
        cases.add("small", id + kPlain + " regularization.neftune_alpha=5");
    }
}

void add_evaluations(Cases& cases) {
    for (const auto* model : {"small", "tiny", "wide", "many-heads", "square"})
        for (const auto* method : {"lora", "ia3", "loreft", "houlsby", "prompt", "dora"}) {
            const auto id = fmt::format("method.id={} budget.batch_size=1 data.max_length=128 ", method);
            cases.add(model, id + "evaluation.batch_size=16");
            if (method == std::string_view("lora"))
                cases.add(model,
                          id + "evaluation.batch_size=16 precision.weights=bf16 precision.compute=bf16");
        }
}

void add_families(Cases& cases) {
    for (const auto& family : all_families()) {
        cases.add(family.name, "method.id=lora " + kPlain);
        cases.add(family.name, "method.id=full " + kPlain + " precision.weights=fp32 precision.compute=bf16");
    }
}

void add_experts(Cases& cases) {
    for (const auto* settings : {"method.id=full", "method.id=lora method.dropout=0.1", "method.id=ia3",
                                 "method.id=lora precision.quantization.type=nf4",
                                 "method.id=lora precision.weights=bf16 precision.compute=bf16"}) {
        cases.add("experts", fmt::format("{} {}", settings, kPlain));
        cases.add("experts", fmt::format("{} {}", settings, kLong + kCheckpointed));
    }
    cases.add("balanced-experts", "method.id=full " + kPlain);
    cases.add("balanced-experts", "method.id=full " + kPlain + kCheckpointed);
}

void add_encoders(Cases& cases) {
    for (const auto* model : {"bert", "modernbert_mean"})
        for (const auto* method : {"full", "lora", "houlsby", "houlsby method.variant=pfeiffer", "ia3",
                                   "prefix method.convention=adapterhub"}) {
            cases.add(model, fmt::format("method.id={} {}", method, kLong));
            cases.add(model, fmt::format("method.id={} precision.weights=bf16 precision.compute=bf16 {}",
                                         method, kPlain + kCheckpointed));
        }
}

}  // namespace

std::string Case::name() const {
    return fmt::format("{} {}{}", model, fmt::join(settings, " "),
                       sequences_per_row > 1 ? fmt::format(" rows-of={}", sequences_per_row) : "");
}

std::vector<Case> all_cases() {
    Cases cases;
    add_methods(cases);
    add_narrow_types(cases);
    add_quantized(cases);
    add_optimizers(cases);
    add_wide_vocabulary(cases);
    add_optimizer_peaks(cases);
    add_more_optimizer_peaks(cases);
    add_feed_forward_peaks(cases);
    add_attention_peaks(cases);
    add_loss_peaks(cases);
    add_steps(cases);
    add_evaluations(cases);
    add_families(cases);
    add_experts(cases);
    add_encoders(cases);
    add_real_shape(cases);
    add_samples(cases);
    return cases.all();
}

Result<RunConfig> run_of(const Case& one) {
    auto run = default_run_config();
    TRY_VOID(apply_overrides(run, one.settings));
    if (std::ranges::none_of(one.settings,
                             [](const auto& text) { return text.starts_with("evaluation.batch"); }))
        run.evaluation.batch_size = run.budget.batch_size;
    TRY_VOID(check_precision(run));
    TRY(const auto model, model_of(one));
    run.model.task = model.is_classifier() ? Task::Classification : Task::Causal;
    run.data.validation = "random examples";
    if (!model.is_classifier())
        run.evaluation.samples = {"random tokens"};
    run.general.device = "cpu";
    return run;
}

}  // namespace tunebench::grid
