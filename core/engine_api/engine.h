// Engine: the border to everything that sees a tensor. Values in, values out; implemented by core/engine,
// loaded at run time (loader.h); a fake in tests/support passes the same contract tests. All functions are
// called on the worker thread and block; Session::command may be called from any thread.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/base/result.h"
#include "core/engine_api/generation.h"
#include "core/jobs/cancel_token.h"
#include "core/jobs/run_event.h"
#include "core/models/model_config.h"
#include "core/run/run_config.h"
#include "core/run/run_folder.h"

namespace tunebench {

struct EngineInfo {
    std::string torch_version = {};
    int threads = 0;
    double matmul_gflops = 0.0;  // fp32, measured when the engine was loaded; 0: not measured
    std::string warning = {};  // "The fp32 matrix product runs at 2 GFLOP/s: …install OpenBLAS"; may be empty
};

struct ModelReport {
    ModelConfig config = {};
    std::int64_t parameters = 0;
    std::uint64_t file_bytes = 0;
    std::string stored_dtype = {};  // "F32", "BF16", "mixed"
    std::vector<std::string> missing_tensors = {};
    std::vector<std::string> extra_tensors = {};
    bool has_nonfinite = false;
};

struct EvaluateRequest {
    std::filesystem::path model = {};
    std::vector<AdapterShare> adapters = {};  // as in GenerateRequest
    DataSection data = {};                    // the files in `train` are evaluated
    std::int64_t batch_size = 8;
    int threads = 0;
    QuantizationSettings quantization = {};  // of the base
};

struct EvaluationReport {
    double loss = 0.0;
    double perplexity = 0.0;
    double token_accuracy = 0.0;
    std::int64_t tokens = 0;
    std::int64_t examples = 0;
    double seconds = 0.0;
    std::optional<double> accuracy = {};      // of a classifier, where perplexity and token accuracy are NaN
    std::optional<double> f1 = {};            // macro
    std::vector<double> example_losses = {};  // each example's own mean, in the data's order
};

struct ExportRequest {
    std::filesystem::path run = {};  // the run's folder
    std::string to = "peft";         // an id of core/exports
    std::filesystem::path out = {};
    std::string checkpoint =
        {};                  // name below checkpoints/; empty: the run's result (best if kept, else last)
    std::string dtype = {};  // f32 | f16 | bf16 | q8_0, as far as the format has it; empty: its first
};

struct ExportReport {
    std::filesystem::path out = {};
    std::vector<std::string> files = {};
    std::uint64_t bytes = 0;
    std::int64_t tensors = 0;
    // What was written, read back and compared with the trained model:
    std::string compared_on = {};  // "validation" examples, or "probe" tokens where the run has none
    std::int64_t compared_sequences = 0;
    std::int64_t compared_tokens = 0;
    double max_logit = 0.0;             // the trained model's largest
    double max_logit_difference = 0.0;  // relative to max_logit
    double max_logit_difference_absolute = 0.0;
    double mean_kl = 0.0;         // nats a token, of the export's predictions from the trained model's
    double top1_agreement = 0.0;  // share of tokens whose likeliest successor is the same
    double tolerance = 0.0;       // of max_logit_difference, for the format
    std::vector<std::string> notes = {};  // worth telling, but no error: sentences
};

struct BenchmarkRequest {
    std::string shape = "smollm-135m";
    Selection method = {};
    Selection optimizer = {};
    PrecisionSection precision = {};
    std::int64_t batch_size = 2;
    std::int64_t length = 256;
    std::int64_t steps = 5;
    GradientCheckpointing gradient_checkpointing = GradientCheckpointing::Off;
    int threads = 0;
    std::string device = "auto";  // as general.device
};

/// The fields of `benchmark --json`, named as there (design, section 6).
struct BenchmarkReport {
    double tokens_per_second = 0.0;
    double step_seconds = 0.0;
    double matmul_gflops = 0.0;
    double matmul_share = 0.0;
    std::uint64_t predicted_peak_bytes = 0;
    std::uint64_t measured_peak_bytes = 0;
    std::string peak_phase = {};
    std::int64_t trainable_parameters = 0;
    std::string precision = {};
    std::string method = {};
    std::int64_t rank = 0;
    std::string targets = {};
    int threads = 0;
    std::string device = {};
    std::string torch_version = {};
};

/// How fast a type is here.
struct ArithmeticRate {
    NumberType type = NumberType::Fp32;
    double matmul_gflops = 0.0;  // of a large product
    bool is_emulated = false;    // widened, computed in fp32 and rounded: there is no kernel for it
};

// Commands of a running session; they take effect between optimizer steps.
struct PauseCommand {
    bool release_memory = false;  // false: the model stays, and can be sampled
};
struct ResumeCommand {};
struct StopCommand {};     // save and stop
struct DiscardCommand {};  // stop, save nothing
struct SampleCommand {
    std::vector<std::string> prompts = {};  // empty: the run's own
    SamplingOptions sampling = {};
};
struct SaveCommand {};
struct EvaluateCommand {};
/// Other settings from the next step on; the run saves them, and a resume keeps them. Values that no run may
/// have are answered with a warning.
struct AdjustCommand {
    std::optional<double> learning_rate = {};           // before the schedule; more than 0
    std::optional<std::int64_t> evaluation_every = {};  // steps; 0: only at the end
};
using Command = std::variant<PauseCommand, ResumeCommand, StopCommand, DiscardCommand, SampleCommand,
                             SaveCommand, EvaluateCommand, AdjustCommand>;

/// Called on the worker thread for every event, in order.
using EventSink = std::function<void(const RunEvent&)>;

class Session {
public:
    virtual ~Session() = default;

