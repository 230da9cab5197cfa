// RunConfig: the one description of a run. Form, command line, run file (*.tunebench.json,
// "tunebench.run/1"), history and "run again" hold the same value; it is frozen when the run starts.
#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/json.h"
#include "core/base/result.h"
#include "core/models/quantization.h"
#include "core/params/field.h"
#include "core/params/param_json.h"
#include "core/params/weighted_file.h"
#include "core/run/number_type.h"

namespace tunebench {

enum class Task { Causal, Classification };
enum class Initialize { Pretrained, Random };
enum class DataLayout {
    Auto,
#define add(Name, function, id, label) Name,
#include "core/run/data_layouts.def"
#undef add
};
enum class LossOn { Completion, All };
enum class GradientType { Auto, Fp32, Bf16 };
enum class GradientCheckpointing { Off, EveryBlock };
enum class OnNonfinite { Stop, Skip, RollBack };

struct ModelSection {
    std::string path = {};
    Task task = Task::Causal;
    Initialize initialize = Initialize::Pretrained;
    std::string adapter = {};  // whose weights the method starts from; empty: from its own beginning
    std::vector<std::string> added_tokens = {};  // special tokens that the tokenizer does not have yet
    bool operator==(const ModelSection&) const = default;
};

struct DataSection {
    std::vector<WeightedFile> train = {};
    std::string validation = {};
    double validation_share = 0.0;
    DataLayout layout = DataLayout::Auto;
    TextMap columns = {};
    bool deduplicate = false;            // of rows that are equal only the first is read
    std::string chat_template = "auto";  // "template" in files: auto, a built-in one, a .jinja file or a text
    std::string template_date = "2025-01-01";  // what templates take for today
    LossOn loss_on = LossOn::Completion;
    std::int64_t max_length = 256;
    bool packing = true;
    bool operator==(const DataSection&) const = default;
};

/// Pure: weights and compute are the same narrow type. Mixed: weights in fp32, compute narrow. Narrow weights
/// with compute in fp32 only save memory. What trains beside the model's own weights, and vectors (norms,
/// biases), is fp32 in all of them.
struct PrecisionSection {
    NumberType weights = NumberType::Fp32;        // of trained matrices of the model
    NumberType compute = NumberType::Fp32;        // operands of products, and what blocks keep for backward
    GradientType gradients = GradientType::Auto;  // Auto: the type of what they are of
    bool stochastic_rounding = false;             // of narrow weights after an update
    double loss_scale = 0.0;                      // 0: dynamic with fp16, otherwise none
    QuantizationType quantization = QuantizationType::None;  // "quantization.type"
    std::int64_t quantization_block_size = 64;               // "quantization.block_size"
    bool double_quantization = true;                         // "quantization.double"
    bool operator==(const PrecisionSection&) const = default;

    /// The type of frozen matrices: nothing is lost by keeping them as they are multiplied.
    NumberType frozen() const { return narrower(weights, compute); }
    /// The type of the residual stream.
    NumberType stream() const { return wider(weights, compute); }

    QuantizationSettings quantization_settings() const {
        return {quantization, quantization_block_size, double_quantization};
    }
};

/// Of steps, epochs, tokens and minutes the first that is reached ends the run; 0 stands for no limit.
struct BudgetSection {
    double epochs = 3.0;
    std::int64_t steps = 0;
    std::int64_t tokens = 0;
    double minutes = 0.0;
    std::int64_t batch_size = 8;  // sequences (packed rows of max_length with packing) a micro-batch
    bool length_grouped = false;
    std::int64_t accumulation = 1;  // micro-batches an optimizer step
    double clip_norm = 1.0;         // 0: no clipping
    GradientCheckpointing gradient_checkpointing = GradientCheckpointing::Off;
    std::int64_t checkpointed_blocks = 1;  // computed again together
    bool update_in_backward = false;       // each tensor as soon as its gradient is there
    bool operator==(const BudgetSection&) const = default;

