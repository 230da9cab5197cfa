// Command: one subcommand of tunebench-cli: its flags on the parser, and what it does once they are parsed.
// A subcommand is one file that defines one add_…_command and is listed in program.cpp.
#pragma once

#include <functional>

#include "app/cli/exit_code.h"

namespace CLI {
class App;
}

namespace tunebench::cli {

struct Command {
    CLI::App* parser = nullptr;              // owned by the program's parser
    std::function<ExitCode()> execute = {};  // called at most once, after parsing
};

Command add_run_command(CLI::App& program);
Command add_estimate_command(CLI::App& program);
Command add_inspect_command(CLI::App& program);
Command add_preview_command(CLI::App& program);
Command add_doctor_command(CLI::App& program);
Command add_generate_command(CLI::App& program);
Command add_evaluate_command(CLI::App& program);
Command add_export_command(CLI::App& program);
Command add_history_command(CLI::App& program);
Command add_import_command(CLI::App& program);
Command add_man_command(CLI::App& program);
Command add_benchmark_command(CLI::App& program);
Command add_download_command(CLI::App& program);
Command add_study_command(CLI::App& program);
Command add_compare_command(CLI::App& program);
Command add_search_command(CLI::App& program);

}  // namespace tunebench::cli
