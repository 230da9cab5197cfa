// Which fields of the run's form the memory estimate follows: an edit of each with the way that it moves, and
// the fields that it does not depend on.
#pragma once

#include <string>
#include <vector>

namespace tunebench::ui::test {

enum class Moves { Up, Down };

struct MemoryEdit {
    const char* section;
    const char* key;
    const char* value;  // typed, or the id of a choice; a check box is pressed
    Moves moves;
    std::vector<std::string> before = {};  // as --set takes them; so that what is edited is in the peak
    const char* model = "smollm-135m";
};

inline std::vector<MemoryEdit> memoryEditsOfTheRun() {
    const std::string kFull = "method.id=full", kFewTokens = "data.max_length=16",
                      kOneRow = "budget.batch_size=1", kOnDevice = "device=cuda",
                      kNarrow = "precision.compute=bf16";
    const std::string kNf4 = "precision.quantization.type=nf4", kHeldOut = "data.validation_share=0.1",
                      kLargeEvaluation = "evaluation.batch_size=512",
                      kClassifier = "model.task=classification";
    return {
        // Attention's gradients are summed in parts on their own; without a head of words they are the peak.
        {"general",
         "deterministic",
         "",
         Moves::Down,
         {kClassifier, kOnDevice, kNarrow, kOneRow, "data.max_length=2048"}},
        // Of each thread, beside products in 16 bits.
        {"general", "threads", "16", Moves::Up, {"threads=1", kNarrow, kOneRow}},
        // The workspace of its products is more than so few tokens are.
        {"general", "device", "cuda", Moves::Up, {kFewTokens, kOneRow}},
        {"model", "task", "classification", Moves::Down, {kOneRow}},  // no logits of words
        {"data", "max_length", "512", Moves::Up},
        {"data", "max_length", "64", Moves::Down},
        {"data", "validation", "held-out.jsonl", Moves::Up, {kLargeEvaluation}},
        {"data", "validation_share", "0.2", Moves::Up, {kLargeEvaluation}},
        {"precision", "weights", "bf16", Moves::Down},
        {"precision", "compute", "bf16", Moves::Down},
        {"precision",
         "gradients",
         "fp32",
         Moves::Up,
         {kFull, kFewTokens, kOneRow, "precision.weights=bf16", kNarrow}},
        {"precision", "quantization.type", "nf4", Moves::Down},
        {"precision", "quantization.type", "none", Moves::Up, {kNf4}},
        {"precision", "quantization.block_size", "4096", Moves::Down, {kNf4}},
        {"precision", "quantization.double", "", Moves::Up, {kNf4}},
        {"optimizer", "id", "lion", Moves::Down, {kFull}},
        {"optimizer", "states", "8bit", Moves::Down, {kFull}},
        {"optimizer", "states", "4bit", Moves::Down, {kFull}},
        {"optimizer", "paged", "", Moves::Down, {kFull, kOnDevice}},
        {"optimizer", "momentum", "0.9", Moves::Up, {kFull, "optimizer.id=sgd"}},
        {"budget", "batch_size", "16", Moves::Up},
        {"budget", "batch_size", "1", Moves::Down},
        {"budget", "accumulation", "4", Moves::Up, {kFull}},
        {"budget", "gradient_checkpointing", "every-block", Moves::Down},
        {"budget", "checkpointed_blocks", "4", Moves::Up, {"budget.gradient_checkpointing=every-block"}},
        {"budget", "update_in_backward", "", Moves::Down, {kFull, kFewTokens, kOneRow, "budget.clip_norm=0"}},
        {"regularization", "ema_decay", "0.99", Moves::Up},
        {"evaluation", "batch_size", "512", Moves::Up, {kHeldOut}},
        {"evaluation", "general_file", "other.txt", Moves::Up, {kLargeEvaluation}},
        // Keys and values of so many tokens are more than a step of a few.
        {"evaluation",
         "samples",
         "Once upon a time",
         Moves::Up,
         {kFewTokens, kOneRow, "evaluation.sample_tokens=4096"}},
        {"evaluation",
         "sample_tokens",
         "4096",
         Moves::Up,
         {kFewTokens, kOneRow, R"(evaluation.samples=["Once upon a time"])"}},
        // A tensor that is read back, on top of all gradients: more than a row's logits where it is large.
        {"checkpoints",
         "keep_best",
         "",
         Moves::Down,
         {"method.rank=2048", kFewTokens, kOneRow, kHeldOut, "evaluation.batch_size=1"}},
    };
}

inline std::vector<MemoryEdit> memoryEditsOfMethods() {
    const std::string kFull = "method.id=full", kHoulsby = "method.id=houlsby", kIa3 = "method.id=ia3",
                      kLoreft = "method.id=loreft", kPrefix = "method.id=prefix",
                      kPrompt = "method.id=prompt", kTopLayers = "method.trainable=top-layers";
    return {
        {"method", "id", "full", Moves::Up},
        {"method", "id", "dora", Moves::Up},  // keeps each product for the lengths of its rows
        {"method", "id", "prompt", Moves::Down},
        {"method", "rank", "128", Moves::Up},
        {"method", "rank", "2", Moves::Down},
        {"method", "rank", "128", Moves::Up, {"method.id=dora"}},
        {"method", "dropout", "0.1", Moves::Up},
        {"method", "targets", "attention", Moves::Down},
        {"method", "bias", "lora_only", Moves::Up, {}, "qwen2.5-0.5b"},  // which has some
        {"method", "rank_pattern", "v_proj: 512", Moves::Up},
        {"method", "modules_to_save", "lm_head", Moves::Up},
        {"method", "layers", "28-29", Moves::Down},
        {"method", "exclude", ".*down_proj", Moves::Down},
        {"method", "train_embeddings", "", Moves::Down, {kFull}},
        {"method", "trainable", "top-layers", Moves::Down, {kFull}},
        {"method", "top_layers", "20", Moves::Up, {kFull, kTopLayers}},
        {"method", "freeze", ".*mlp.*", Moves::Down, {kFull}},
        {"method", "variant", "pfeiffer", Moves::Down, {kHoulsby}},  // one adapter a block
        {"method", "reduction_factor", "2", Moves::Up, {kHoulsby}},
        {"method", "bottleneck_size", "256", Moves::Up, {kHoulsby}},
        {"method", "activation", "relu", Moves::Down, {kHoulsby}},  // keeps its result, which is kept anyway
        {"method", "dropout", "0.1", Moves::Up, {kHoulsby}},
        {"method", "train_layer_norms", "", Moves::Up, {kHoulsby}},
        {"method", "targets", "q_proj,k_proj,v_proj,down_proj", Moves::Up, {kIa3}},
        {"method", "feedforward_modules", "", Moves::Down, {kIa3}},  // outputs are narrower than inputs
        {"method", "variant", "noreft", Moves::Down, {kLoreft}},     // no axes to make orthonormal
        {"method", "rank", "64", Moves::Up, {kLoreft}},
        {"method", "positions", "f20+l20", Moves::Up, {kLoreft}},
        {"method", "layers", "20;25", Moves::Down, {kLoreft}},
        {"method", "share_weights", "", Moves::Up, {kLoreft}},
        {"method", "dropout", "0.1", Moves::Up, {kLoreft}},
        {"method", "num_virtual_tokens", "200", Moves::Up, {kPrefix}},
        {"method", "convention", "adapterhub", Moves::Up, {kPrefix}},  // of every head of the queries
        {"method", "prefix_projection", "", Moves::Up, {kPrefix}},
        {"method", "encoder_hidden_size", "1024", Moves::Up, {kPrefix, "method.prefix_projection=true"}},
        {"method", "num_virtual_tokens", "200", Moves::Up, {kPrompt}},
    };
}

inline std::vector<MemoryEdit> memoryEdits() {
    auto all = memoryEditsOfTheRun();
    for (const MemoryEdit& edit : memoryEditsOfMethods())
        all.push_back(edit);
    return all;
}

/// Of a method by its id, for what one method means by a key another does not; DoRA's are LoRA's.
inline std::string memoryFieldName(const std::string& section, const std::string& id,
                                   const std::string& key) {
    if (section != "method" || key == "id")
        return section + "." + key;
    return "method." + (id == "dora" ? "lora" : id) + "." + key;
}

/// A new field belongs here or among the edits.
inline std::vector<std::string> fieldsWithoutMemory() {
    return {"general.seed", "general.on_nonfinite",
            "general.memory_limit_gib",  // what may be taken, not what is
            // Files, which say what the model and the rows are before there is an estimate of them.
            "model.path", "model.initialize", "model.adapter", "model.added_tokens", "data.train",
            "data.layout", "data.columns", "data.deduplicate", "data.template", "data.template_date",
            // The estimate is of the longest rows, all of whose tokens count.
            "data.loss_on", "data.packing", "budget.length_grouped",
            // Of numbers that are there anyway.
            "precision.stochastic_rounding", "precision.loss_scale", "budget.clip_norm",
            "regularization.label_smoothing", "regularization.z_loss",
            // In passing, and gone when what needs more begins: the blocks, or the rest of an adapter.
            "regularization.neftune_alpha", "method.houlsby.scaling",
            // How long and how fast.
            "budget.epochs", "budget.steps", "budget.tokens", "budget.minutes", "schedule.id",
            "schedule.warmup_ratio", "schedule.warmup_steps", "schedule.minimum", "schedule.power",
            "schedule.cycles", "schedule.decay_ratio", "schedule.decay_shape", "optimizer.learning_rate",
            "optimizer.weight_decay", "optimizer.decay", "optimizer.betas", "optimizer.eps",
            "optimizer.embedding_rate", "optimizer.vector_rate", "optimizer.scale_parameter",
            "optimizer.clip_threshold", "optimizer.decay_rate", "optimizer.nesterov", "optimizer.iterations",
            // When, and what lies on the disk.
            "evaluation.every", "evaluation.early_stopping.patience", "evaluation.early_stopping.min_delta",
            "checkpoints.every", "checkpoints.keep_last",
            // Values of tensors whose shapes are given.
            "method.lora.alpha", "method.lora.rank_stabilized", "method.lora.alpha_pattern",
            "method.lora.initialization", "method.lora.learning_rate_ratio", "method.houlsby.initialization",
            "method.prefix.initialization", "method.prompt.initialization",
            "method.prompt.initialization_text"};
}

}  // namespace tunebench::ui::test