    /// How many blocks backward computes again at once; 0: none.
    std::int64_t recompute_blocks() const {
        return gradient_checkpointing == GradientCheckpointing::Off ? 0 : checkpointed_blocks;
    }
};

/// What is done against overfitting and instability beside an optimizer's decay and a method's dropout.
struct RegularizationSection {
    double neftune_alpha = 0.0;
    double label_smoothing = 0.0;
    double z_loss = 0.0;
    double ema_decay = 0.0;
    bool operator==(const RegularizationSection&) const = default;
};

struct EvaluationSection {
    std::int64_t every = 50;  // steps; 0: only at the start and the end
    std::int64_t batch_size = 8;
    std::vector<std::string> samples = {};
    std::int64_t sample_tokens = 64;
    std::int64_t patience = 0;      // "early_stopping.patience"; 0: off
    double min_delta = 0.0;         // "early_stopping.min_delta"
    std::string general_file = {};  // held-out text of another kind; empty: forgetting is not measured
    bool operator==(const EvaluationSection&) const = default;
};

struct CheckpointSection {
    std::int64_t every = 200;  // steps; 0: only at the end
    std::int64_t keep_last = 2;
    bool keep_best = true;
    bool operator==(const CheckpointSection&) const = default;
};

/// A method, an optimizer or a schedule by its id, with its parameters (complete: defaults filled in).
struct Selection {
    std::string id = {};
    ParamMap params = {};
    bool operator==(const Selection&) const = default;
};

/// The fields of the run itself, outside the sections.
struct GeneralSection {
    std::string name = {};
    std::int64_t seed = 42;
    OnNonfinite on_nonfinite = OnNonfinite::Stop;
    bool deterministic = true;
    std::int64_t threads = 0;       // 0: one a core
    double memory_limit_gib = 0.0;  // of tensors; 0: what is free
    std::string device = "auto";
    bool operator==(const GeneralSection&) const = default;
};

struct RunConfig {
    GeneralSection general = {};
    ModelSection model = {};
    DataSection data = {};
    Selection method = {};
    PrecisionSection precision = {};
    Selection optimizer = {};
    Selection schedule = {};
    BudgetSection budget = {};
    RegularizationSection regularization = {};
    EvaluationSection evaluation = {};
    CheckpointSection checkpoints = {};
    OrderedJson unknown = OrderedJson::object();  // fields of another version, kept verbatim
    bool operator==(const RunConfig&) const = default;
};

/// Defaults of every field, with the first method, AdamW and cosine.
RunConfig default_run_config();

/// Descriptions of each section's fields, for forms and command lines. "general" has the fields outside
/// sections. Empty for method, optimizer and schedule: their parameters are described by the entries of their
/// registries.
std::vector<ParamSpec> section_specs(std::string_view section);

/// The section's values as parameters, and back; of a selection with its "id". Setting is strict: an unknown
/// key or a value out of range is an error with its dotted field, and keys that are absent get their
/// defaults.
ParamMap section_params(const RunConfig& config, std::string_view section);
Result<void> set_section_params(RunConfig& config, std::string_view section, const ParamMap& params);

/// Makes relative paths absolute against `base` (the run file's folder); names of the hub that are no path
/// there stay (run_sources.h). With UnknownKeys::Refuse the format,
/// the model and the training data must be there; with Keep, what is not understood stays in
/// RunConfig::unknown.
Result<RunConfig> run_config_from_json(const OrderedJson& json, const std::filesystem::path& base,
                                       UnknownKeys unknown_keys);
OrderedJson run_config_to_json(const RunConfig& config);

/// The text of a run file as JSON, in the order of the file and within limits; errors name line and column.
Result<OrderedJson> parse_run_json(std::string_view text, std::string_view source_name);

/// Of the canonical text of the configuration: what a checkpoint remembers of it.
std::string run_config_sha256(const RunConfig& config);

/// A file that a person starts: strict. Saving makes paths below the file's folder relative to it.
Result<RunConfig> load_run_file(const std::filesystem::path& file);
Result<void> save_run_file(const RunConfig& config, const std::filesystem::path& file);

/// Applies "section.key=value" of the command line; the value is JSON where the field takes it, else text.
/// Relative paths are relative to the current folder. "method.id=full" takes the defaults of the new method.
/// A section may be given as an object: method={"id": "dora", "rank": 8}.
Result<void> apply_override(RunConfig& config, std::string_view assignment);

/// All of them, those that choose a method, an optimizer or a schedule first.
Result<void> apply_overrides(RunConfig& config, std::span<const std::string> assignments);

}  // namespace tunebench
