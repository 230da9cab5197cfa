// The files of the history in the data folder.
#pragma once

#include <filesystem>

namespace tunebench {

struct HistoryFiles {
    explicit HistoryFiles(const std::filesystem::path& data_folder) : folder(data_folder) {}

    std::filesystem::path folder;
    std::filesystem::path database = folder / "history.sqlite";
    std::filesystem::path log = folder / "history.sqlite-wal";  // SQLite's names
    std::filesystem::path index = folder / "history.sqlite-shm";
    std::filesystem::path in_use = folder / "history.lock";         // shared by everyone who has it open
    std::filesystem::path writing = folder / "history.write-lock";  // whoever writes or checkpoints now
    std::filesystem::path suspect =
        folder / "history.suspect";  // there: damage was met; check at the next start
    std::filesystem::path runs = folder / "runs";
    std::filesystem::path trash = folder / "trash";  // folders of deleted runs, by their names
    std::filesystem::path spare_checkpoints = trash / "checkpoints";  // <run's folder>/<checkpoint>
};

}  // namespace tunebench
