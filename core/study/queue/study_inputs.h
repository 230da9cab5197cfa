// StudyInputs: what the files of a study hold. Results are found again by it: a file that was edited since is
// another input under the same name, and what it gave must not be compared with what the old one gave.
#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "core/run/run_config.h"

namespace tunebench {

/// A file is read once, when it is first asked for; one that cannot be read counts as missing, and the run
/// that needs it says so.
class StudyInputs {
public:
    /// A SHA-256 over those of all files that a run of this configuration reads.
    std::string digest(const RunConfig& config) const;

    /// A trained run's file in the study's folder is named so: by its configuration and what it reads.
    std::string key_of_run(const RunConfig& config) const;

    /// The same of the untrained model that the run starts from.
    std::string key_of_base(const RunConfig& config) const;

private:
    const std::string& hash_of(const std::filesystem::path& file) const;

    mutable std::map<std::filesystem::path, std::string> hashes_ = {};
};

}  // namespace tunebench
