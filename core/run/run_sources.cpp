#include "core/run/run_sources.h"

#include <algorithm>

#include "core/formats/rows/file_format.h"
#include "core/hub/hub_name.h"

namespace tunebench {
namespace {

namespace fs = std::filesystem;

/// Calls change(field, kind, path) for each place of a configuration that a name may stand in.
template <class Config, class Change>
void for_each_source(Config& config, Change change) {
    change("model.path", RepositoryKind::Model, config.model.path);
    for (auto& file : config.data.train)
        change("data.train", RepositoryKind::Dataset, file.path);
    change("data.validation", RepositoryKind::Dataset, config.data.validation);
    change("evaluation.general_file", RepositoryKind::Dataset, config.evaluation.general_file);
}

bool names_source(RepositoryKind kind, std::string_view path) {
    return kind == RepositoryKind::Model ? names_hub_model(path) : names_hub_dataset(path);
}

bool is_row_file_name(const fs::path& path) {
    const auto ending = data_ending(path);
    return std::ranges::any_of(file_formats(), [&](const FileFormat* format) {
        return std::ranges::find(format->endings, ending) != format->endings.end();
    });
}

bool stands_for(const std::string& frozen, const std::string& asked) {
    if (frozen == asked)
        return true;
    const auto source = named_source(frozen);
    const auto name = parse_hub_name(asked);
    return source && name && source->name.id == name->id && source->name.path == name->path &&
           (!is_commit_hash(name->revision) || name->revision == source->name.revision);
}

}  // namespace

bool names_hub_model(std::string_view path) {
    const auto name = parse_hub_name(path);
    return name && name->path.empty();
}

bool names_hub_dataset(std::string_view path) {
    const auto name = parse_hub_name(path);
    const bool has_revision = path.find('@') != std::string_view::npos;
    return name && (has_revision || !is_row_file_name(path));
}

fs::path hub_cache_folder(const Environment& environment) {
    const auto settings = hub_settings(environment);
    return settings ? settings->cache : fs::path();
}

LocatedRun locate_sources(const RunConfig& config, const fs::path& cache) {
    LocatedRun run{.config = config};
    for_each_source(run.config, [&](const char* field, RepositoryKind kind, std::string& path) {
        if (!names_source(kind, path))
            return;
        const auto source = find_hub_source(cache, kind, *parse_hub_name(path));
        if (source) {
            path = source->string();
            return;
        }
        auto error = source.error();
        error.field = field;
        run.missing.push_back(std::move(error));
    });
    return run;
}

Result<RunConfig> located(const RunConfig& config, const fs::path& cache) {
    auto run = locate_sources(config, cache);
    if (!run.missing.empty())
        return run.missing.front();
    return std::move(run.config);
}

RunConfig with_hub_names(RunConfig config, const fs::path& cache) {
    for_each_source(config, [&](const char*, RepositoryKind kind, std::string& path) {
        const auto source = named_source(path);
        if (source && source->kind == kind && source->cache == cache &&
            names_source(kind, hub_name_text(source->name)))
            path = hub_name_text(source->name);
    });
    return config;
}

bool is_made_from(const RunConfig& frozen, const RunConfig& asked) {
    if (frozen.data.train.size() != asked.data.train.size())
        return false;
    std::vector<std::string> names;
    for_each_source(asked,
                    [&](const char*, RepositoryKind, const std::string& path) { names.push_back(path); });
    auto compared = frozen;
    auto name = names.begin();
    for_each_source(compared, [&](const char*, RepositoryKind, std::string& path) {
        if (stands_for(path, *name))
            path = *name;
        ++name;
    });
    return compared == asked;
}

}  // namespace tunebench
