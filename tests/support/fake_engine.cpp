#include "tests/support/fake_engine.h"

#include <thread>

#include <fmt/format.h>

#include "core/base/durable_file.h"
#include "core/models/parameters.h"
#include "tests/support/fake_session.h"
#include "tests/support/fake_speech.h"

namespace tunebench::test {
namespace {

namespace fs = std::filesystem;

Error cancelled() {
    return {.code = ErrorCode::Cancelled, .message = "Cancelled"};
}

Result<FakeState> state_to_begin_with(const RunConfig& config, const RunFolder& folder, bool resume,
                                      std::string& resumed_from) {
    if (!resume)
        return initial_fake_state(config.general.seed);
    std::vector<std::string> skipped;
    const auto checkpoint = newest_valid_checkpoint(folder.checkpoints(), skipped);
    if (!checkpoint)
        return initial_fake_state(config.general.seed);
    resumed_from = checkpoint->name();
    return load_fake_state(checkpoint->folder);
}

class FakeEngine : public Engine {
public:
    explicit FakeEngine(const FakeEngineOptions& options) : options_(options) {}

    Result<EngineInfo> info() override {
        return EngineInfo{.torch_version = "fake", .threads = 1, .matmul_gflops = 1.0};
    }

    Result<ModelReport> inspect(const fs::path& model) override {
        TRY(auto config, load_model_config(model));
        const auto parameters = parameter_count(config);
        return ModelReport{.config = std::move(config), .parameters = parameters, .stored_dtype = "F32"};
    }

    Result<std::unique_ptr<Session>> start(const RunConfig& config, const RunFolder& folder, bool resume,
                                           const Preparation& preparation) override {
        TRY_VOID(read_data(preparation));
        std::this_thread::sleep_for(options_.load_duration);
        loaded_.clear();
        if (options_.refuses_to_start)
            return Error{.code = ErrorCode::Corrupt,
                         .message = "train.jsonl line 3 is not JSON",
                         .hint = "Correct the line.",
                         .field = "data.train"};
        TRY_VOID(load_model_config(config.model.path));
        std::string resumed_from;
        TRY(const auto state, state_to_begin_with(config, folder, resume, resumed_from));
        return std::unique_ptr<Session>(
            std::make_unique<FakeSession>(config, folder, options_, state, std::move(resumed_from)));
    }

    Result<Generation> generate(const GenerateRequest& request, const CancelToken& cancel,
                                const ProgressSink& sink) override {
        if (cancel.is_cancelled())
            return cancelled();
        TRY_VOID(check_readable(request.model, request.adapters));
        const double load_seconds = loaded_ == request.model ? 0.0 : 0.5;
        loaded_ = request.model;
        std::string speaker = "echo";
        for (const auto& adapter : request.adapters)
            speaker += fmt::format(" {} {}", adapter.weight, adapter.folder.filename().string());
        TRY(auto generation, speak(speaker, request, options_.token_duration, cancel, sink));
        generation.load_seconds = load_seconds;
        return generation;
    }

    void release_memory() override { loaded_.clear(); }

    Result<EvaluationReport> evaluate(const EvaluateRequest& request, const CancelToken& cancel) override {
        if (cancel.is_cancelled())
            return cancelled();
        TRY_VOID(check_readable(request.model, request.adapters));
        return EvaluationReport{.loss = 1.5,
                                .perplexity = 4.48,
                                .token_accuracy = 0.5,
                                .tokens = 40,
                                .examples = 4,
                                .seconds = 0.1,
                                .example_losses = {0.5, 1.25}};
    }

    Result<ExportReport> export_run(const ExportRequest& request, const CancelToken& cancel) override {
        if (cancel.is_cancelled())
            return cancelled();
        TRY(const auto folder, RunFolder::open(request.run));
        TRY(const auto weights, read_file(folder.adapter() / "weights.json", 1 << 20));
        std::error_code ignored;
        fs::create_directories(request.out, ignored);
        TRY_VOID(write_file_durably(request.out / "weights.json", weights));
        return ExportReport{.out = request.out,
                            .files = {"weights.json"},
                            .bytes = weights.size(),
                            .tensors = 1,
                            .compared_on = "probe",
                            .compared_sequences = 1,
                            .compared_tokens = 64,
                            .max_logit = 10.0,
                            .top1_agreement = 1.0,
                            .tolerance = 1e-4};
    }

    Result<BenchmarkReport> benchmark(const BenchmarkRequest& request, const CancelToken& cancel) override {
        if (cancel.is_cancelled())
            return cancelled();
        return BenchmarkReport{.tokens_per_second = 1000.0,
                               .step_seconds = 0.5,
                               .matmul_gflops = 50.0,
                               .matmul_share = 0.5,
                               .predicted_peak_bytes = 1000,
                               .measured_peak_bytes = 1000,
                               .peak_phase = "backward",
                               .trainable_parameters = 4,
                               .precision = "fp32",
                               .method = request.method.id,
                               .threads = 1,
                               .torch_version = "fake"};
    }

    Result<std::vector<ArithmeticRate>> arithmetic_rates(const std::string&) override {
        return std::vector<ArithmeticRate>{
            {.type = NumberType::Fp32, .matmul_gflops = 100.0},
            {.type = NumberType::Bf16, .matmul_gflops = 200.0},
            {.type = NumberType::Fp16, .matmul_gflops = 25.0, .is_emulated = true}};
    }

private:
    Result<void> read_data(const Preparation& preparation) const {
        constexpr auto kPiece = std::chrono::milliseconds(5);
        for (auto done = std::chrono::milliseconds(0); done < options_.read_duration; done += kPiece) {
            if (preparation.cancel.is_cancelled())
                return cancelled();
            preparation.sink(
                PhaseChanged{.phase = RunPhase::Loading,
                             .detail = "Reading train.jsonl",
                             .share = std::chrono::duration<double>(done) / options_.read_duration});
            std::this_thread::sleep_for(kPiece);
        }
        return {};
    }

    static Result<void> check_readable(const fs::path& model, const std::vector<AdapterShare>& adapters) {
        TRY_VOID(load_model_config(model));
        for (const auto& adapter : adapters)
            if (!fs::is_directory(adapter.folder))
                return Error{.code = ErrorCode::NotFound,
                             .message = fmt::format("{} does not exist", adapter.folder.string()),
                             .hint = "Choose another folder."};
        return {};
    }

    const FakeEngineOptions options_;
    fs::path loaded_ = {};  // the model that is still in memory
};

}  // namespace

std::unique_ptr<Engine> make_fake_engine(const FakeEngineOptions& options) {
    return std::make_unique<FakeEngine>(options);
}

}  // namespace tunebench::test
