// RowPipeline: the rows of a file turned into examples, on several threads, and handed out in the order of
// the file. What depends on the rows before (duplicates, numbers of labels, counts) is left to whoever takes
// them.
#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <future>
#include <memory>
#include <optional>
#include <vector>

#include "core/base/result.h"
#include "core/data/example_builder.h"
#include "core/data/row_reader.h"
#include "core/jobs/worker_pool.h"

namespace tunebench {

/// A row, its text and its tokens.
struct PreparedRow {
    DataRow row = {};
    RowText text = {};
    Example example = {};
    RowUse use = RowUse::Empty;
};

class RowPipeline {
public:
    using Row = Result<DataRow>;
    /// The next row or what is wrong with it; none at the end.
    using Read = std::function<std::optional<Row>()>;
    /// May be called on any thread.
    using Prepare = std::function<Result<PreparedRow>(DataRow)>;

    RowPipeline(Read read, Prepare prepare) : read_(std::move(read)), prepare_(std::move(prepare)) {}

    /// The next row; none at the end. No more than `most` rows are read ahead, and no more than some MiB.
    std::optional<Result<PreparedRow>> next(std::int64_t most);

private:
    using Rows = std::vector<Row>;
    using PreparedRows = std::vector<Result<PreparedRow>>;

    Rows read_rows(std::int64_t most);
    void fill(std::int64_t most);
    PreparedRows prepare_all(Rows rows) const;

    Read read_;
    Prepare prepare_;
    bool is_read_ = false;
    PreparedRows ready_ = {};  // taken up to next_
    std::size_t next_ = 0;
    std::int64_t rows_ahead_ = 0;
    std::deque<std::future<PreparedRows>> pending_ = {};
    std::optional<WorkerPool> workers_ = {};  // last: its threads use what stands above
};

}  // namespace tunebench
