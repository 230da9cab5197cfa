// RunTable: runs with the values of some columns, in memory, a list a column: what is sorted, filtered and
// grouped without asking the database again. A copy shares the runs and the columns.
#pragma once

#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/filter/filter.h"
#include "core/history/run_summary.h"

namespace tunebench {

class RunTable {
public:
    using Values = std::vector<FilterValue>;  // one a run, in the order of runs()

    explicit RunTable(std::vector<RunSummary> runs = {})
        : runs_(std::make_shared<const std::vector<RunSummary>>(std::move(runs))) {}

    void add(std::string column, Values values);
    /// The column of a table of the same runs, when it is there.
    void share(const RunTable& other, const std::string& column);

    const std::vector<RunSummary>& runs() const { return *runs_; }
    std::size_t size() const { return runs_->size(); }
    /// Null when the column was not read.
    const Values* find(std::string_view column) const;

    /// The rows that the filter is true of, in their order. Columns that were not read count as missing.
    std::vector<std::size_t> matching(const Filter& filter) const;

private:
    std::shared_ptr<const std::vector<RunSummary>> runs_;
    std::map<std::string, std::shared_ptr<const Values>, std::less<>> columns_;
};

/// The order of rows, and what they are grouped by.
struct RunOrder {
    std::string column = {};  // empty: as the runs came
    bool is_descending = false;
    std::vector<std::string> group_by = {};
    bool operator==(const RunOrder&) const = default;
};

struct RunGroup {
    std::vector<FilterValue> key = {};  // the values of RunOrder::group_by that its runs share
    std::vector<std::size_t> rows = {};
    bool operator==(const RunGroup&) const = default;
};

/// Numbers come before texts, and what is missing or NaN last, whichever the direction; equal values keep
/// their order. Groups come in the order of their first rows; without group_by there is one.
std::vector<RunGroup> arranged(const RunTable& table, std::vector<std::size_t> rows, const RunOrder& order);

/// Of the numbers among the values of these rows, NaN left out.
struct GroupFigure {
    std::size_t count = 0;
    double mean = 0.0;
    double deviation = 0.0;  // of the sample (n - 1); 0 for fewer than two
    bool operator==(const GroupFigure&) const = default;
};

GroupFigure figure_of(const RunTable::Values& values, std::span<const std::size_t> rows);

}  // namespace tunebench
