#include "core/data/data_entry.h"

#include <fmt/format.h>

#include "core/params/row_slice.h"
#include "core/run/entry_files.h"

namespace tunebench {
namespace {

constexpr std::int64_t kAnyCount = std::numeric_limits<std::int64_t>::max();

Result<RowWindow> window_of(const RowSlice& slice, const std::vector<std::filesystem::path>& files,
                            const CancelToken& cancel) {
    std::int64_t rows = slice.depends_on_count() ? 0 : kAnyCount;
    if (slice.depends_on_count())
        for (const auto& file : files) {
            TRY(const auto count, count_rows(file, cancel));
            rows += count;
        }
    const auto range = slice.of(rows);
    return RowWindow{.begin = range.begin, .end = range.end};
}

Error nothing_in_slice(const WeightedFile& entry, const RowWindow& window) {
    return {.code = ErrorCode::InvalidArgument,
            .message = fmt::format("the slice {} of {} has no row; there are {}", entry.slice, entry.path,
                                   window.position),
            .hint = "Choose another slice, or leave it out.",
            .field = "data.train"};
}

}  // namespace

Result<void> append_data_entry(Dataset& dataset, const WeightedFile& entry, DataFileContext context,
                               std::int32_t entry_index) {
    TRY(const auto files, files_of_entry(entry));
    TRY(const auto slice, parse_row_slice(entry.slice));
    TRY(auto window, window_of(slice, files, context.cancel));
    context.window = entry.slice.empty() ? nullptr : &window;
    const auto rows_before = dataset.report.rows;
    for (const auto& file : files) {
        if (context.window && window.position >= window.end)
            break;
        dataset.files.push_back(file.string());
        dataset.entry_of.push_back(entry_index);
        TRY_VOID(
            append_data_file(dataset, file, static_cast<std::int32_t>(dataset.files.size()) - 1, context));
    }
    if (context.window && dataset.report.rows == rows_before && !context.on_problem)
        return nothing_in_slice(entry, window);
    return {};
}

}  // namespace tunebench
