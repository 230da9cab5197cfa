// RunRequests: what pages ask for runs: start one, resume one, prepare one like another, export one; and what
// is said when a run cannot be started.
#pragma once

#include <filesystem>

#include <QObject>

#include "core/run/run_host.h"
#include "ui/shell/page.h"

namespace tunebench::ui {

class Shell;

class RunRequests : public QObject {
    Q_OBJECT

public:
    explicit RunRequests(Shell& shell);

    /// Whether something is at work already; then it is said.
    bool isRefused();
    void start(const RunConfig& config);
    void resume(const QString& name, const std::filesystem::path& folder);
    /// In Setup, to be changed there.
    void prepareLike(const RunConfig& config);
    void exportRun(const QString& runId);

private:
    void onStarted(const HostRunStarted& started);
    void showFailure(const Error& error);

    Shell& shell_;
    std::int64_t request_ = 0;
    Page askedOn_ = Page::Setup;
};

}  // namespace tunebench::ui
