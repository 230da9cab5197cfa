// HubName: how run files and forms name what lies in the hub's cache.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/hub/repository.h"

namespace tunebench {

/// "org/name", "org/name@revision", and what lies in it: "org/name@revision/folder/file". A revision reaches
/// to the next slash; "refs/pr/1" and "refs/convert/parquet" are taken whole.
struct HubName {
    std::string id = {};
    std::string revision = "main";
    std::string path = {};  // in the repository; not checked
    bool operator==(const HubName&) const = default;
};

/// Nothing for a text that cannot be one: absolute paths, "./" before it, more slashes than a name has.
std::optional<HubName> parse_hub_name(std::string_view text);
std::string hub_name_text(const HubName& name);

/// The command that brings it into the cache.
std::string download_command(const HubName& name, RepositoryKind kind);

/// The folder or file in the cache that the name stands for now. NotFound, with the command that downloads
/// it, for what is not there or not there whole; Corrupt for a path that leaves the repository.
Result<std::filesystem::path> find_hub_source(const std::filesystem::path& cache, RepositoryKind kind,
                                              const HubName& name);

struct NamedSource {
    RepositoryKind kind = RepositoryKind::Model;
    std::filesystem::path cache = {};
    HubName name = {};  // the revision is a commit
    bool operator==(const NamedSource&) const = default;
};

/// The way back, from ".../models--org--name/snapshots/<commit>/..."; looks at the text only.
std::optional<NamedSource> named_source(const std::filesystem::path& path);

}  // namespace tunebench
