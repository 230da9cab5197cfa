#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>

#include <fmt/format.h>

#include "app/cli/command.h"
#include "app/cli/common_options.h"
#include "app/cli/document_text.h"
#include "app/cli/output.h"
#include "app/cli/stored_runs.h"
#include "core/study/report/run_comparison.h"

namespace tunebench::cli {
namespace {

struct CompareArguments {
    std::vector<std::string> runs = {};
    std::string baseline = {};
    std::string out = {};
    std::string data_folder = {};
    bool are_single = false;
    bool json = false;
};

Result<std::vector<RunFolder>> folders_of(const CompareArguments& arguments,
                                          const std::filesystem::path& data) {
    std::vector<RunFolder> folders;
    for (const auto& name : arguments.runs) {
        TRY(auto run, find_run(data, name));
        folders.push_back(std::move(run.folder));
    }
    return folders;
}

/// The baseline is one of the runs compared; the first, if none is named.
Result<std::size_t> baseline_of(const CompareArguments& arguments, const std::vector<RunFolder>& folders,
                                const std::filesystem::path& data) {
    if (arguments.baseline.empty())
        return std::size_t{0};
    TRY(const auto wanted, find_run(data, arguments.baseline));
    const auto found = std::ranges::find(folders, wanted.folder.path(), &RunFolder::path);
    if (found == folders.end())
        return Error{
            .code = ErrorCode::InvalidArgument,
            .message = fmt::format("The baseline {} is none of the runs compared", arguments.baseline),
            .hint = "Name it among the runs as well."};
    return static_cast<std::size_t>(found - folders.begin());
}

Result<void> compare(const CompareArguments& arguments) {
    const auto data = chosen_data_folder(arguments.data_folder);
    TRY(const auto folders, folders_of(arguments, data));
    TRY(const auto baseline, baseline_of(arguments, folders, data));
    TRY(const auto comparison,
        compare_runs(folders, {.baseline = baseline, .group_seeds = !arguments.are_single}));
    const auto document = comparison_document(comparison);
    if (!arguments.out.empty())
        TRY_VOID(write_document(document, arguments.out));
    if (arguments.json)
        print_json(comparison_to_json(comparison));
    else
        print_line(document_text(document));
    return {};
}

ExitCode execute(const CompareArguments& arguments) {
    const auto done = compare(arguments);
    return done ? ExitCode::Done : report_error(done.error(), arguments.json);
}

}  // namespace

Command add_compare_command(CLI::App& program) {
    auto* parser = program.add_subcommand("compare", "Show in what runs differ, and what came of it");
    const auto arguments = std::make_shared<CompareArguments>();
    parser->add_option("RUN", arguments->runs, "Folder or id of a run, or a beginning of it; two or more")
        ->type_name("")
        ->required();
    parser
        ->add_option("--baseline", arguments->baseline,
                     "Run that the others are compared with (default: the first)")
        ->type_name("RUN");
    parser->add_option("--out", arguments->out, "Also write the comparison here: .md, .html or .tex")
        ->type_name("FILE");
    parser->add_flag("--single", arguments->are_single,
                     "Show runs that differ by their seed alone for themselves, not as a mean");
    add_data_folder_option(*parser, arguments->data_folder);
    add_json_flag(*parser, arguments->json);
    parser->footer(example_footer({"compare 1a2b 3c4d --out comparison.md"}));
    return {.parser = parser, .execute = [arguments] { return execute(*arguments); }};
}

}  // namespace tunebench::cli
