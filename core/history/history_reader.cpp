#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "core/history/detail_reader.h"
#include "core/history/history.h"
#include "core/history/history_files.h"
#include "core/history/lock_file.h"
#include "core/history/metric_reader.h"
#include "core/history/migrations.h"
#include "core/history/run_columns.h"
#include "core/history/summary_reader.h"

namespace tunebench {
namespace {

class DatabaseReader final : public HistoryReader {
public:
    DatabaseReader(std::optional<LockFile> in_use, Database database,
                   const std::filesystem::path& data_folder)
        : in_use_(std::move(in_use)),
          database_(std::move(database)),
          summaries_(database_, data_folder),
          details_(database_),
          metrics_(database_),
          columns_(database_) {}

    Result<std::vector<RunSummary>> runs(const RunFilter& filter) override {
        TRY(auto runs, summaries_.matching(filter));
        if (!filter.where)
            return runs;
        return columns_.matching(*filter.where, std::move(runs));
    }

    Result<std::vector<RunColumn>> columns() override { return columns_.known(); }

    Result<void> add_columns(RunTable& table, std::span<const std::string> columns) override {
        return columns_.add(table, columns);
    }

    Result<void> check(const Filter& filter) override { return columns_.require(filter); }

    Result<RunDetails> run(const std::string& id) override {
        TRY(auto summary, find(id));
        return details_.read(std::move(summary));
    }

    Result<std::vector<MetricPoint>> metric(const std::string& run_id, const std::string& metric) override {
        return metrics_.points(run_id, metric);
    }

    Result<std::vector<std::string>> metrics(const std::string& run_id) override {
        return metrics_.names(run_id);
    }

    Result<std::vector<MetricSummary>> summaries(const std::string& run_id) override {
        return metrics_.summaries(run_id);
    }

private:
    Result<RunSummary> find(const std::string& id) {
        TRY(auto found, summaries_.named(id));
        if (found.size() == 1)
            return std::move(found.front());
        if (found.empty())
            return Error{ErrorCode::NotFound, fmt::format("The history has no run '{}'.", id),
                         "Give the id of a run, its beginning, or its name, as `tunebench-cli history list` "
                         "shows them."};
        std::string ids;
        for (const RunSummary& run : found)
            ids += (ids.empty() ? "" : ", ") + run.id;
        return Error{ErrorCode::InvalidArgument,
                     fmt::format("'{}' stands for {} runs: {}.", id, found.size(), ids),
                     "Give the id of one of them."};
    }

    std::optional<LockFile>
        in_use_;         // tells others that the file is read; none in a folder that is read-only
    Database database_;  // outlives the statements below
    SummaryReader summaries_;
    DetailReader details_;
    MetricReader metrics_;
    RunColumns columns_;
};

Result<void> require_known(Database& database) {
    TRY(const int version, check_version(database));
    if (version == newest_version(all_migrations()))
        return {};
    return Error{ErrorCode::Unsupported,
                 fmt::format("The history {} was written by an older Tunebench and has not been updated yet.",
                             database.file().string()),
                 "Start Tunebench once; it updates the file and keeps a copy."};
}

}  // namespace

Result<std::unique_ptr<HistoryReader>> HistoryReader::open(const std::filesystem::path& database) {
    std::error_code ignored;
    if (!std::filesystem::exists(database, ignored))
        return Error{ErrorCode::NotFound, fmt::format("There is no history at {} yet.", database.string()),
                     "It is made when the first run starts."};
    const std::filesystem::path data_folder = database.parent_path();
    std::optional<LockFile> in_use;
    if (auto lock = LockFile::open(HistoryFiles(data_folder).in_use)) {
        in_use = *std::move(lock);
        // Whoever is alone with the file checks or updates it, which takes a moment.
        in_use->lock(LockFile::Kind::Shared, std::chrono::seconds(30));
    }
    TRY(auto connection, Database::open(database, Database::Access::ReadOnly));
    TRY_VOID(require_known(connection));
    return std::unique_ptr<HistoryReader>(
        std::make_unique<DatabaseReader>(std::move(in_use), std::move(connection), data_folder));
}

}  // namespace tunebench
