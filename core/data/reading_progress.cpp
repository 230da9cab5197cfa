#include "core/data/reading_progress.h"

#include <algorithm>

#include "core/run/entry_files.h"

namespace tunebench {

ReadingProgress::ReadingProgress(const DataSection& data, const OnExamineProgress& on_progress)
    : on_progress_(on_progress) {
    if (!on_progress_)
        return;
    auto entries = data.train;
    if (!data.validation.empty())
        entries.push_back(held_out(data.validation));
    for (const auto& entry : entries) {
        const auto files = files_of_entry(entry);
        for (const auto& file : files ? *files : std::vector<std::filesystem::path>{}) {
            std::error_code failed;
            const auto bytes = std::filesystem::file_size(file, failed);
            if (failed)
                continue;
            bytes_of_file_[file.string()] = bytes;
            progress_.all_bytes += bytes;
        }
    }
}

void ReadingProgress::enter(std::string_view file) {
    if (file == progress_.file)
        return;
    if (const auto former = bytes_of_file_.find(progress_.file); former != bytes_of_file_.end())
        bytes_before_ += former->second;
    rows_before_ = progress_.rows;
    progress_.file = file;
}

void ReadingProgress::tell(std::string_view file, std::int64_t rows_of_file, const RowProgress& progress) {
    if (!on_progress_)
        return;
    enter(file);
    progress_.rows = rows_before_ + rows_of_file;
    const auto bytes = static_cast<double>(bytes_before_ + progress.bytes_read);
    const auto all = static_cast<double>(progress_.all_bytes);
    progress_.share = all > 0.0 ? std::min(bytes / all, 1.0) : 0.0;
    on_progress_(progress_);
}

}  // namespace tunebench
