#include <CLI/CLI.hpp>
#include <memory>

#include <fmt/format.h>

#include "app/cli/command.h"
#include "app/cli/common_options.h"
#include "app/cli/history_export.h"
#include "app/cli/history_text.h"
#include "app/cli/output.h"
#include "core/base/durable_file.h"
#include "core/history/history.h"

namespace tunebench::cli {
namespace {

struct HistoryArguments {
    std::string id = {};
    std::string text = {};
    bool with_archived = false;
    std::string to = "csv";
    std::string out = {};
    std::string data_folder = {};
    bool json = false;
};

/// What a killed process did not write is taken over first; where that is not possible, what is there is
/// shown.
Result<std::unique_ptr<HistoryReader>> open_reader(const std::filesystem::path& data) {
    if (const auto history = History::open(data); !history)
        report_warning(history.error().message, history.error().hint);
    else if (const auto flushed = (*history)->flush(); !flushed)
        report_warning(flushed.error().message, flushed.error().hint);
    return HistoryReader::open(History::database_path(data));
}

Result<void> list(const HistoryArguments& arguments) {
    TRY(const auto reader, open_reader(chosen_data_folder(arguments.data_folder)));
    TRY(const auto runs, reader->runs({.text = arguments.text, .with_archived = arguments.with_archived}));
    if (arguments.json)
        print_json(runs_to_json(runs));
    else
        print_line(runs_text(runs));
    return {};
}

Result<void> show(const HistoryArguments& arguments) {
    TRY(const auto reader, open_reader(chosen_data_folder(arguments.data_folder)));
    TRY(const auto run, reader->run(arguments.id));
    if (arguments.json)
        print_json(run_to_json(run));
    else
        print_line(run_text(run));
    return {};
}

Result<void> export_metrics(const HistoryArguments& arguments) {
    TRY(const auto reader, open_reader(chosen_data_folder(arguments.data_folder)));
    TRY(const auto run, reader->run(arguments.id));
    TRY(const auto text, metrics_text(*reader, run.summary.id, arguments.to));
    if (arguments.out.empty()) {
        std::fwrite(text.data(), 1, text.size(), stdout);
        return {};
    }
    TRY_VOID(write_file_durably(absolute_path(arguments.out), text));
    if (!arguments.json)
        print_line(fmt::format("Written to {}", absolute_path(arguments.out).string()));
    return {};
}

using Action = Result<void> (*)(const HistoryArguments&);

ExitCode execute(Action action, const HistoryArguments& arguments) {
    const auto done = action(arguments);
    return done ? ExitCode::Done : report_error(done.error(), arguments.json);
}

void add_common(CLI::App& parser, HistoryArguments& arguments) {
    add_data_folder_option(parser, arguments.data_folder);
    add_json_flag(parser, arguments.json);
}

void add_list_options(CLI::App& parser, HistoryArguments& arguments) {
    parser.add_option("--filter", arguments.text, "Only runs with this in name, method, model or tags")
        ->type_name("TEXT");
    parser.add_flag("--archived", arguments.with_archived, "Archived runs too");
    add_common(parser, arguments);
    parser.footer(example_footer({"history list --filter lora"}));
}

void add_export_options(CLI::App& parser, HistoryArguments& arguments) {
    parser.add_option("RUN", arguments.id, "A run's id, its beginning, or its name")
        ->type_name("")
        ->required();
    parser.add_option("--to", arguments.to, "csv or jsonl (default csv)")
        ->type_name("FORMAT")
        ->check(CLI::IsMember({"csv", "jsonl"}));
    parser.add_option("--out", arguments.out, "File to write; else stdout")->type_name("FILE");
    add_common(parser, arguments);
    parser.footer("Every metric of every step, at full precision.\n" +
                  example_footer({"history export 1a2b3c4d --to csv --out run.csv"}));
}

}  // namespace

Command add_history_command(CLI::App& program) {
    auto* parser = program.add_subcommand("history", "Look at the runs that were made");
    const auto arguments = std::make_shared<HistoryArguments>();
    parser->require_subcommand(0, 1);
    parser->footer(example_footer({"history", "history show 1a2b3c4d", "history export 1a2b3c4d --to csv"}));
    add_common(*parser, *arguments);
    auto* list_parser =
        parser->add_subcommand("list", "A line a run, the newest first (also without a command)");
    add_list_options(*list_parser, *arguments);
    auto* show_parser = parser->add_subcommand("show", "Everything about one run");
    show_parser->add_option("RUN", arguments->id, "A run's id, its beginning, or its name")
        ->type_name("")
        ->required();
    add_common(*show_parser, *arguments);
    show_parser->footer(example_footer({"history show 1a2b3c4d"}));
    auto* export_parser = parser->add_subcommand("export", "The metrics of one run as a file");
    add_export_options(*export_parser, *arguments);
    return {.parser = parser, .execute = [=] {
                const Action action = show_parser->parsed()     ? show
                                      : export_parser->parsed() ? export_metrics
                                                                : list;
                return execute(action, *arguments);
            }};
}

}  // namespace tunebench::cli
