// StudyFolder: <data folder>/studies/<name>/ with study.json (what was asked for), queue.json (in which
// order, and whether it wants to go on), runs/<key>.json (a MeasuredRun each) and the report. A run is found
// by its configuration and what it reads (study_inputs.h): a study that is extended keeps what is done. Who
// works on a study holds the folder's lock, as with runs.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/base/folder_lock.h"
#include "core/run/run_config.h"
#include "core/study/plan/study_settings.h"
#include "core/study/queue/measured_run.h"
#include "core/study/queue/queue_record.h"

namespace tunebench {

class StudyFolder {
public:
    /// Makes the folder where there is none, and writes study.json unless somebody works on the study.
    static Result<StudyFolder> open(const std::filesystem::path& data_folder, const StudySettings& study);

    /// What was asked for in a folder that is there.
    static Result<StudySettings> settings_in(const std::filesystem::path& study_folder);

    /// Every study that was started, the one that was worked on last first.
    static std::vector<std::filesystem::path> all(const std::filesystem::path& data_folder);

    /// Those of them whose queue was at work when its process went, and that nobody works on.
    static std::vector<std::filesystem::path> interrupted(const std::filesystem::path& data_folder);

    const std::filesystem::path& path() const { return path_; }

    /// To be held while runs are started or their order is changed. Io when somebody holds it, with the
    /// process.
    Result<FolderLock> lock() const;

    /// Writes study.json; for who holds the lock.
    Result<void> keep_settings(const StudySettings& study) const;

    /// No value when nothing is known of it. A file that cannot be read counts as none: the run is repeated.
    std::optional<MeasuredRun> find(const std::string& key) const;
    Result<void> keep(const std::string& key, const MeasuredRun& run) const;

    /// No value when there is none, or it cannot be read: the order is that of the plan.
    std::optional<QueueRecord> queue() const;
    Result<void> keep_queue(const QueueRecord& queue) const;

private:
    explicit StudyFolder(std::filesystem::path path) : path_(std::move(path)) {}
    std::filesystem::path file_of(const std::string& key) const;

    std::filesystem::path path_;
};

}  // namespace tunebench
