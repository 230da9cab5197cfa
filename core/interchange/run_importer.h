// RunImporter: a format of other programs' logs that runs are imported from. A format is a file in importers/
// and a line in importers.def.
#pragma once

#include <filesystem>
#include <span>
#include <string_view>
#include <vector>

#include "core/interchange/imported_run.h"

namespace tunebench {

struct RunImporter;

/// What becomes a run.
struct ImportSource {
    const RunImporter* importer = nullptr;
    std::filesystem::path path = {};                // a file, or a folder whose files are one run; absolute
    std::vector<std::filesystem::path> files = {};  // what is read, in this order
    std::string name = {};                          // of the run
};

/// Where sources are looked for.
struct ImportPlace {
    std::filesystem::path root = {};                // absolute
    std::vector<std::filesystem::path> files = {};  // below it, sorted; or the root itself, when it is a file
    bool is_folder = false;
};

struct RunImporter {
    std::string_view id = {};     // stored: never changes
    std::string_view title = {};  // for people
    std::vector<ImportSource> (*find)(const ImportPlace& place) = nullptr;
    Result<ImportedRun> (*read)(const ImportSource& source) = nullptr;
};

std::span<const RunImporter* const> all_run_importers();

/// What `given` (a file or a folder) holds, by all importers. NotFound when it does not exist,
/// InvalidArgument when nothing in it is known.
Result<std::vector<ImportSource>> find_import_sources(const std::filesystem::path& given);

}  // namespace tunebench
