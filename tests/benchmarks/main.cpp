// tunebench-memory-grid: what runs take of memory on this processor, measured beside what is predicted.
#include <CLI/CLI.hpp>
#include <fstream>
#include <map>
#include <numeric>
#include <regex>

#include <fmt/format.h>

#include "core/engine/benchmark/measured_steps.h"
#include "core/engine/memory/memory_use.h"
#include "core/engine/memory/meter.h"
#include "core/engine/ops/compat.h"
#include "core/memory/parameter_memory.h"
#include "core/memory/replay/exporting.h"
#include "core/memory/replay/step.h"
#include "core/memory/resident_memory.h"
#include "core/methods/task_head.h"
#include "core/run/quantized_base.h"
#include "tests/benchmarks/grid_cases.h"
#include "tests/benchmarks/grid_phases.h"
#include "tests/benchmarks/grid_report.h"
#include "tests/benchmarks/other_estimators.h"

namespace {

using namespace tunebench;
using namespace tunebench::grid;

struct Options {
    std::string filter = {}, json = {}, device = "cpu";
    bool is_reduced = false, checks = false, traces = false, tells_phases = false;
};

constexpr int kSteps = 3;

/// Blocks that a phase of the last step took and gave back.
using Trace = std::map<std::string, std::vector<std::int64_t>>;

BatchShape shape_of(const Case& one, const RunConfig& run) {
    auto shape = batch_shape_of(run);
    shape.batch_size *= one.sequences_per_row;
    shape.length /= one.sequences_per_row;
    return shape;
}

/// On the processor, whose meter is read.
bool exports_model(const RunConfig& run) {
    const auto& method = *find_method(run.method.id);
    return is_on_processor(run) && (method.is_mergeable || method.adapter_formats.empty());
}

struct Measured {
    MeasuredSteps::Memory memory = {};
    std::uint64_t resident_before = 0, resident_peak = 0;
    std::uint64_t exporting = 0;  // 0: not measured
    Trace trace = {};
};

Result<Measured> measure(const Case& one, const ModelConfig& model, const RunConfig& run, bool traces) {
    Measured out;
    std::vector<std::int64_t> events;
    bool adds_up = true;
    const auto phase_over = [&](std::string_view phase) {
        const auto uses = bytes_at_peak();
        adds_up =
            adds_up && std::accumulate(uses.begin(), uses.end(), std::uint64_t{0}) == read_meter().peak_bytes;
        out.trace[std::string(phase)] = std::exchange(events, {});
    };
    release_kept_memory();
    out.resident_before = resident_bytes();
    begin_resident_peak();
    MeasuredSteps measured(model, run, one.sequences_per_row, phase_over);
    TRY_VOID(measured.begin());
    for (int step = 1; step <= kSteps; ++step) {
        if (traces && step == kSteps)
            observe_memory([&](std::int64_t bytes, const BytesByUse&) {
                if (bytes != 0)
                    events.push_back(bytes);
            });
        measured.step();
    }
    TRY_VOID(measured.beyond_steps());
    observe_memory({});
    out.resident_peak = resident_peak_bytes();
    if (!adds_up)
        return Error{.message = "the meter's peak is not the sum of what it is for"};
    out.memory = measured.measured();
    if (exports_model(run)) {
        TRY(out.exporting, measured.export_merged());
    }
    return out;
}

struct Predicted {
    replay::RunHoldings run = {};
    std::uint64_t exporting = 0;
    Trace trace = {};
};

Result<Predicted> predict(const Case& one, const ModelConfig& model, RunConfig run, bool traces) {
    Predicted out;
    run.evaluation.batch_size *= one.sequences_per_row;  // as shape_of does with the rows of a step
    TRY(const auto plan, plan_of(*find_method(run.method.id), model, run.method.params));
    TRY(const auto quantization, base_quantization(model, run.precision.quantization_settings()));
    out.run = replay::replay_run(
        model, plan, run, quantization, *find_optimizer(run.optimizer.id), shape_of(one, run), kLibTorchRules,
        traces ? [&](const std::string& phase,
                     const std::vector<std::int64_t>& events) { out.trace[phase] = events; }
               : replay::EventsOfAStep());
    if (exports_model(run)) {
        auto unvalidated = run;  // compared on probe tokens
        unvalidated.data.validation.clear();
        unvalidated.data.validation_share = 0.0;
        out.exporting =
            replay::replay_export(model, plan, unvalidated, quantization, *find_optimizer(run.optimizer.id),
                                  shape_of(one, run), kLibTorchRules)
                .holdings.total;
    }
    return out;
}

void print_trace(std::string_view of, const Trace& trace) {
    for (const auto& [phase, sizes] : trace) {
        fmt::print("{} {}\n", of, phase);
        std::int64_t alive = 0;
        for (const auto size : sizes) {
            alive += size;
            fmt::print("  {:+} {}\n", size, alive);
        }
    }
}

/// What is computed at the peak: a phase that is short, or the part of the model where the step is.
std::string part_of(const replay::PhaseHoldings& phase) {
    const bool is_in_model = phase.name == "forward" || phase.name == "backward";
    return is_in_model ? std::string(phase.holdings.place) : phase.name;
}

/// Evaluation, sampling and saving, which follow the steps, and exporting, which follows the run.
std::vector<PhaseFinding> beyond_steps(const Predicted& predicted, const Measured& measured) {
    std::vector<PhaseFinding> found;
    for (const auto& phase : measured.memory.phases)
        for (const auto& ours : predicted.run.phases)
            if (ours.name == phase.phase &&
                (ours.name == "evaluation" || ours.name == "sampling" || ours.name == "saving"))
                found.push_back(
                    {.name = ours.name, .predicted = ours.holdings.total, .measured = phase.bytes});
    if (measured.exporting > 0)
        found.push_back(
            {.name = "exporting", .predicted = predicted.exporting, .measured = measured.exporting});
    return found;
}

Result<Finding> find(const Case& one, const Options& options) {
    TRY(const auto model, model_of(one));
    TRY(auto run, run_of(one));
    run.general.device = options.device;
    TRY(const auto predicted, predict(one, model, run, options.traces));
    TRY(const auto measured, measure(one, model, run, options.traces));
    TRY(const auto estimate, estimate_memory(model, run, shape_of(one, run), kLibTorchRules));
    Finding finding{.name = one.name(),
                    .measured = measured.memory.peak_bytes,
                    .measured_phase = measured.memory.peak_phase,
                    .beyond_steps = beyond_steps(predicted, measured),
                    .resident_measured = measured.resident_peak};
    for (const auto& phase : predicted.run.phases)
        if (phase.holdings.total > finding.predicted) {
            finding.predicted = phase.holdings.total;
            finding.predicted_phase = phase.name;
            finding.part = part_of(phase);
        }
    finding.resident_predicted =
        finding.predicted + kept_beyond(finding.predicted) + measured.resident_before;
    const auto size = size_of(model, run, shape_of(one, run), estimate);
    for (const auto& other : other_estimators())
        finding.others.push_back(other.bytes(size));
    if (options.tells_phases) {
        for (const auto& phase : predicted.run.phases)
            fmt::print("    predicted {:<12} {:>11} {}\n", phase.name, phase.holdings.total,
                       phase.holdings.place);
        for (const auto& phase : measured.memory.phases)
            fmt::print("    measured  {:<12} {:>11}\n", phase.phase, phase.bytes);
        fmt::print("    exporting    predicted {}, measured {}\n", predicted.exporting, measured.exporting);
    }
    if (options.traces) {
        print_trace("predicted", predicted.trace);
        print_trace("measured", measured.trace);
    }
    return finding;
}

int run_grid(const Options& options) {
    constexpr std::size_t kEvery = 5;  // of the reduced grid
    std::vector<Finding> findings;
    std::size_t number = 0;
    bool failed = false;
    for (const auto& one : all_cases()) {
        if (options.is_reduced && number++ % kEvery != 0)
            continue;
        if (!std::regex_search(one.name(), std::regex(options.filter)))
            continue;
        const auto finding = find(one, options);
        if (!finding) {
            fmt::print("FAIL {}: {}\n", one.name(), finding.error().message);
            failed = true;
            continue;
        }
        fmt::print("{}\n", line_of(*finding));
        std::fflush(stdout);
        findings.push_back(*finding);
    }
    const auto summary = summary_of(findings);
    fmt::print("\n{}", text_of(summary, findings));
    if (!options.json.empty())
        std::ofstream(options.json) << to_json(findings).dump(2) << '\n';
    const bool is_whole = !options.is_reduced && options.filter.empty();
    const auto complaint = complaint_about(findings) + (is_whole ? complaint_about_parts(findings) : "");
    if (options.checks && !complaint.empty())
        fmt::print("{}\n", complaint);
    return failed || findings.empty() || (options.checks && !complaint.empty()) ? 1 : 0;
}

}  // namespace

int main(int argc, char** argv) {
    Options options;
    CLI::App app(
        "Runs small models in many configurations and prints what each took of memory beside what was "
        "predicted: error, bytes predicted and measured, the same of the process's resident memory, the "
        "phases "
        "of both peaks.");
    app.add_option("--filter", options.filter, "Regular expression searched in the configuration");
    app.add_option("--device", options.device, "Where models run: cpu (default) or cuda");
    app.add_option("--json", options.json, "File for the table as JSON");
    app.add_flag("--reduced", options.is_reduced, "Every fifth configuration");
    app.add_flag("--check", options.checks,
                 "Fail where the errors are above their limits, those of evaluation, sampling, saving and "
                 "exporting (which are wider) too; of "
                 "the whole grid also where a kind of peak is rare");
    app.add_flag("--phases", options.tells_phases, "Print the peak of each phase too");
    app.add_flag("--trace", options.traces, "Print every block that the third step takes and gives back");
    CLI11_PARSE(app, argc, argv);
    install_meter();
    set_threads(0);
    return run_grid(options);
}
