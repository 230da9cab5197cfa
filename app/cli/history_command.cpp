#include <CLI/CLI.hpp>
#include <memory>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "app/cli/command.h"
#include "app/cli/common_options.h"
#include "app/cli/history_text.h"
#include "app/cli/output.h"
#include "core/history/history.h"
#include "core/interchange/run_exporter.h"

namespace tunebench::cli {
namespace {

struct HistoryArguments {
    std::string id = {};
    std::vector<std::string> ids = {};  // of export
    std::string where = {};
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

Result<RunFilter> filter_of(const HistoryArguments& arguments) {
    RunFilter filter{.with_archived = arguments.with_archived};
    if (arguments.where.empty())
        return filter;
    TRY(filter.where, Filter::parse(arguments.where));
    return filter;
}

Result<void> list(const HistoryArguments& arguments) {
    TRY(const auto filter, filter_of(arguments));
    TRY(const auto reader, open_reader(chosen_data_folder(arguments.data_folder)));
    TRY(const auto runs, reader->runs(filter));
    if (arguments.json)
        print_json(runs_to_json(runs));
    else
        print_line(runs_text(runs));
    return {};
}

/// Runs of before it was recorded, and those that never made a step, have none.
std::optional<StepTimeline> memory_of(const RunSummary& run) {
    auto memory = read_step_timeline(run.folder);
    if (memory)
        return *std::move(memory);
    if (memory.error().code != ErrorCode::NotFound)
        report_warning(memory.error().message, memory.error().hint);
    return {};
}

Result<void> show(const HistoryArguments& arguments) {
    TRY(const auto reader, open_reader(chosen_data_folder(arguments.data_folder)));
    ShownRun run;
    TRY(run.details, reader->run(arguments.id));
    TRY(run.metrics, reader->summaries(run.details.summary.id));
    run.memory = memory_of(run.details.summary);
    if (arguments.json)
        print_json(run_to_json(run));
    else
        print_line(run_text(run));
    return {};
}

/// Those that are named, or all that the filter is true of.
Result<std::vector<std::string>> chosen_runs(const HistoryArguments& arguments, HistoryReader& reader) {
    std::vector<std::string> ids;
    for (const auto& id : arguments.ids) {
        TRY(const auto run, reader.run(id));
        ids.push_back(run.summary.id);
    }
    if (!ids.empty())
        return ids;
    if (arguments.where.empty())
        return Error{.code = ErrorCode::InvalidArgument,
                     .message = "Which runs to export is not said",
                     .hint = "Name runs, or choose them with --filter."};
    TRY(const auto filter, filter_of(arguments));
    TRY(const auto runs, reader.runs(filter));
    for (const auto& run : runs)
        ids.push_back(run.id);
    return ids;
}

Result<void> print_text(std::string_view text) {
    // An empty text may have no data, and fwrite() wants some.
    if (!text.empty() && std::fwrite(text.data(), 1, text.size(), stdout) < text.size())
        return Error{.code = ErrorCode::Io,
                     .message = "The runs could not be written to stdout",
                     .hint = "Look whether its disk is full, or give a file with --out."};
    return {};
}

Result<void> export_history(const HistoryArguments& arguments) {
    const auto& exporter = *find_run_exporter(arguments.to);
    if (arguments.out.empty() && !exporter.text)
        return Error{.code = ErrorCode::InvalidArgument,
                     .message = fmt::format("{} is a folder and cannot go to stdout", exporter.id),
                     .hint = "Give the folder with --out."};
    TRY(const auto reader, open_reader(chosen_data_folder(arguments.data_folder)));
    TRY(const auto ids, chosen_runs(arguments, *reader));
    if (arguments.out.empty())
        return export_text(exporter, *reader, ids, print_text);
    const auto out = absolute_path(arguments.out);
    TRY_VOID(export_runs(exporter, *reader, ids, out));
    if (arguments.json)
        print_json({{"to", exporter.id}, {"out", out.string()}, {"runs", ids}});
    else
        print_line(
            fmt::format("{} run{} written to {}", ids.size(), ids.size() == 1 ? "" : "s", out.string()));
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

constexpr const char* kFilterHelp =
    "What a filter may say:\n"
    "  loss < 0.5 and method == \"lora\"     == != < <= > >=, and or not, parentheses\n"
    "  name:\"town\" tag:good               : is \"contains\"; conditions side by side are joined by and\n"
    "  method in (\"lora\", \"dora\")        peak < 8GiB    validation_loss.best != missing\n"
    "  lora                               a word alone: in name, method, model or tags\n"
    "Columns: those of the table (id, name, status, method, model, created_at, steps, trainable_parameters, "
    "peak,\n"
    "tokens_per_second, seconds, best_validation_loss, tags, notes, archived, starred, imported, origin), "
    "settings\n"
    "(method.rank, optimizer.learning_rate, seed; imported.NAME), and metrics: loss is the last value, and "
    "there are\n"
    "loss.min, .max, .best, .min_step, .max_step, .best_step, .last_step and .count.\n";

void add_filter_option(CLI::App& parser, HistoryArguments& arguments) {
    parser.add_option("--filter", arguments.where, "Only runs that this is true of; see below")
        ->type_name("EXPRESSION");
    parser.add_flag("--archived", arguments.with_archived, "Archived runs too");
}

void add_list_options(CLI::App& parser, HistoryArguments& arguments) {
    add_filter_option(parser, arguments);
    add_common(parser, arguments);
    parser.footer(kFilterHelp + example_footer({"history list --filter 'loss < 0.5 and method.rank >= 16'"}));
}

std::vector<std::string> exporter_ids() {
    std::vector<std::string> ids;
    for (const auto* exporter : all_run_exporters())
        ids.emplace_back(exporter->id);
    return ids;
}

std::string exporters_help() {
    std::vector<std::string> lines;
    for (const auto* exporter : all_run_exporters())
        lines.push_back(fmt::format("{}: {}", exporter->id, exporter->title));
    return fmt::format("{} (default csv)", fmt::join(lines, "; "));
}

void add_export_options(CLI::App& parser, HistoryArguments& arguments) {
    parser.add_option("RUN", arguments.ids, "Runs by id, its beginning, or name")->type_name("");
    parser.add_option("--to", arguments.to, exporters_help())
        ->type_name("FORMAT")
        ->check(CLI::IsMember(exporter_ids()));
    parser.add_option("--out", arguments.out, "File or new folder to write; else stdout")->type_name("PATH");
    add_filter_option(parser, arguments);
    add_common(parser, arguments);
    parser.footer("Every metric of every step, at full precision (TensorBoard's files: single precision).\n" +
                  example_footer({"history export 1a2b3c4d --to csv --out run.csv",
                                  "history export --filter 'tag:paper' --to tensorboard --out logs"}));
}

}  // namespace

Command add_history_command(CLI::App& program) {
    auto* parser = program.add_subcommand("history", "Look at the runs that were made");
    const auto arguments = std::make_shared<HistoryArguments>();
    parser->require_subcommand(0, 1);
    parser->footer(kFilterHelp +
                   example_footer({"history", "history show 1a2b3c4d", "history export 1a2b3c4d --to csv"}));
    add_filter_option(*parser, *arguments);
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
    auto* export_parser = parser->add_subcommand("export", "Runs as files for other programs");
    add_export_options(*export_parser, *arguments);
    return {.parser = parser, .execute = [=] {
                const Action action = show_parser->parsed()     ? show
                                      : export_parser->parsed() ? export_history
                                                                : list;
                return execute(action, *arguments);
            }};
}

}  // namespace tunebench::cli
