// The engine as the rest of the program sees it, and the two functions that its library exports.
#include "core/engine_api/engine.h"

#include <fmt/format.h>
#include <torch/version.h>

#include "core/data/loader.h"
#include "core/engine/adapters/model_shelf.h"
#include "core/engine/benchmark/benchmark.h"
#include "core/engine/benchmark/matmul_rate.h"
#include "core/engine/evaluation/evaluate.h"
#include "core/engine/exporting/adapter_labels.h"
#include "core/engine/exporting/export_run.h"
#include "core/engine/generation/generator.h"
#include "core/engine/guard.h"
#include "core/engine/memory/device.h"
#include "core/engine/memory/memory_limit.h"
#include "core/engine/memory/meter.h"
#include "core/engine/models/weight_loader.h"
#include "core/engine/tensor.h"
#include "core/engine/training/session_setup.h"
#include "core/engine_api/abi.h"
#include "core/engine_api/build_id.h"

namespace tunebench {
namespace {

constexpr int kProbeProduct = 512;
constexpr int kAcceleratorProduct = 4096;
constexpr double kSlowGflops = 10.0;  // a core with a tuned BLAS does five to ten times as much

std::string stored_dtype(const SafetensorsSet& set) {
    std::string found;
    for (const auto& name : set.names()) {
        const std::string dtype(dtype_name(set.find(name)->dtype));
        if (!found.empty() && found != dtype)
            return "mixed";
        found = dtype;
    }
    return found;
}

bool is_finite(const NamedParameter& parameter) {
    const auto values =
        parameter.tensor->defined() ? *parameter.tensor : parameter.projection->linear_weight();
    return values.isfinite().all().item<bool>();
}

Result<ModelReport> inspect_model(const std::filesystem::path& folder) {
    TRY(const auto set, SafetensorsSet::open(folder));
    ModelReport report;
    TRY(report.config, load_model_config(folder));
    auto check = check_weights(set, report.config);
    report.parameters = parameter_count(report.config);
    report.stored_dtype = stored_dtype(set);
    report.missing_tensors = std::move(check.missing);
    report.extra_tensors = std::move(check.extra);
    for (const auto& file : set.files())
        report.file_bytes += file.file_bytes();
    if (report.missing_tensors.empty()) {
        TRY(const auto model, load_model(folder));
        for (const auto& parameter : model->parameters())
            report.has_nonfinite |= !is_finite(parameter);
    }
    return report;
}

/// A session that is paused goes on with as many threads as before: their number decides the last bits.
class KeepsThreads {
public:
    KeepsThreads() : count_(at::get_num_threads()) {}
    ~KeepsThreads() { at::set_num_threads(count_); }
    KeepsThreads(const KeepsThreads&) = delete;
    KeepsThreads& operator=(const KeepsThreads&) = delete;

private:
    const int count_;
};

Result<Generation> generate_from(ModelShelf& shelf, const GenerateRequest& request, const CancelToken& cancel,
                                 const ProgressSink& sink) {
    const KeepsThreads keeping;
    set_threads(request.threads);
    TRY(const auto loaded, shelf.take(request.model, request.adapters, request.quantization));
    TRY(auto generation, answer_prompts(loaded.model, loaded.tokenizer, request, cancel, sink));
    generation.load_seconds = loaded.load_seconds;
    generation.switch_seconds = loaded.switch_seconds;
    return generation;
}

Result<EvaluationReport> evaluate_on(ModelShelf& shelf, const EvaluateRequest& request,
                                     const CancelToken& cancel) {
    set_threads(request.threads);
    TRY(const auto loaded, shelf.take(request.model, request.adapters, request.quantization));
    const auto& config = loaded.model.config();
    const LabelSource labels{.known = config.labels, .is_fixed = true};
    TRY(const auto data, load_training_data(request.data, /*seed=*/0, loaded.tokenizer, cancel, /*limit=*/0,
                                            config.is_classifier() ? &labels : nullptr));
    const auto result = evaluate_examples(loaded.model, data.train.examples,
                                          {.batch_size = request.batch_size,
                                           .max_length = request.data.max_length,
                                           .packing = request.data.packing},
                                          [&] { return !cancel.is_cancelled(); });
    if (result.cancelled)
        return Error{.code = ErrorCode::Cancelled, .message = "The evaluation was stopped"};
    return EvaluationReport{.loss = result.loss,
                            .perplexity = result.perplexity,
                            .token_accuracy = result.token_accuracy,
                            .tokens = result.tokens,
                            .examples = static_cast<std::int64_t>(data.train.examples.size()),
                            .seconds = result.seconds,
                            .accuracy = result.accuracy,
                            .f1 = result.f1,
                            .example_losses = result.example_losses};
}

Result<std::vector<ArithmeticRate>> rates_on(const std::string& name) {
    TRY(const auto device, device_of(name));
    std::vector<ArithmeticRate> rates;
    for (const auto type : {NumberType::Fp32, NumberType::Bf16, NumberType::Fp16}) {
        // Where a type has no fast kernels, a product of the size for accelerators would take minutes.
        const int size = device.is_cpu() ? kProbeProduct : kAcceleratorProduct;
        rates.push_back({.type = type,
                         .matmul_gflops = matmul_gflops(size, device, scalar_type(type)),
                         .is_emulated = is_emulated(scalar_type(type), device)});
    }
    return rates;
}

/// With as much memory as there is now.
template <class T>
Result<T> limited(const std::string& doing, const std::function<Result<T>()>& action) {
    limit_memory();
    return guarded<T>(doing, action);
}

class TorchEngine : public Engine {
public:
    TorchEngine() {
        install_meter();
        at::globalContext().setFlushDenormal(true);
        set_threads(0);
    }

