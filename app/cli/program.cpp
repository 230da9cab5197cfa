#include "app/cli/program.h"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <exception>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "app/cli/command.h"
#include "app/cli/output.h"
#include "app/cli/wrong_use.h"
#include "core/engine_api/build_id.h"

namespace tunebench::cli {
namespace {

std::vector<Command> add_commands(CLI::App& program) {
    return {add_run_command(program),      add_estimate_command(program), add_inspect_command(program),
            add_preview_command(program),  add_generate_command(program), add_evaluate_command(program),
            add_export_command(program),   add_history_command(program),  add_benchmark_command(program),
            add_download_command(program), add_study_command(program),    add_compare_command(program),
            add_import_command(program),   add_man_command(program),      add_search_command(program),
            add_doctor_command(program)};
}

bool wants_json(int argc, char** argv) {
    for (int i = 1; i < argc; ++i)
        if (std::string_view(argv[i]) == "--json")
            return true;
    return false;
}

/// As the engine's guard tells it: what an exception calls itself is for the report.
Error fault(const std::exception& exception) {
    return {.code = ErrorCode::Internal,
            .message = "The program failed",
            .hint = fmt::format(
                "This is a defect of Tunebench; please report it with the command and this text: {}",
                exception.what())};
}

ExitCode execute_chosen(const std::vector<Command>& commands) {
    for (const auto& command : commands)
        if (command.parser->parsed())
            return command.execute();
    return ExitCode::WrongUse;
}

ExitCode parse_and_execute(int argc, char** argv) {
    CLI::App program("Fine-tune language models, and see what it costs and brings.", "tunebench-cli");
    program.set_version_flag("--version", std::string(build_id()), "Print the version and exit");
    program.require_subcommand(1);
    program.footer(
        "Exit codes: 0 done, 1 failed with the reason, 2 wrong use, 3 stopped by the user.\n"
        "Example:\n  tunebench-cli run town.tunebench.json --set method.rank=8");
    const auto commands = add_commands(program);
    try {
        program.parse(argc, argv);
    } catch (const CLI::Success& asked) {  // --help, --version
        program.exit(asked);
        return ExitCode::Done;
    } catch (const CLI::ParseError& error) {
        return report_error(wrong_use(program, error), wants_json(argc, argv));
    }
    return execute_chosen(commands);
}

ExitCode without_exception(int argc, char** argv) {
    try {
        return parse_and_execute(argc, argv);
    } catch (const std::exception& exception) {
        return report_error(fault(exception), wants_json(argc, argv));
    }
}

}  // namespace

ExitCode run_program(int argc, char** argv) {
    const auto code = without_exception(argc, argv);
    if (code != ExitCode::Done || !is_output_lost())
        return code;
    return report_error(
        {.code = ErrorCode::Io,
         .message = "Not all of the output could be written",
         .hint = "Look whether the disk that it goes to is full, and give the command again."},
        /*json=*/false);
}

}  // namespace tunebench::cli
