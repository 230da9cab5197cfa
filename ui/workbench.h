// Workbench: what the window works with, built once and passed by reference: history, worker, settings.
// Nothing here loads the engine; the worker does at its first use. Destroying it stops and saves a running
// session, joins the worker and flushes the history, in this order.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>

#include <QSettings>

#include "core/history/history.h"
#include "core/run/run_host.h"
#include "ui/run/history_source.h"
#include "ui/run/run_bridge.h"
#include "ui/widgets/recent_paths.h"

namespace tunebench::ui {

class Workbench {
public:
    /// Says without loading it why the engine cannot be used; nothing while it may be usable.
    using EngineProblem = std::function<std::optional<Error>()>;

    Workbench(std::filesystem::path dataFolder, RunHost::MakeEngine makeEngine,
              EngineProblem engineProblem = {});
    ~Workbench();
    Workbench(const Workbench&) = delete;
    Workbench& operator=(const Workbench&) = delete;

    const std::filesystem::path& dataFolder() const { return dataFolder_; }
    History* history() { return history_.get(); }  // null when it could not be opened
    const std::optional<Error>& historyProblem() const { return historyProblem_; }
    std::optional<Error> engineProblem() const;
    HistorySource& source() { return source_; }
    RunBridge& bridge() { return *bridge_; }
    QSettings& settings() { return settings_; }
    RecentPaths& recentModels() { return recentModels_; }
    RecentPaths& recentData() { return recentData_; }
    /// What something was started with is offered where its paths are edited.
    void remember(const RunConfig& config);

private:
    std::filesystem::path dataFolder_;
    EngineProblem engineProblem_;
    std::optional<Error> historyProblem_;
    QSettings settings_;
    RecentPaths recentModels_;
    RecentPaths recentData_;
    HistorySource source_;
    std::unique_ptr<History> history_;
    std::unique_ptr<RunBridge> bridge_;  // last: it writes to history until it is gone
};

/// Why none of the candidates can be opened, when none exists; for Workbench::EngineProblem.
std::optional<Error> missingEngine(const std::vector<std::filesystem::path>& candidates);

}  // namespace tunebench::ui
