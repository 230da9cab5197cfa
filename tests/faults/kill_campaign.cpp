// tunebench-kill-campaign RUN.json [--kills 20] [--set section.key=value …]: exit code 0 when every killed
// and resumed run has exactly the result of an uninterrupted one.
#include <CLI/CLI.hpp>
#include <cstdlib>

#include <fmt/format.h>

#include "tests/faults/campaign.h"

int main(int argc, char** argv) {
    tunebench::faults::CampaignSettings settings{.program = TUNEBENCH_BINARY_DIR "/bin/tunebench-cli",
                                                 .work = TUNEBENCH_BINARY_DIR "/kill-campaign"};
    CLI::App parser("Kill runs, resume them, compare the results byte by byte", "tunebench-kill-campaign");
    parser.add_option("RUN", settings.run_file, "Run file")->required()->check(CLI::ExistingFile);
    parser.add_option("--kills", settings.kills, "Kills, half of them inside saves")
        ->check(CLI::PositiveNumber);
    parser.add_option("--set", settings.overrides, "Change a setting of the run file")
        ->allow_extra_args(false);
    parser.add_option("--seed", settings.seed, "Start of the random moments");
    parser.add_option("--cli", settings.program, "The tunebench-cli to kill");
    parser.add_option("--work", settings.work, "Folder for the runs; what is in it is deleted");
    CLI11_PARSE(parser, argc, argv);
    const int kills = settings.kills;
    const auto result = tunebench::faults::Campaign(std::move(settings)).run();
    if (!result) {
        fmt::print(stderr, "{}\n", result.error().message);
        return EXIT_FAILURE;
    }
    fmt::print("{} of {} identical, {} killed inside a save\n", result->identical, kills,
               result->inside_saves);
    return result->identical == kills ? EXIT_SUCCESS : EXIT_FAILURE;
}
