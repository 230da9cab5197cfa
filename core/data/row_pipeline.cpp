#include "core/data/row_pipeline.h"

#include <algorithm>
#include <thread>

namespace tunebench {
namespace {

constexpr std::int64_t kRowsATask = 64;
constexpr std::size_t kBytesATask = std::size_t{256} << 10;
constexpr std::size_t kTasksAThread = 4;

unsigned worker_count() {
    return std::clamp(std::thread::hardware_concurrency(), 1U, 16U);
}

}  // namespace

RowPipeline::Rows RowPipeline::read_rows(std::int64_t most) {
    Rows rows;
    std::size_t bytes = 0;
    while (std::ssize(rows) < std::min(most, kRowsATask) && bytes < kBytesATask && !is_read_) {
        auto row = read_();
        if (!row) {
            is_read_ = true;
            break;
        }
        bytes += *row ? (*row)->text.size() : 0;
        rows.push_back(*std::move(row));
    }
    return rows;
}

RowPipeline::PreparedRows RowPipeline::prepare_all(Rows rows) const {
    PreparedRows prepared;
    prepared.reserve(rows.size());
    for (auto& row : rows)
        prepared.push_back(row ? prepare_(*std::move(row)) : Result<PreparedRow>(row.error()));
    return prepared;
}

void RowPipeline::fill(std::int64_t most) {
    const auto tasks = kTasksAThread * worker_count();
    while (pending_.size() < tasks && rows_ahead_ < most && !is_read_) {
        auto rows = read_rows(most - rows_ahead_);
        if (rows.empty())
            return;
        rows_ahead_ += std::ssize(rows);
        if (is_read_ && pending_.empty() && !workers_) {  // few rows: no thread is worth it
            ready_ = prepare_all(std::move(rows));
            return;
        }
        if (!workers_)
            workers_.emplace(worker_count());
        auto shared = std::make_shared<Rows>(std::move(rows));
        pending_.push_back(
            workers_->submit<PreparedRows>([this, shared] { return prepare_all(std::move(*shared)); }));
    }
}

std::optional<Result<PreparedRow>> RowPipeline::next(std::int64_t most) {
    if (next_ == ready_.size()) {
        ready_.clear();
        next_ = 0;
        fill(most);
        if (ready_.empty() && !pending_.empty()) {
            ready_ = pending_.front().get();
            pending_.pop_front();
        }
        if (ready_.empty())
            return std::nullopt;
    }
    --rows_ahead_;
    return std::move(ready_[next_++]);
}

}  // namespace tunebench
