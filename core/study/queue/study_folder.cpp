#include "core/study/queue/study_folder.h"

#include <fmt/format.h>

#include "core/base/durable_file.h"
#include "core/run/run_folder.h"

namespace tunebench {

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
    TRY_VOID(write_file_durably(path / "study.json", json_text(study_to_json(study), 2) + "\n"));
    return StudyFolder(path);
}

std::filesystem::path StudyFolder::file_of(const std::string& key) const {
    return path_ / "runs" / (key + ".json");
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
