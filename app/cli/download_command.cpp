#include <CLI/CLI.hpp>
#include <csignal>
#include <memory>

#include "app/cli/command.h"
#include "app/cli/common_options.h"
#include "app/cli/download_session.h"
#include "app/cli/download_text.h"
#include "app/cli/output.h"
#include "app/cli/progress_line.h"
#include "app/cli/terminal.h"
#include "core/hub/hub_access.h"
#include "core/hub/keyring.h"

namespace tunebench::cli {
namespace {

constexpr std::chrono::seconds kPlainInterval{10};

struct DownloadArguments {
    std::string repository = {};
    std::string revision = "main";
    std::vector<std::string> patterns = {};
    bool is_dataset = false;
    bool all = false;
    bool offline = false;
    bool json = false;
};

Result<DownloadRequest> request_of(const DownloadArguments& arguments) {
    DownloadRequest request{.revision = arguments.revision,
                            .choice = {.all = arguments.all, .patterns = arguments.patterns}};
    const auto kind = arguments.is_dataset ? RepositoryKind::Dataset : RepositoryKind::Model;
    TRY(request.repository, parse_repository(arguments.repository, kind));
    return request;
}

Result<Download> fetch(const DownloadRequest& request, const DownloadArguments& arguments) {
    const auto environment = process_environment();
    TRY(const auto found, find_hub_access(environment, desktop_keyring(environment), arguments.offline));
    const HubAccess& access = found.access;
    // A reader of our output that goes away (`| head`) must not end a download.
    std::signal(SIGPIPE, SIG_IGN);
    DownloadSession session;
    ProgressLine line(is_terminal(), kPlainInterval);
    DownloadLine text;
    auto download = session.run(access, request, [&](const DownloadProgress& progress) {
        if (!arguments.json && !access.settings.offline)
            line.show_status(text.text(progress, std::chrono::steady_clock::now()));
    });
    line.clear();
    return download;
}

ExitCode execute(const DownloadArguments& arguments) {
    const auto request = request_of(arguments);
    if (!request)
        return report_error(request.error(), arguments.json);
    const auto download = fetch(*request, arguments);
    if (!download)
        return report_error(download.error(), arguments.json);
    if (arguments.json)
        print_json(download_json(*request, *download));
    else
        print_line(download_text(*download));
    return ExitCode::Done;
}

}  // namespace

Command add_download_command(CLI::App& program) {
    auto* parser =
        program.add_subcommand("download", "Fetch a model or a data set from the Hugging Face hub");
    const auto arguments = std::make_shared<DownloadArguments>();
    parser->add_option("REPOSITORY", arguments->repository, "ORGANISATION/NAME on the hub")
        ->type_name("")
        ->required();
    parser->add_option("--revision", arguments->revision, "Branch, tag or commit (default main)")
        ->type_name("NAME");
    parser->add_flag("--dataset", arguments->is_dataset, "It is a data set");
    parser->add_flag("--all", arguments->all, "Every file, not only those that are needed here");
    parser
        ->add_option("--include", arguments->patterns,
                     "Only files that fit, as \"*.json\"; may be given several times")
        ->type_name("PATTERN")
        ->allow_extra_args(false)
        ->excludes("--all");
    parser->add_flag("--offline", arguments->offline, "Ask nobody: what the cache holds, or what it lacks");
    add_json_flag(*parser, arguments->json);
    parser->footer(
        "Files go into the cache that all tools of Hugging Face share (HF_HUB_CACHE, HF_HOME). Every hash "
        "is\n"
        "verified. After Ctrl-C the same command goes on where it was. HF_ENDPOINT names a mirror, HF_TOKEN "
        "opens\n"
        "private repositories; the keyring's token comes first, the file that `hf auth login` writes "
        "last.\n" +
        example_footer({"download org/model", "download org/data --dataset --include \"data/*.jsonl\""}));
    return {.parser = parser, .execute = [arguments] { return execute(*arguments); }};
}

}  // namespace tunebench::cli
