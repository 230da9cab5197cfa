// InterruptedWork: offers in the window's message what did not end when the program last did: a study, or
// else the newest of the runs.
#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include <QObject>

#include "core/run/run_config.h"
#include "core/study/plan/study_settings.h"
#include "ui/run/latest_task.h"

namespace tunebench::ui {

class Shell;

class InterruptedWork : public QObject {
    Q_OBJECT

public:
    explicit InterruptedWork(Shell& shell);

    /// Off the UI thread; an offer follows unless there is something else to say by then.
    void lookForIt();

private:
    struct Found {
        struct Study {
            std::filesystem::path folder = {};
            std::string name = {};
        };
        struct Run {
            std::filesystem::path folder = {};
            std::string name = {};
        };
        std::optional<Study> study = {};  // before its single runs: it goes on with the one that was at work
        std::optional<Run> run = {};
        std::size_t runCount = 0;
    };

    static Found find(const std::filesystem::path& dataFolder);
    void offer(const Found& found);
    void offerStudy(const Found::Study& study);
    void offerRun(const Found::Run& run, std::size_t count);

    Shell& shell_;
    LatestTask<Found> task_;
};

}  // namespace tunebench::ui
