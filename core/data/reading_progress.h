// ReadingProgress: how far the doctor is with all files of a run, from how far it is with one of them.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "core/data/doctor.h"
#include "core/formats/rows/row_source.h"

namespace tunebench {

class ReadingProgress {
public:
    ReadingProgress(const DataSection& data, const OnExamineProgress& on_progress);

    void tell(std::string_view file, std::int64_t rows_of_file, const RowProgress& progress);

private:
    void enter(std::string_view file);

    const OnExamineProgress& on_progress_;
    std::map<std::string, std::uint64_t, std::less<>> bytes_of_file_ = {};
    std::uint64_t all_bytes_ = 0;
    std::uint64_t bytes_before_ = 0;  // of files that were read
    std::int64_t rows_before_ = 0;
    ExamineProgress progress_ = {};
};

}  // namespace tunebench
