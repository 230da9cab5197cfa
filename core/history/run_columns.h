// RunColumns: the columns that a filter of the history may ask for, and their values of every run.
//
// - what the run table shows: id, name, status, method, model, created_at, finished_at, steps, total_steps,
//   total_parameters, trainable_parameters, predicted_peak, peak (bytes), tokens_per_second, seconds,
//   training_loss, best_validation_loss, best_step, error, tags (or tag), notes, archived, origin; and
//   "text": name, method, model and tags together;
// - settings, as in the run file: method.rank, optimizer.learning_rate, seed; of imported runs
// imported.<name>;
// - metrics: loss (its last value), loss.min, loss.max, loss.best, loss.min_step, loss.max_step,
// loss.best_step,
//   loss.last_step, loss.count.
#pragma once

#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/base/result.h"
#include "core/filter/filter.h"
#include "core/history/history.h"
#include "core/history/metric_reader.h"
#include "core/history/statement.h"

namespace tunebench {

class RunColumns {
public:
    explicit RunColumns(Database& database) : database_(&database), metrics_(database) {}

    /// Keeps of `runs` those that the filter is true of. InvalidArgument when a column is not known.
    Result<std::vector<RunSummary>> matching(const Filter& filter, std::vector<RunSummary> runs);

private:
    using Values =
        std::unordered_map<std::string, FilterValue>;  // by the run's id; what is missing is not there

    Result<Values> read(const FilterColumn& column);
    Result<Values> read_setting(const std::string& name);
    Result<std::optional<Values>> read_metric(const std::string& name);
    Result<void> add_unfinished(const std::string& metric, std::string_view part, Values& values);
    Result<std::string> hint_for(const std::string& name);

    Database* database_;
    MetricReader metrics_;
};

}  // namespace tunebench
