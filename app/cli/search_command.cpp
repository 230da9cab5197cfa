#include <CLI/CLI.hpp>
#include <csignal>
#include <memory>

#include "app/cli/command.h"
#include "app/cli/common_options.h"
#include "app/cli/output.h"
#include "app/cli/search_text.h"
#include "core/hub/hub_access.h"
#include "core/hub/keyring.h"

namespace tunebench::cli {
namespace {

constexpr int kMostHits = 1000;

struct SearchArguments {
    std::string name = {};
    std::string revision = "main";
    int limit = 20;
    bool wants_datasets = false;
    bool wants_files = false;
    bool json = false;

    RepositoryKind kind() const { return wants_datasets ? RepositoryKind::Dataset : RepositoryKind::Model; }
};

Result<HubAccess> access_of_environment() {
    const auto environment = process_environment();
    TRY(auto found, find_hub_access(environment, desktop_keyring(environment), false));
    return std::move(found.access);
}

Result<void> search(const SearchArguments& arguments) {
    TRY(const auto access, access_of_environment());
    TRY(const auto hits, search_repositories(access, arguments.kind(), arguments.name, arguments.limit, {}));
    if (arguments.json)
        print_json(search_json(arguments.kind(), hits));
    else
        print_line(search_text(arguments.kind(), arguments.name, hits));
    return {};
}

Result<void> list_files(const SearchArguments& arguments) {
    TRY(const auto repository, parse_repository(arguments.name, arguments.kind()));
    TRY_VOID(check_revision(arguments.revision));
    TRY(const auto access, access_of_environment());
    TRY(const auto listing, list_repository(access, repository, arguments.revision, {}));
    const auto chosen = choose_files(repository, listing.files, {});
    if (arguments.json)
        print_json(listing_json(repository, listing, chosen));
    else
        print_line(listing_text(listing, chosen));
    return {};
}

ExitCode execute(const SearchArguments& arguments) {
    const auto done = arguments.wants_files ? list_files(arguments) : search(arguments);
    return done ? ExitCode::Done : report_error(done.error(), arguments.json);
}

}  // namespace

Command add_search_command(CLI::App& program) {
    auto* parser =
        program.add_subcommand("search", "Find models or data sets on the Hugging Face hub by name");
    const auto arguments = std::make_shared<SearchArguments>();
    parser->add_option("NAME", arguments->name, "Part of a name; with --files ORGANISATION/NAME")
        ->type_name("")
        ->required();
    parser->add_flag("--datasets", arguments->wants_datasets, "Data sets instead of models");
    auto* files = parser->add_flag("--files", arguments->wants_files,
                                   "The files of one repository, and which of them `download` takes");
    parser->add_option("--revision", arguments->revision, "Branch, tag or commit of --files (default main)")
        ->type_name("NAME")
        ->needs(files);
    parser->add_option("--limit", arguments->limit, "Most results (default 20)")
        ->type_name("N")
        ->check(CLI::Range(1, kMostHits))
        ->excludes(files);
    add_json_flag(*parser, arguments->json);
    parser->footer(
        "The most downloaded come first. A gated repository opens to those who ask its owners, on its "
        "page.\n" +
        example_footer({"search smollm", "search org/model --files", "search town --datasets --json"}));
    return {.parser = parser, .execute = [arguments] { return execute(*arguments); }};
}

}  // namespace tunebench::cli
