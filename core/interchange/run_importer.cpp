#include "core/interchange/run_importer.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#define add(name) \
    namespace tunebench::name##_import { \
        const RunImporter& importer(); \
    }
#include "core/interchange/importers.def"
#undef add

namespace tunebench {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMaxFiles = 100'000;

/// Links to folders are not followed: they may lead in a circle.
Result<ImportPlace> look_at(const fs::path& given) {
    std::error_code error;
    ImportPlace place{.root = fs::absolute(given, error).lexically_normal()};
    if (place.root.filename().empty())
        place.root = place.root.parent_path();
    if (!fs::exists(place.root, error))
        return Error{ErrorCode::NotFound, fmt::format("The log {} does not exist.", given.string())};
    place.is_folder = fs::is_directory(place.root, error);
    if (!place.is_folder) {
        place.files = {place.root};
        return place;
    }
    const auto options = fs::directory_options::skip_permission_denied;
    for (fs::recursive_directory_iterator it(place.root, options, error), end; !error && it != end;
         it.increment(error)) {
        std::error_code unreadable;
        if (!it->is_regular_file(unreadable))
            continue;
        place.files.push_back(it->path());
        if (place.files.size() > kMaxFiles)
            return Error{ErrorCode::InvalidArgument,
                         fmt::format("{} holds more than {} files.", given.string(), kMaxFiles),
                         "Name the folders of the logs."};
    }
    std::ranges::sort(place.files);
    return place;
}

}  // namespace

std::span<const RunImporter* const> all_run_importers() {
    static const std::array importers = {
#define add(name) &name##_import::importer(),
#include "core/interchange/importers.def"
#undef add
    };
    return importers;
}

Result<std::vector<ImportSource>> find_import_sources(const fs::path& given) {
    TRY(const auto place, look_at(given));
    std::vector<ImportSource> sources;
    for (const auto* importer : all_run_importers())
        for (auto& source : importer->find(place)) {
            source.importer = importer;
            sources.push_back(std::move(source));
        }
    if (!sources.empty())
        return sources;
    std::string titles;
    for (const auto* importer : all_run_importers())
        titles += (titles.empty() ? "" : ", ") + std::string(importer->title);
    return Error{ErrorCode::InvalidArgument, fmt::format("There is no log of a run in {}.", given.string()),
                 fmt::format("Known are: {}.", titles)};
}

}  // namespace tunebench
