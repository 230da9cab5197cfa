#include "core/run/run_paths.h"

#include <cstdlib>

namespace tunebench {
namespace {

template <class Change>
void for_each_path(RunConfig& config, Change change) {
    change(config.model.path);
    change(config.model.adapter);
    for (auto& file : config.data.train)
        change(file.path);
    change(config.data.validation);
    if (names_template_file(config.data.chat_template))
        change(config.data.chat_template);
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

bool is_template_text(const std::string& setting) {
    return setting.find("{{") != std::string::npos || setting.find("{%") != std::string::npos;
}

bool names_template_file(const std::string& setting) {
    return setting.ends_with(".jinja") && !is_template_text(setting);
}

void make_paths_absolute(RunConfig& config, const std::filesystem::path& base) {
    for_each_path(config, [&](std::string& path) { path = absolute_path(path, base); });
}

void make_paths_relative(RunConfig& config, const std::filesystem::path& base) {
    const auto root = absolute_path(base.empty() ? "." : base.string(), {});
    for_each_path(config, [&](std::string& path) {
        const auto relative = std::filesystem::path(path).lexically_relative(root);
        if (!relative.empty() && *relative.begin() != "..")
            path = relative.string();
    });
}

}  // namespace tunebench
