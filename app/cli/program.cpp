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

}  // namespace

ExitCode run_program(int argc, char** argv) {
    try {
        return parse_and_execute(argc, argv);
    } catch (const std::exception& exception) {
        std::fputs(
            fmt::format("error: A fault of the program: {}\n  hint: Please report it.\n", exception.what())
                .c_str(),
            stderr);
        return ExitCode::Failed;
    }
}

}  // namespace tunebench::cli
