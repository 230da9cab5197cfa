#include <CLI/CLI.hpp>
#include <memory>

#include <fmt/format.h>

#include "app/cli/adapter_options.h"
#include "app/cli/command.h"
#include "app/cli/common_options.h"
#include "app/cli/engine_process.h"
#include "app/cli/example_losses.h"
#include "app/cli/output.h"
#include "app/cli/table.h"
#include "app/cli/terminal.h"
#include "core/base/byte_units.h"
#include "core/base/durable_file.h"
#include "core/run/run_config.h"
#include "core/run/run_folder.h"

namespace tunebench::cli {
namespace {

struct EvaluateArguments {
    std::string model = {};
    std::vector<std::string> files = {};
    AdapterArguments adapters = {};
    std::vector<std::string> overrides = {};
    std::int64_t batch_size = 8;
    std::string quantization = "none";
    std::string per_example = {};  // file; empty: none
    int threads = 0;
    bool json = false;
};

/// The data section of a run file is the one description of how rows become tokens.
Result<DataSection> data_of(const EvaluateArguments& arguments) {
    auto config = default_run_config();
    for (const auto& assignment : arguments.overrides) {
        if (!assignment.starts_with("data."))
            return Error{.code = ErrorCode::InvalidArgument,
                         .message = fmt::format("\"{}\" is no setting of the data section", assignment),
                         .hint = "--set takes settings like data.max_length=512 here."};
        TRY_VOID(apply_override(config, assignment));
    }
    config.data.train.clear();
    for (const auto& file : arguments.files)
        config.data.train.push_back(held_out(absolute_path(file).string()));
    return config.data;
}

struct Evaluated {
    Variant variant = {};
    EvaluationReport report = {};
};

OrderedJson optional_json(const std::optional<double>& value) {
    return value ? OrderedJson(*value) : OrderedJson();
}

OrderedJson to_json(const EvaluationReport& report) {
    return {{"loss", report.loss},
            {"perplexity", report.perplexity},
            {"token_accuracy", report.token_accuracy},
            {"tokens", report.tokens},
            {"examples", report.examples},
            {"seconds", report.seconds},
            {"accuracy", optional_json(report.accuracy)},
            {"f1", optional_json(report.f1)}};
}

OrderedJson to_json(const std::vector<Evaluated>& all) {
    if (all.size() == 1)
        return to_json(all.front().report);
    OrderedJson variants = OrderedJson::array();
    for (const auto& evaluated : all) {
        auto json = to_json(evaluated.variant);
        json.update(to_json(evaluated.report));
        variants.push_back(std::move(json));
    }
    return {{"variants", std::move(variants)}};
}

std::string to_text(const EvaluationReport& report) {
    Table table({{}, {}});
    table.add({"loss", fmt::format("{:.6f}", report.loss)});
    if (report.accuracy) {
        table.add({"accuracy", fmt::format("{:.2f} %", 100.0 * *report.accuracy)});
        table.add({"macro F1", fmt::format("{:.4f}", report.f1.value_or(0.0))});
        table.add({"examples", fmt::format("{}", report.examples)});
    } else {
        table.add({"perplexity", fmt::format("{:.4f}", report.perplexity)});
        table.add({"token accuracy", fmt::format("{:.2f} %", 100.0 * report.token_accuracy)});
        table.add({"supervised tokens", fmt::format("{} in {} examples", report.tokens, report.examples)});
    }
    table.add({"time", format_duration(report.seconds)});
    return table.text();
}

std::string to_text(const std::vector<Evaluated>& all) {
    if (all.size() == 1)
        return to_text(all.front().report);
    const bool is_classifier = all.front().report.accuracy.has_value();
    Table table({{},
                 {"loss", Align::Right},
                 {is_classifier ? "macro F1" : "perplexity", Align::Right},
                 {is_classifier ? "accuracy" : "token accuracy", Align::Right}});
    for (const auto& [variant, report] : all)
        table.add({printable(variant.name, false), fmt::format("{:.6f}", report.loss),
                   fmt::format("{:.4f}", is_classifier ? report.f1.value_or(0.0) : report.perplexity),
                   fmt::format("{:.2f} %", 100.0 * report.accuracy.value_or(report.token_accuracy))});
    return table.text();
}

Result<std::vector<Evaluated>> reports_of(const EvaluateArguments& arguments) {
    if (!arguments.per_example.empty())
        TRY_VOID(check_writable(absolute_path(arguments.per_example)));
    TRY(const auto data, data_of(arguments));
    TRY(const auto variants, variants_of(arguments.adapters));
    TRY(const auto quantization, quantization_of(arguments.quantization));
    TRY(const auto model, model_folder(arguments.model));
    EngineProcess process(data_folder(), KeepHistory::No);
    std::vector<Evaluated> all;
    for (const auto& variant : variants) {
        TRY(auto report, ask<EvaluationReport>(process, [&](RunHost& host) {
                return host.evaluate({.model = model,
                                      .adapters = variant.adapters,
                                      .data = data,
                                      .batch_size = arguments.batch_size,
                                      .threads = arguments.threads,
                                      .quantization = quantization});
            }));
        all.push_back({.variant = variant, .report = report});
    }
    return all;
}

Result<void> write_example_losses(const std::string& file, const std::vector<Evaluated>& all) {
    if (file.empty())
        return {};
    std::vector<LossColumn> columns;
    for (const auto& [variant, report] : all)
        columns.push_back({.name = variant.name, .losses = report.example_losses});
    return write_file_durably(absolute_path(file), example_losses_text(columns));
}

ExitCode execute(const EvaluateArguments& arguments) {
    const auto all = reports_of(arguments);
    if (!all)
        return report_error(all.error(), arguments.json);
    if (const auto written = write_example_losses(arguments.per_example, *all); !written)
        return report_error(written.error(), arguments.json);
    if (arguments.json)
        print_json(to_json(*all));
    else
        print_line(to_text(*all));
    return ExitCode::Done;
}

}  // namespace

Command add_evaluate_command(CLI::App& program) {
    auto* parser = program.add_subcommand("evaluate", "Measure a model's loss on a data file");
    const auto arguments = std::make_shared<EvaluateArguments>();
    parser->add_option("MODEL", arguments->model, "Folder of the model")->type_name("")->required();
    parser
        ->add_option("--data", arguments->files,
                     "Data file or folder, of whose splits validation counts, or else test; may be given "
                     "several times")
        ->type_name("FILE")
        ->allow_extra_args(false)
        ->required();
    add_adapter_options(*parser, arguments->adapters);
    parser->add_option("--set", arguments->overrides, "How rows are read, as in data.max_length=512")
        ->type_name("data.KEY=VALUE");
    parser->add_option("--batch", arguments->batch_size, "Sequences at once (default 8)")
        ->type_name("N")
        ->check(CLI::PositiveNumber);
    add_quantization_option(*parser, arguments->quantization);
    parser->add_option("--per-example", arguments->per_example, "Write each example's loss here, as CSV")
        ->type_name("FILE");
    add_threads_option(*parser, arguments->threads);
    add_json_flag(*parser, arguments->json);
    parser->footer(example_footer({"evaluate models/town --data town-valid.jsonl --adapter adapter"}));
    return {.parser = parser, .execute = [arguments] { return execute(*arguments); }};
}

}  // namespace tunebench::cli
