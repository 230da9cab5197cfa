#include "app/cli/common_options.h"

#include <CLI/CLI.hpp>

#include "core/hub/hub_name.h"
#include "core/run/run_config.h"
#include "core/run/run_folder.h"
#include "core/run/run_sources.h"

namespace tunebench::cli {

void add_json_flag(CLI::App& parser, bool& json) {
    parser.add_flag("--json", json, "Print JSON on stdout, for machines");
}

void add_data_folder_option(CLI::App& parser, std::string& folder) {
    parser.add_option("--data-folder", folder, "Folder of runs and history, instead of the usual one")
        ->type_name("DIR");
}

std::filesystem::path chosen_data_folder(const std::string& given) {
    return given.empty() ? data_folder() : absolute_path(given);
}

void add_threads_option(CLI::App& parser, int& threads) {
    parser.add_option("--threads", threads, "Processor threads; 0: one a core")
        ->type_name("N")
        ->check(CLI::Range(0, 1024));
}

void add_progress_option(CLI::App& parser, int& seconds) {
    parser
        .add_option("--progress-seconds", seconds,
                    "Seconds between progress lines where stdout is no terminal (default 10)")
        ->type_name("N")
        ->check(CLI::Range(0, 86400));
}

void add_quantization_option(CLI::App& parser, std::string& type) {
    parser
        .add_option("--quantization", type,
                    "Of the frozen weights: none (default), nf4, fp4 or int8, in blocks of 64")
        ->type_name("TYPE");
}

Result<QuantizationSettings> quantization_of(const std::string& type) {
    auto config = default_run_config();
    TRY_VOID(apply_override(config, "precision.quantization=" + type));
    return config.precision.quantization_settings();
}

void add_sampling_options(CLI::App& parser, SamplingOptions& sampling) {
    parser.add_option("--max-tokens", sampling.max_tokens, "Longest answer, in tokens (default 64)")
        ->type_name("N")
        ->check(CLI::PositiveNumber);
    parser
        .add_option("--temperature", sampling.temperature, "0: the likeliest token (default); 1: as trained")
        ->type_name("T")
        ->check(CLI::NonNegativeNumber);
    parser.add_option("--top-k", sampling.top_k, "Draw from the K likeliest tokens only; 0: all (default)")
        ->type_name("K")
        ->check(CLI::NonNegativeNumber);
    parser.add_option("--top-p", sampling.top_p, "Draw from the likeliest tokens of this total probability")
        ->type_name("P")
        ->check(CLI::Range(0.0, 1.0));
    parser.add_option("--seed", sampling.seed, "Start of the random stream (default 42)")->type_name("N");
    parser.add_option("--stop", sampling.stop, "Text that ends an answer; may be given several times")
        ->type_name("TEXT")
        ->allow_extra_args(false);
}

std::string example_footer(const std::vector<std::string>& lines) {
    std::string footer = lines.size() == 1 ? "Example:" : "Examples:";
    for (const auto& line : lines)
        footer += "\n  tunebench-cli " + line;
    return footer;
}

std::filesystem::path absolute_path(const std::string& given) {
    std::error_code ignored;
    const auto path = std::filesystem::absolute(std::filesystem::path(given), ignored);
    return path.empty() ? std::filesystem::path(given) : path.lexically_normal();
}

Result<std::filesystem::path> model_folder(const std::string& given) {
    const auto path = absolute_path(given);
    std::error_code ignored;
    if (std::filesystem::exists(path, ignored) || !names_hub_model(given))
        return path;
    return find_hub_source(hub_cache_folder(), RepositoryKind::Model, *parse_hub_name(given));
}

}  // namespace tunebench::cli
