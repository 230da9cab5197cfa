#include <CLI/CLI.hpp>
#include <memory>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "app/cli/command.h"
#include "app/cli/common_options.h"
#include "app/cli/output.h"
#include "app/cli/terminal.h"
#include "core/history/history.h"
#include "core/interchange/import_run.h"

namespace tunebench::cli {
namespace {

struct ImportArguments {
    std::vector<std::string> paths = {};
    std::string data_folder = {};
    bool json = false;
};

struct Imported {
    ImportSource source = {};
    ImportOutcome outcome = {};
};

OrderedJson outcome_to_json(const ImportSource& source, const ImportOutcome& outcome) {
    return {{"id", outcome.id},
            {"name", outcome.name},
            {"format", source.importer->id},
            {"source", source.path.string()},
            {"was_there", outcome.was_there},
            {"steps", outcome.steps},
            {"metrics", outcome.metrics},
            {"remarks", outcome.remarks}};
}

void print_outcome(const ImportOutcome& outcome) {
    const auto name = printable(outcome.name, false);
    if (outcome.was_there)
        print_line(fmt::format("{}  {}: was imported before", outcome.id, name));
    else
        print_line(fmt::format("{}  {}: {} steps of {}", outcome.id, name, outcome.steps,
                               printable(fmt::format("{}", fmt::join(outcome.metrics, ", ")), false)));
    for (const auto& remark : outcome.remarks)
        report_warning(fmt::format("{}: {}", name, printable(remark, false)), "");
}

/// What one place holds. The first error ends nothing: the other runs are imported all the same.
std::optional<Error> import_place(const ImportArguments& arguments, const std::string& path,
                                  std::vector<Imported>& done) {
    const auto sources = find_import_sources(path);
    if (!sources)
        return sources.error();
    std::optional<Error> first;
    for (const auto& source : *sources) {
        const auto outcome = import_run(chosen_data_folder(arguments.data_folder), source);
        if (!outcome) {
            report_warning(outcome.error().message, outcome.error().hint);
            if (!first)
                first = outcome.error();
            continue;
        }
        done.push_back({source, *outcome});
        if (!arguments.json)
            print_outcome(*outcome);
    }
    return first;
}

/// A log that went on since its last import is another run now; the older state is put away.
Result<void> archive_older(const std::filesystem::path& data, const std::vector<Imported>& done) {
    TRY(const auto history, History::open(data));
    TRY_VOID(history->flush());
    TRY(const auto reader, HistoryReader::open(History::database_path(data)));
    TRY(const auto runs, reader->runs());
    for (const auto& [source, outcome] : done)
        for (const auto& id : older_states(runs, source, outcome)) {
            history->set_archived(id, true);
            report_warning(fmt::format("{} is an older state of the same log and was archived", id), "");
        }
    return history->flush();
}

ExitCode execute(const ImportArguments& arguments) {
    std::vector<Imported> done;
    std::optional<Error> first;
    for (const auto& path : arguments.paths)
        if (auto error = import_place(arguments, path, done); error && !first)
            first = std::move(error);
    if (const auto archived = archive_older(chosen_data_folder(arguments.data_folder), done); !archived)
        report_warning(archived.error().message, archived.error().hint);
    if (first)
        return report_error(*first, arguments.json);
    if (!arguments.json)
        return ExitCode::Done;
    OrderedJson json = OrderedJson::array();
    for (const auto& [source, outcome] : done)
        json.push_back(outcome_to_json(source, outcome));
    print_json(json);
    return ExitCode::Done;
}

std::string formats_footer() {
    std::string text = "What is understood:\n";
    for (const auto* importer : all_run_importers())
        text += fmt::format("  {}\n", importer->title);
    return text +
           "In a folder, every folder of event files, every trainer_state.json and every metrics.csv becomes "
           "a run; the\n"
           "same log is not imported twice.\n";
}

}  // namespace

Command add_import_command(CLI::App& program) {
    auto* parser = program.add_subcommand("import", "Take runs of other programs into the history");
    const auto arguments = std::make_shared<ImportArguments>();
    parser->add_option("PATH", arguments->paths, "Logs, or folders of logs")->type_name("")->required();
    add_data_folder_option(*parser, arguments->data_folder);
    add_json_flag(*parser, arguments->json);
    parser->footer(formats_footer() +
                   example_footer({"import runs/Nov23_12-00-00_host",
                                   "import output/checkpoint-500/trainer_state.json loss.csv"}));
    return {.parser = parser, .execute = [arguments] { return execute(*arguments); }};
}

}  // namespace tunebench::cli
