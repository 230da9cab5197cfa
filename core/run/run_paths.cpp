#include "core/run/run_paths.h"

#include <cstdlib>

#include "core/run/run_sources.h"

namespace tunebench {
namespace {

/// What the texts of a place may be instead of a path.
using NamesSource = bool (*)(std::string_view path);

bool names_nothing(std::string_view /*path*/) {
    return false;
}

template <class Change>
void for_each_path(RunConfig& config, Change change) {
    change(config.model.path, names_hub_model);
    change(config.model.adapter, names_nothing);
    for (auto& file : config.data.train)
        change(file.path, names_hub_dataset);
    change(config.data.validation, names_hub_dataset);
    change(config.evaluation.general_file, names_hub_dataset);
    if (names_template_file(config.data.chat_template))
        change(config.data.chat_template, names_nothing);
}

}  // namespace

std::string absolute_path(const std::string& path, const std::filesystem::path& base) {
    if (path.empty())
        return path;
    if (path.starts_with("~/"))
        if (const char* home = std::getenv("HOME"))
            return (std::filesystem::path(home) / path.substr(2)).lexically_normal().string();
    std::error_code failed;
    const auto root = std::filesystem::absolute(base.empty() ? "." : base, failed);
    return ((failed ? base : root) / path).lexically_normal().string();
}

std::string absolute_source(const std::string& path, const std::filesystem::path& base,
                            bool (*names_source)(std::string_view)) {
    auto on_disk = absolute_path(path, base);
    std::error_code ignored;
    return names_source(path) && !std::filesystem::exists(on_disk, ignored) ? path : on_disk;
}

bool is_template_text(const std::string& setting) {
    return setting.find("{{") != std::string::npos || setting.find("{%") != std::string::npos;
}

bool names_template_file(const std::string& setting) {
    return setting.ends_with(".jinja") && !is_template_text(setting);
}

void make_paths_absolute(RunConfig& config, const std::filesystem::path& base) {
    for_each_path(config, [&](std::string& path, NamesSource names_source) {
        path = absolute_source(path, base, names_source);
    });
}

void make_paths_relative(RunConfig& config, const std::filesystem::path& base) {
    const auto root = absolute_path(base.empty() ? "." : base.string(), {});
    for_each_path(config, [&](std::string& path, NamesSource names_source) {
        const auto relative = std::filesystem::path(path).lexically_relative(root);
        if (relative.empty() || *relative.begin() == "..")
            return;
        std::error_code ignored;
        const bool reads_as_name = names_source(relative.string()) && !std::filesystem::exists(path, ignored);
        path = (reads_as_name ? "." / relative : relative).string();
    });
}

}  // namespace tunebench
