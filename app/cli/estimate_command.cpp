#include <CLI/CLI.hpp>
#include <memory>

#include <fmt/format.h>

#include "app/cli/command.h"
#include "app/cli/common_options.h"
#include "app/cli/memory_text.h"
#include "app/cli/output.h"
#include "app/cli/run_target.h"
#include "core/base/byte_units.h"
#include "core/memory/memory_fit.h"
#include "core/run/run_model.h"

namespace tunebench::cli {
namespace {

struct EstimateArguments {
    std::string run_file = {};
    std::vector<std::string> overrides = {};
    std::string fit = {};
    bool json = false;
};

Result<void> estimate(const EstimateArguments& arguments) {
    TRY(const auto config, configured(arguments.run_file, arguments.overrides, {}));
    TRY(const auto model, stored_model_of(config.model));
    TRY(const auto memory, estimate_memory(model, config, batch_shape_of(config)));
    const auto available = available_memory_bytes();
    auto limit = usable_memory_bytes(config.general.memory_limit_gib, available);
    if (!arguments.fit.empty()) {
        TRY(limit, parse_bytes(arguments.fit));
    }
    const bool is_given = !arguments.fit.empty() || limit < usable_memory_bytes(0.0, available);
    const auto fit = fit_memory(model, config, memory, limit);
    if (arguments.json)
        print_json(memory_to_json(memory, fit));
    else
        print_line(memory_text(memory, fit, is_given));
    return {};
}

ExitCode execute(const EstimateArguments& arguments) {
    const auto done = estimate(arguments);
    return done ? ExitCode::Done : report_error(done.error(), arguments.json);
}

}  // namespace

Command add_estimate_command(CLI::App& program) {
    auto* parser = program.add_subcommand("estimate", "Say how much memory a run needs, without running it");
    const auto arguments = std::make_shared<EstimateArguments>();
    parser->add_option("RUN", arguments->run_file, "Run file")->type_name("")->required();
    parser->add_option("--set", arguments->overrides, "Change a setting of the file, as in method.rank=8")
        ->type_name("SECTION.KEY=VALUE");
    parser->add_option("--fit", arguments->fit, "Memory to fit into, as in 24GiB; else what is free now")
        ->type_name("SIZE");
    add_json_flag(*parser, arguments->json);
    parser->footer(example_footer({"estimate town.tunebench.json --fit 24GiB"}));
    return {.parser = parser, .execute = [arguments] { return execute(*arguments); }};
}

}  // namespace tunebench::cli
