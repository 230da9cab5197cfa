#include "core/study/queue/study_folder.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/base/durable_file.h"
#include "core/run/run_folder.h"

namespace tunebench {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kStudy = "study.json";
constexpr std::string_view kQueue = "queue.json";

std::optional<QueueRecord> queue_in(const fs::path& study_folder) {
    const auto json = read_json_file(study_folder / kQueue);
    if (!json)
        return {};
    auto record = queue_record_from_json(*json);
    if (!record)
        return {};
    return *std::move(record);
}

}  // namespace

Result<StudyFolder> StudyFolder::open(const std::filesystem::path& data_folder, const StudySettings& study) {
    const auto path =
        data_folder / "studies" / slug_of(study.rules.name.empty() ? "study" : study.rules.name);
    std::error_code failed;
    std::filesystem::create_directories(path / "runs", failed);
    if (failed)
        return Error{.code = ErrorCode::Io,
                     .message = fmt::format("The study's folder {} cannot be made: {}", path.string(),
                                            failed.message()),
                     .hint = "Choose another data folder."};
    const StudyFolder folder(path);
    if (!FolderLock::is_held(path))
        TRY_VOID(folder.keep_settings(study));
    return folder;
}

Result<void> StudyFolder::keep_settings(const StudySettings& study) const {
    return write_file_durably(path_ / kStudy, json_text(study_to_json(study), 2) + "\n");
}

Result<FolderLock> StudyFolder::lock() const {
    return FolderLock::acquire(path_, FolderUse::Work, [this](const std::string& holder) {
        return Error{
            .code = ErrorCode::Io,
            .message = fmt::format("The study {} is being run by {}", path_.filename().string(), holder),
            .hint =
                "Wait until it is done, or stop it there first; a study is run by one process at a "
                "time."};
    });
}

std::filesystem::path StudyFolder::file_of(const std::string& key) const {
    return path_ / "runs" / (key + ".json");
}

Result<StudySettings> StudyFolder::settings_in(const fs::path& study_folder) {
    TRY(auto study, load_study_file(study_folder / kStudy));
    if (const auto record = queue_in(study_folder))
        study.folder = record->paths_from;
    return study;
}

std::vector<fs::path> StudyFolder::all(const fs::path& data_folder) {
    std::vector<std::pair<fs::file_time_type, fs::path>> found;
    std::error_code failed;
    for (fs::directory_iterator it(data_folder / "studies", failed), end; !failed && it != end;
         it.increment(failed)) {
        std::error_code none;
        const auto time = fs::last_write_time(it->path() / kQueue, none);
        if (!none)
            found.emplace_back(time, it->path());
    }
    std::ranges::sort(found, std::ranges::greater());
    std::vector<fs::path> studies;
    for (auto& [time, path] : found)
        studies.push_back(std::move(path));
    return studies;
}

std::vector<fs::path> StudyFolder::interrupted(const fs::path& data_folder) {
    auto studies = all(data_folder);
    std::erase_if(studies, [](const fs::path& path) {
        const auto record = queue_in(path);
        return !record || !record->wants_to_go_on || FolderLock::is_held(path);
    });
    return studies;
}

std::optional<QueueRecord> StudyFolder::queue() const {
    return queue_in(path_);
}

Result<void> StudyFolder::keep_queue(const QueueRecord& queue) const {
    return write_file_durably(path_ / kQueue, json_text(queue_record_to_json(queue), 2) + "\n");
}

std::optional<MeasuredRun> StudyFolder::find(const std::string& key) const {
    const auto json = read_json_file(file_of(key));
    if (!json)
        return {};
    auto run = measured_run_from_json(*json);
    if (!run)
        return {};
    return *std::move(run);
}

Result<void> StudyFolder::keep(const std::string& key, const MeasuredRun& run) const {
    return write_file_durably(file_of(key), json_text(measured_run_to_json(run)) + "\n");
}

}  // namespace tunebench
