#include <CLI/CLI.hpp>
#include <memory>
#include <thread>

#include <fmt/format.h>

#include "app/cli/command.h"
#include "app/cli/common_options.h"
#include "app/cli/engine_process.h"
#include "app/cli/output.h"
#include "app/cli/run_text.h"
#include "app/cli/table.h"
#include "app/cli/tokenizer_benchmark.h"
#include "core/base/byte_units.h"
#include "core/methods/method.h"
#include "core/run/precision_checks.h"
#include "core/run/precision_name.h"
#include "core/run/run_config.h"
#include "core/run/run_folder.h"

namespace tunebench::cli {
namespace {

struct BenchmarkArguments {
    std::string shape = "smollm-135m";
    std::string method = "lora";
    std::string precision = "fp32";
    std::int64_t batch_size = 2;
    std::int64_t length = 256;
    std::int64_t steps = 5;
    std::string rank = {};     // empty: the method's default
    std::string targets = {};  // likewise
    std::string optimizer = "adamw";
    std::string quantization = "none";
    std::string checkpointing = "off";
    std::string device = "auto";
    std::string tokenizer = {};  // a folder: it is measured instead of a model
    std::int64_t megabytes = 100;
    std::vector<std::string> overrides = {};
    int threads = 0;
    bool json = false;
};

bool has_parameter(const std::string& method_id, std::string_view key) {
    const auto* method = find_method(method_id);
    if (!method)
        return false;
    for (const auto& spec : method->specs)
        if (spec.key == key)
            return true;
    return false;
}

/// As assignments of a run file: the same names, the same checks, the same messages.
std::vector<std::string> assignments_of(const BenchmarkArguments& arguments) {
    std::vector<std::string> assignments = {
        "method.id=" + arguments.method, "optimizer.id=" + arguments.optimizer, "device=" + arguments.device,
        "precision.quantization=" + arguments.quantization,
        "budget.gradient_checkpointing=" + arguments.checkpointing};
    if (has_parameter(arguments.method, "dropout"))
        assignments.push_back("method.dropout=0");
    if (!arguments.rank.empty())
        assignments.push_back("method.rank=" + arguments.rank);
    if (!arguments.targets.empty())
        assignments.push_back("method.targets=" + arguments.targets);
    assignments.insert(assignments.end(), arguments.overrides.begin(), arguments.overrides.end());
    return assignments;
}

/// Other sections of a run file say nothing to a benchmark.
Result<void> check_overrides(const std::vector<std::string>& overrides) {
    for (const auto& one : overrides)
        if (!one.starts_with("method.") && !one.starts_with("optimizer.") && !one.starts_with("precision."))
            return Error{.code = ErrorCode::InvalidArgument,
                         .message = fmt::format("--set {}: has no effect on a benchmark", one),
                         .hint = "Set something of method, optimizer or precision."};
    return {};
}

int threads_of(const BenchmarkArguments& arguments) {
    const auto cores = static_cast<int>(std::thread::hardware_concurrency());
    return arguments.threads > 0 ? arguments.threads : cores;
}

Result<BenchmarkRequest> request_of(const BenchmarkArguments& arguments) {
    auto config = default_run_config();
    TRY_VOID(check_overrides(arguments.overrides));
    TRY_VOID(set_named_precision(config.precision, arguments.precision));
    TRY_VOID(apply_overrides(config, assignments_of(arguments)));
    TRY_VOID(check_precision(config));
    return BenchmarkRequest{.shape = arguments.shape,
                            .method = config.method,
                            .optimizer = config.optimizer,
                            .precision = config.precision,
                            .batch_size = arguments.batch_size,
                            .length = arguments.length,
                            .steps = arguments.steps,
                            .gradient_checkpointing = config.budget.gradient_checkpointing,
                            .threads = threads_of(arguments),
                            .device = config.general.device};
}

/// The fields of the design, section 6, in one object.
OrderedJson to_json(const BenchmarkReport& report) {
    return {{"tokens_per_second", report.tokens_per_second},
            {"step_seconds", report.step_seconds},
            {"matmul_gflops", report.matmul_gflops},
            {"matmul_share", report.matmul_share},
            {"predicted_peak_bytes", report.predicted_peak_bytes},
            {"measured_peak_bytes", report.measured_peak_bytes},
            {"peak_phase", report.peak_phase},
            {"trainable_parameters", report.trainable_parameters},
            {"precision", report.precision},
            {"method", report.method},
            {"rank", report.rank},
            {"targets", report.targets},
            {"threads", report.threads},
            {"device", report.device},
            {"torch_version", report.torch_version}};
}

std::string to_text(const BenchmarkReport& report, const BenchmarkRequest& request) {
    const auto base = request.precision.quantization == QuantizationType::None
                          ? std::string()
                          : fmt::format(" on {} weights", quantization_name(request.precision.quantization));
    Table table({{}, {}});
    table.add({"model", fmt::format("{}, batch {} x {} tokens, {} steps", request.shape, request.batch_size,
                                    request.length, request.steps)});
    table.add({"method", report.rank > 0
                             ? fmt::format("{}, rank {}, {}", report.method, report.rank, report.targets)
                             : report.method});
    table.add({"trained parameters", format_count(static_cast<std::uint64_t>(report.trainable_parameters))});
    table.add({"speed", fmt::format("{:.1f} tokens/s, {:.3f} s a step (median)", report.tokens_per_second,
                                    report.step_seconds)});
    table.add({"matrix product", fmt::format("{:.1f} GFLOP/s; a step reaches {:.1f} % of it",
                                             report.matmul_gflops, 100.0 * report.matmul_share)});
    table.add(
        {"peak memory",
         fmt::format("{} measured in {}, {}", format_bytes(report.measured_peak_bytes), report.peak_phase,
                     predicted_text(report.predicted_peak_bytes, report.measured_peak_bytes))});
    table.add({"machine",
               fmt::format("{}, {} thread{}, {}{}, LibTorch {}", report.device, report.threads,
                           report.threads == 1 ? "" : "s", report.precision, base, report.torch_version)});
    return table.text();
}

ExitCode measure_tokenizer(const BenchmarkArguments& arguments) {
    const auto bytes = static_cast<std::size_t>(arguments.megabytes) * 1'000'000;
    const auto report = benchmark_tokenizer(arguments.tokenizer, bytes, threads_of(arguments));
    if (!report)
        return report_error(report.error(), arguments.json);
    if (!arguments.json)
        print_line(to_text(*report));
    else
        print_json_line(to_json(*report));
    return ExitCode::Done;
}

ExitCode execute(const BenchmarkArguments& arguments) {
    if (!arguments.tokenizer.empty())
        return measure_tokenizer(arguments);
    const auto request = request_of(arguments);
    if (!request)
        return report_error(request.error(), arguments.json);
    EngineProcess process(data_folder(), KeepHistory::No);
    const auto report =
        ask<BenchmarkReport>(process, [&request](RunHost& host) { return host.benchmark(*request); });
    if (!report)
        return report_error(report.error(), arguments.json);
    if (!arguments.json)
        print_line(to_text(*report, *request));
    else
        print_json_line(to_json(*report));
    return ExitCode::Done;
}

void add_options(CLI::App& parser, BenchmarkArguments& arguments) {
    parser.add_option("--shape", arguments.shape, "Named model shape (default smollm-135m)")
        ->type_name("NAME");
    parser.add_option("--method", arguments.method, "Fine-tuning method (default lora)")->type_name("ID");
    parser
        .add_option("--precision", arguments.precision,
                    "fp32 (default), bf16 or fp16 for weights and arithmetic; mixed-bf16 or mixed-fp16 for "
                    "arithmetic alone")
        ->type_name("NAME");
    for (const auto& [name, member, help] :
         {std::tuple{"--batch", &BenchmarkArguments::batch_size, "Sequences a step (default 2)"},
          std::tuple{"--length", &BenchmarkArguments::length, "Tokens a sequence (default 256)"},
          std::tuple{"--steps", &BenchmarkArguments::steps,
                     "Steps, of which the first 2 are dropped (default 5)"}})
        parser.add_option(name, arguments.*member, help)->type_name("N")->check(CLI::PositiveNumber);
    parser.add_option("--rank", arguments.rank, "Rank of the method (default 16)")->type_name("N");
    parser.add_option("--targets", arguments.targets, "Layers that are adapted (default all-linear)")
        ->type_name("NAMES");
    parser.add_option("--optimizer", arguments.optimizer, "Optimizer (default adamw)")->type_name("ID");
    add_quantization_option(parser, arguments.quantization);
    parser.add_option("--checkpointing", arguments.checkpointing, "off or every-block (default off)")
        ->type_name("WAY");
    parser.add_option("--device", arguments.device, "auto, cpu or cuda (default auto)")->type_name("NAME");
    parser
        .add_option("--tokenizer", arguments.tokenizer,
                    "Measure the tokenizer of a model's folder instead, on text of many kinds")
        ->type_name("DIR");
    parser.add_option("--megabytes", arguments.megabytes, "Text for --tokenizer (default 100)")
        ->type_name("N")
        ->check(CLI::Range(1, 4000));
    parser.add_option("--set", arguments.overrides, "Change a setting, as in optimizer.states=8bit")
        ->type_name("SECTION.KEY=VALUE");
    add_threads_option(parser, arguments.threads);
    add_json_flag(parser, arguments.json);
}

}  // namespace

Command add_benchmark_command(CLI::App& program) {
    auto* parser =
        program.add_subcommand("benchmark", "Measure speed and memory on a model of a named shape");
    const auto arguments = std::make_shared<BenchmarkArguments>();
    add_options(*parser, *arguments);
    parser->footer(
        "The model has random weights; nothing is downloaded.\n" +
        example_footer({"benchmark --shape smollm-135m --method lora --batch 2 --length 256 --steps 5",
                        "benchmark --tokenizer models/town --threads 2"}));
    return {.parser = parser, .execute = [arguments] { return execute(*arguments); }};
}

}  // namespace tunebench::cli
