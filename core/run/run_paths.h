// The paths inside a RunConfig: absolute in memory, relative in a run file that lies beside what it names.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "core/run/run_config.h"

namespace tunebench {

/// `base` / `path`, normalised; "~/" is the home folder. Empty stays empty.
std::string absolute_path(const std::string& path, const std::filesystem::path& base);

/// The same for a place that a name of the hub may stand in: the name stays as it is unless there is a file
/// or folder of that name.
std::string absolute_source(const std::string& path, const std::filesystem::path& base,
                            bool (*names_source)(std::string_view));

/// Whether data.template is a template itself: it has a tag of Jinja.
bool is_template_text(const std::string& setting);

/// Whether data.template is the path of a file: it ends in .jinja, and is no template itself.
bool names_template_file(const std::string& setting);

void make_paths_absolute(RunConfig& config, const std::filesystem::path& base);

/// Paths at or below `base` become relative to it; others stay as they are. What would read as a name of the
/// hub begins with "./".
void make_paths_relative(RunConfig& config, const std::filesystem::path& base);

}  // namespace tunebench
