#include <CLI/CLI.hpp>
#include <memory>
#include <optional>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "app/cli/command.h"
#include "app/cli/common_options.h"
#include "app/cli/engine_process.h"
#include "app/cli/fields_text.h"
#include "app/cli/output.h"
#include "app/cli/preflight_report.h"
#include "app/cli/run_printer.h"
#include "app/cli/run_session.h"
#include "app/cli/run_signals.h"
#include "app/cli/run_target.h"
#include "app/cli/terminal.h"
#include "core/run/memory_calibration.h"
#include "core/run/preflight.h"
#include "core/run/presets.h"

namespace tunebench::cli {
namespace {

void tell(const std::string& note, bool json) {
    if (!note.empty() && !json)
        print_line("note: " + printable(note, false));
}

/// A run that exists was checked when it began.
std::optional<ExitCode> check(const RunTarget& target, const std::filesystem::path& data, bool json) {
    if (target.resume_folder)
        return {};
    auto place = this_machine();
    place.data_folder = data;
    place.calibrations = memory_calibrations(data);
    return report_findings(preflight(target.config, place), json);
}

ExitCode execute(const RunArguments& arguments) {
    const auto data = chosen_data_folder(arguments.data_folder);
    const auto target = resolve_target(arguments, data);
    if (!target)
        return report_error(target.error(), arguments.json);
    tell(target->note, arguments.json);
    if (const auto refused = check(*target, data, arguments.json))
        return *refused;
    const auto printer = arguments.json ? json_run_printer()
                                        : text_run_printer(std::chrono::seconds(arguments.progress_seconds));
    RunSignals signals;
    EngineProcess process(data, KeepHistory::Yes);
    const auto code = run_session(process, signals, *target, *printer, arguments.json);
    process.flush_history();
    return code;
}

/// Those that come with Tunebench by name; a user's own may change.
std::string preset_help() {
    std::vector<std::string> names;
    for (const auto& preset : presets_in(bundled_preset_folder(), {}).presets)
        names.push_back(preset.name);
    return fmt::format("Settings for a purpose, put over the file's: {}, or one of your own",
                       names.empty() ? "none is installed" : fmt::format("{}", fmt::join(names, ", ")));
}

}  // namespace

Command add_run_command(CLI::App& program) {
    auto* parser = program.add_subcommand("run", "Fine-tune a model as a run file says");
    const auto arguments = std::make_shared<RunArguments>();
    parser
        ->add_option(
            "RUN", arguments->target,
            "Run file; with --resume also a run's folder or id. Without it the run begins with defaults")
        ->type_name("");
    parser->add_flag("--resume", arguments->resume,
                     "Go on with the newest stopped or interrupted run of the same configuration");
    parser->add_option("--preset", arguments->preset, preset_help())->type_name("NAME");
    parser
        ->add_option("--set", arguments->overrides,
                     "Change a setting of the file, as in method.rank=8; of a run that goes on "
                     "optimizer.learning_rate and evaluation.every")
        ->type_name("SECTION.KEY=VALUE");
    parser->add_option("--name", arguments->name, "Name of the run in history")->type_name("TEXT");
    add_progress_option(*parser, arguments->progress_seconds);
    add_data_folder_option(*parser, arguments->data_folder);
    add_json_flag(*parser, arguments->json);
    parser->footer(
        "Ctrl-C stops and saves, a second one aborts; Ctrl-\\ twice discards.\n"
        "SIGUSR1 saves and trains on, SIGUSR2 pauses and goes on, as in kill -USR1 PID.\n" +
        example_footer({"run town.tunebench.json --set method.rank=8 budget.epochs=1",
                        "run --preset everyday --set model.path=org/name data.train=rows.jsonl",
                        "run town.tunebench.json --resume",
                        "run 1a2b3c4d --resume --set optimizer.learning_rate=1e-5"}) +
        "\n\n" + fields_text());
    return {.parser = parser, .execute = [arguments] { return execute(*arguments); }};
}

}  // namespace tunebench::cli