    /// Trains until the budget, early stopping, a command or an error ends it. The last event is RunFinished;
    /// it is also returned. A run that is paused waits inside.
    virtual RunFinished run(const EventSink& sink) = 0;

    /// From any thread.
    virtual void command(Command command) = 0;
    /// From any thread: something that was commanded has not been obeyed yet.
    virtual bool has_command() = 0;

    /// Answers with the weights as they are. Worker thread only, while the sink is told of RunPhase::Paused.
    /// NotFound when the run's memory was released. The request's model, adapters and quantization are not
    /// looked at.
    virtual Result<Generation> generate(const GenerateRequest& request, const CancelToken& cancel,
                                        const ProgressSink& sink) = 0;
};

/// How a session comes to be.
struct Preparation {
    EventSink sink = {};  // is told on the worker thread how far it is, in PhaseChanged events; may be empty
    CancelToken cancel = {};
};

class Engine {
public:
    virtual ~Engine() = default;

    virtual Result<EngineInfo> info() = 0;
    virtual Result<ModelReport> inspect(const std::filesystem::path& model) = 0;
    /// A fresh run, or the continuation from the newest valid checkpoint in `folder`. Cancelled.
    virtual Result<std::unique_ptr<Session>> start(const RunConfig& config, const RunFolder& folder,
                                                   bool resume, const Preparation& preparation) = 0;
    /// Model and adapters stay for the next request. A session that is paused is left as it is: this may be
    /// called from its sink.
    virtual Result<Generation> generate(const GenerateRequest& request, const CancelToken& cancel,
                                        const ProgressSink& sink = {}) = 0;
    virtual Result<EvaluationReport> evaluate(const EvaluateRequest& request, const CancelToken& cancel) = 0;
    /// Writes, reloads what was written, and compares.
    virtual Result<ExportReport> export_run(const ExportRequest& request, const CancelToken& cancel) = 0;
    virtual Result<BenchmarkReport> benchmark(const BenchmarkRequest& request, const CancelToken& cancel) = 0;
    /// Of every type on a device, named as general.device; takes about a second.
    virtual Result<std::vector<ArithmeticRate>> arithmetic_rates(const std::string& device) = 0;
    /// Gives back what generate and evaluate keep for the next request.
    virtual void release_memory() = 0;
};

}  // namespace tunebench