    Result<EngineInfo> info() override {
        return guarded<EngineInfo>("measuring this machine", []() -> Result<EngineInfo> {
            EngineInfo info{.torch_version = TORCH_VERSION, .threads = at::get_num_threads()};
            info.matmul_gflops = matmul_gflops(kProbeProduct);
            if (info.matmul_gflops < kSlowGflops)
                info.warning = fmt::format(
                    "Matrix products run at only {:.1f} GFLOP/s: LibTorch found no tuned BLAS. "
                    "Install libopenblas0-openmp, which makes training 10 to 40 times faster.",
                    info.matmul_gflops);
            return info;
        });
    }

    Result<std::vector<ArithmeticRate>> arithmetic_rates(const std::string& device) override {
        return guarded<std::vector<ArithmeticRate>>("measuring this machine",
                                                    [&] { return rates_on(device); });
    }

    Result<ModelReport> inspect(const std::filesystem::path& model) override {
        return limited<ModelReport>("reading the model", [&] { return inspect_model(model); });
    }

    Result<std::unique_ptr<Session>> start(const RunConfig& config, const RunFolder& folder, bool resume,
                                           const Preparation& preparation) override {
        shelf_.clear();  // training needs the memory
        return guarded<std::unique_ptr<Session>>(
            "loading the run", [&] { return make_session(config, folder, resume, preparation); });
    }

    Result<Generation> generate(const GenerateRequest& request, const CancelToken& cancel,
                                const ProgressSink& sink) override {
        auto generation =
            limited<Generation>("generating", [&] { return generate_from(shelf_, request, cancel, sink); });
        reset_peak();  // a session that is paused measures its own
        return generation;
    }

    Result<EvaluationReport> evaluate(const EvaluateRequest& request, const CancelToken& cancel) override {
        return limited<EvaluationReport>("evaluating", [&] { return evaluate_on(shelf_, request, cancel); });
    }

    Result<ExportReport> export_run(const ExportRequest& request, const CancelToken& cancel) override {
        shelf_.clear();
        return limited<ExportReport>("exporting", [&] { return tunebench::export_run(request, cancel); });
    }

    Result<BenchmarkReport> benchmark(const BenchmarkRequest& request, const CancelToken& cancel) override {
        shelf_.clear();
        return limited<BenchmarkReport>("measuring", [&] { return run_benchmark(request, cancel); });
    }

    void release_memory() override {
        // An accelerator that has failed throws here too; whoever uses it next is told.
        [[maybe_unused]] const auto released = guarded<void>("releasing memory", [&]() -> Result<void> {
            shelf_.clear();
            reset_peak();
            return {};
        });
    }

private:
    ModelShelf shelf_;
};

}  // namespace
}  // namespace tunebench

extern "C" {

tunebench::EngineAbi tunebench_engine_abi() {
    return {.interface_version = tunebench::kEngineInterfaceVersion,
            .cxx11_abi = _GLIBCXX_USE_CXX11_ABI,
            .build_id = tunebench::build_id().data()};
}

tunebench::Engine* tunebench_create_engine() {
    try {
        return new tunebench::TorchEngine;
    } catch (...) {
        tunebench::error_of_current_exception("starting the engine");
        return nullptr;
    }
}
}
