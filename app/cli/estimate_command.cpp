#include <CLI/CLI.hpp>
#include <filesystem>
#include <memory>

#include <fmt/format.h>

#include "app/cli/command.h"
#include "app/cli/common_options.h"
#include "app/cli/fit_table_text.h"
#include "app/cli/memory_text.h"
#include "app/cli/output.h"
#include "app/cli/run_target.h"
#include "core/base/byte_units.h"
#include "core/memory/memory_fit.h"
#include "core/memory/parameter_memory.h"
#include "core/run/memory_calibration.h"
#include "core/run/preflight.h"
#include "core/run/run_model.h"

namespace tunebench::cli {
namespace {

struct EstimateArguments {
    std::string run = {};  // a run file, or a model's folder
    std::vector<std::string> overrides = {};
    std::string fit = {};
    std::string data_folder = {};
    bool table = false;
    bool json = false;
};

/// A model's folder stands for a run of it with the defaults.
Result<RunConfig> run_of(const EstimateArguments& arguments) {
    std::error_code ignored;
    if (!std::filesystem::is_directory(arguments.run, ignored))
        return configured(arguments.run, arguments.overrides, {});
    auto overrides = arguments.overrides;
    overrides.insert(overrides.begin(), "model.path=" + arguments.run);
    return configured({}, overrides, {});
}

struct Limit {
    std::uint64_t bytes = 0;
    bool is_given = false;
};

Result<Limit> limit_of(const EstimateArguments& arguments, const RunConfig& config,
                       const PreflightPlace& here) {
    if (!arguments.fit.empty()) {
        TRY(const auto bytes, parse_bytes(arguments.fit));
        if (bytes == 0)
            return Error{.code = ErrorCode::InvalidArgument,
                         .message = fmt::format("--fit {}: nothing fits into that", arguments.fit),
                         .hint = "Give a size, as in --fit 24GiB."};
        return Limit{.bytes = bytes, .is_given = true};
    }
    auto unlimited = config;
    unlimited.general.memory_limit_gib = 0.0;
    const auto usable = usable_memory(config, here);
    return Limit{.bytes = usable, .is_given = usable != usable_memory(unlimited, here)};
}

Result<void> print_table(const ModelConfig& model, const RunConfig& config, const Limit& limit,
                         const MemoryCalibration& calibration, bool as_json) {
    if (limit.bytes == 0)
        return Error{.code = ErrorCode::InvalidArgument,
                     .message = "How much memory an accelerator has is not known here",
                     .hint = "Say what is to be fitted into, as in --fit 24GiB."};
    const auto table = fit_table(model, config, calibration);
    if (as_json)
        print_json(fit_table_to_json(table, limit.bytes));
    else
        print_line(fit_table_text(table, limit.bytes));
    return {};
}

Result<void> print_estimate(const ModelConfig& model, const RunConfig& config, const Limit& limit,
                            const MemoryCalibration& calibration, bool as_json) {
    MemoryAnswer answer{
        .calibration = calibration, .limit_bytes = limit.bytes, .is_limit_given = limit.is_given};
    TRY(answer.memory, estimate_memory(model, config, batch_shape_of(config)));
    TRY(answer.exporting, estimate_export(model, config, batch_shape_of(config)));
    if (limit.bytes > 0) {
        answer.fit = fit_memory(model, config, answer.memory, limit.bytes, calibration);
        answer.largest = largest_values(model, config, limit.bytes, calibration);
        answer.largest_model = largest_model(model, config, limit.bytes, calibration);
    }
    if (as_json)
        print_json(memory_to_json(answer));
    else
        print_line(memory_text(answer));
    return {};
}

Result<void> estimate(const EstimateArguments& arguments) {
    const auto here = this_machine();
    TRY(const auto asked, run_of(arguments));
    const auto config = with_likely_device(asked, here);
    TRY(const auto model, stored_model_of(config.model));
    TRY(const auto limit, limit_of(arguments, config, here));
    const auto calibration =
        memory_calibration(chosen_data_folder(arguments.data_folder), is_on_processor(config));
    if (!arguments.table)
        return print_estimate(model, config, limit, calibration, arguments.json);
    return print_table(model, config, limit, calibration, arguments.json);
}

ExitCode execute(const EstimateArguments& arguments) {
    const auto done = estimate(arguments);
    return done ? ExitCode::Done : report_error(done.error(), arguments.json);
}

}  // namespace

Command add_estimate_command(CLI::App& program) {
    auto* parser = program.add_subcommand("estimate", "Say how much memory a run needs, without running it");
    const auto arguments = std::make_shared<EstimateArguments>();
    parser->add_option("RUN", arguments->run, "Run file, or a model's folder: its config.json is enough")
        ->type_name("")
        ->required();
    parser->add_option("--set", arguments->overrides, "Change a setting of the file, as in method.rank=8")
        ->type_name("SECTION.KEY=VALUE");
    parser->add_option("--fit", arguments->fit, "Memory to fit into, as in 24GiB; else what is free now")
        ->type_name("SIZE");
    add_data_folder_option(*parser, arguments->data_folder);
    parser->add_flag("--table", arguments->table, "What fits where: every method in every precision");
    add_json_flag(*parser, arguments->json);
    parser->footer(
        "The first step takes no more than those after it: the optimizer makes its states when it first "
        "updates.\n" +
        example_footer(
            {"estimate town.tunebench.json --fit 24GiB", "estimate models/town --table --fit 8GiB"}));
    return {.parser = parser, .execute = [arguments] { return execute(*arguments); }};
}

}  // namespace tunebench::cli
