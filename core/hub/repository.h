// Repository: what the hub stores models and data sets in, by its name "org/name".
#pragma once

#include <string>
#include <string_view>

#include "core/base/result.h"

namespace tunebench {

enum class RepositoryKind { Model, Dataset };

struct Repository {
    RepositoryKind kind = RepositoryKind::Model;
    std::string id = {};  // "org/name"; old models have no organisation ("gpt2")
    bool operator==(const Repository&) const = default;
};

/// InvalidArgument for what the hub does not take as a name: more than one slash, "--", "..", other
/// characters than letters, digits, '-', '_' and '.', or more than 96 of them.
Result<Repository> parse_repository(std::string_view id, RepositoryKind kind);

/// A branch, a tag, a pull request ("refs/pr/1") or a commit. InvalidArgument for what git would refuse.
Result<void> check_revision(std::string_view revision);

/// 40 lower-case hexadecimal digits.
bool is_commit_hash(std::string_view text);

/// What a blob is named after: a git object's SHA-1 (40 digits) or a file's SHA-256 (64).
bool is_content_hash(std::string_view text);

/// "models" or "datasets": in paths of the API and of the cache.
std::string_view plural(RepositoryKind kind);

}  // namespace tunebench
