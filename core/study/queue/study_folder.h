// StudyFolder: <data folder>/studies/<name>/ with study.json (what was asked for), runs/<key>.json (a
// MeasuredRun each) and the report. A run is found by its configuration and what it reads (study_inputs.h): a
// study that is extended keeps what is done.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "core/run/run_config.h"
#include "core/study/plan/study_settings.h"
#include "core/study/queue/measured_run.h"

namespace tunebench {

class StudyFolder {
public:
    /// Makes the folder where there is none, and writes study.json.
    static Result<StudyFolder> open(const std::filesystem::path& data_folder, const StudySettings& study);

    const std::filesystem::path& path() const { return path_; }

    /// No value when nothing is known of it. A file that cannot be read counts as none: the run is repeated.
    std::optional<MeasuredRun> find(const std::string& key) const;
    Result<void> keep(const std::string& key, const MeasuredRun& run) const;

private:
    explicit StudyFolder(std::filesystem::path path) : path_(std::move(path)) {}
    std::filesystem::path file_of(const std::string& key) const;

    std::filesystem::path path_;
};

}  // namespace tunebench
