// HubFile: a file of a repository as the hub lists it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace tunebench {

struct HubFile {
    std::string path = {};                   // in the repository; not checked, see contained_path
    std::optional<std::uint64_t> size = {};  // bytes
    std::string hash = {};  // SHA-256 of LFS files, git's SHA-1 of others; empty: the list did not say
    bool operator==(const HubFile&) const = default;
};

struct RepositoryListing {
    std::string commit = {};  // 40 digits
    std::vector<HubFile> files = {};
};

/// What a search says of a repository. Texts are short and printable ASCII; empty where nothing is said.
struct SearchHit {
    std::string id = {};
    std::int64_t downloads = 0;  // of the last 30 days
    std::int64_t likes = 0;
    std::string task = {};      // "text-generation"
    std::string licence = {};   // "apache-2.0"
    std::string modified = {};  // "2025-03-01T12:00:00.000Z"
    bool is_gated = false;      // its owners give access to those who ask
    bool is_private = false;
    std::uint64_t weight_bytes = 0;  // of all weights in safetensors; 0: not said
    bool operator==(const SearchHit&) const = default;
};

}  // namespace tunebench
