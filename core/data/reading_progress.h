// ReadingProgress: how far reading is with all files of a run, from how far it is with one of them.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "core/formats/rows/row_source.h"
#include "core/run/run_config.h"

namespace tunebench {

struct ExamineProgress {
    std::string file = {};        // being read
    std::int64_t rows = 0;        // read so far, of all files
    std::uint64_t all_bytes = 0;  // of all files
    double share = 0.0;           // of all_bytes that is read
};
using OnExamineProgress = std::function<void(const ExamineProgress&)>;

class ReadingProgress {
public:
    ReadingProgress(const DataSection& data, const OnExamineProgress& on_progress);

    void tell(std::string_view file, std::int64_t rows_of_file, const RowProgress& progress);

private:
    void enter(std::string_view file);

    const OnExamineProgress& on_progress_;
    std::map<std::string, std::uint64_t, std::less<>> bytes_of_file_ = {};
    std::uint64_t bytes_before_ = 0;  // of files that were read
    std::int64_t rows_before_ = 0;
    ExamineProgress progress_ = {};
};

}  // namespace tunebench
