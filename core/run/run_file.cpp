#include <fmt/format.h>

#include "core/base/durable_file.h"
#include "core/run/run_config.h"
#include "core/run/run_paths.h"

namespace tunebench {
namespace {

constexpr JsonLimits kRunFileLimits = {
    .max_bytes = std::size_t{1} << 20, .max_depth = 32, .max_values = 20000};

std::filesystem::path folder_of_file(const std::filesystem::path& file) {
    return file.has_parent_path() ? file.parent_path() : std::filesystem::path(".");
}

}  // namespace

Result<OrderedJson> parse_run_json(std::string_view text, std::string_view source_name) {
    // parse_json sorts keys but checks the limits; after it the plain parser, which keeps the order, is safe.
    if (const auto checked = parse_json(text, source_name, kRunFileLimits); !checked)
        return with_remedy(checked.error(), "Correct the file at that place.");
    auto json = OrderedJson::parse(text, nullptr, /*allow_exceptions=*/false);
    if (json.is_discarded())
        return Error{.code = ErrorCode::Corrupt, .message = fmt::format("{} is not JSON", source_name)};
    return json;
}

Result<RunConfig> load_run_file(const std::filesystem::path& file) {
    TRY(const auto text, read_file(file, kRunFileLimits.max_bytes));
    TRY(const auto json, parse_run_json(text, file.string()));
    auto config = run_config_from_json(json, folder_of_file(file), UnknownKeys::Refuse);
    if (!config)
        return in_source(config.error(), file.string());
    return config;
}

Result<void> save_run_file(const RunConfig& config, const std::filesystem::path& file) {
    auto portable = config;
    make_paths_relative(portable, folder_of_file(file));
    return write_file_durably(file, json_text(run_config_to_json(portable), 2) + "\n");
}

}  // namespace tunebench
