// RunColumns: the columns that a table of runs may show and a filter of the history may ask for, and their
// values of every run.
//
// - what the run table shows: id, name, status, method, model, created_at, finished_at, steps, total_steps,
//   total_parameters, trainable_parameters, predicted_peak, peak (bytes), tokens_per_second, seconds,
//   training_loss, best_validation_loss, best_step, error, tags (or tag), notes, archived, starred, origin;
//   and "text": name, method, model and tags together;
// - settings, as in the run file: method.rank, optimizer.learning_rate, seed; of imported runs
//   imported.<name>;
// - metrics: loss (its last value), loss.min, loss.max, loss.best, loss.min_step, loss.max_step,
//   loss.best_step, loss.last_step, loss.count.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/base/result.h"
#include "core/filter/filter.h"
#include "core/history/metric_reader.h"
#include "core/history/run_column.h"
#include "core/history/run_table.h"
#include "core/history/statement.h"

namespace tunebench {

class RunColumns {
public:
    explicit RunColumns(Database& database);

    /// See HistoryReader::columns().
    Result<std::vector<RunColumn>> known();

    /// See HistoryReader::add_columns().
    Result<void> add(RunTable& table, std::span<const std::string> columns);

    /// InvalidArgument, with the place and what may have been meant, when a column is not known.
    Result<void> require(const Filter& filter);

    /// Keeps of `runs` those that the filter is true of. Errors as require().
    Result<std::vector<RunSummary>> matching(const Filter& filter, std::vector<RunSummary> runs);

private:
    using Values = RunTable::Values;
    /// Where the runs of the database stand in the table that is read: their keys are small numbers.
    struct Places {
        std::vector<std::int64_t> row_of_key = {};                         // -1: not in the table
        std::vector<std::pair<std::string, std::size_t>> unfinished = {};  // ids of runs without summaries
        std::unordered_map<std::string, std::vector<MetricSummary>> summaries = {};  // of these, by metric
        std::size_t rows = 0;
    };
    struct MetricColumn {
        std::string metric = {};
        std::string_view part = {};
    };
    Result<Places> places_of(const std::vector<RunSummary>& runs);
    Result<std::optional<Values>> read(const std::string& name, Places& places);
    Result<Values> read_setting(const std::string& name, const Places& places);
    Result<Values> read_metric(const MetricColumn& column, Places& places);
    Result<const std::vector<MetricSummary>*> unfinished(const std::string& metric, Places& places);
    /// No value when the name is that of no metric.
    Result<std::optional<MetricColumn>> metric_column(const std::string& name);
    const RunColumn* find_setting(std::string_view name);
    Result<bool> is_setting(const std::string& name);
    Result<bool> is_known(const std::string& name);
    Result<std::string> hint_for(const std::string& name);

    Database* database_;
    MetricReader metrics_;
    std::vector<RunColumn> settings_ = {};  // when they were asked for
    Statement keys_;
    Statement setting_;
    Statement settings_of_runs_;
    Statement setting_name_;
};

}  // namespace tunebench
