// RunQuery: a view of the history, kept up to date in a RunTableModel. Reads off the UI thread, through a
// connection of its own, what the table does not have yet; sorting, filtering and grouping what it has is
// done at once. While a run trains it takes at most a twentieth of the time of a processor.
#pragma once

#include <filesystem>
#include <optional>

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include "core/history/history.h"
#include "core/history/run_view.h"
#include "ui/run/latest_task.h"

namespace tunebench::ui {

class RunTableModel;

class RunQuery : public QObject {
    Q_OBJECT

public:
    RunQuery(std::filesystem::path database, RunTableModel& model, QObject* parent = nullptr);

    void setView(RunView view);
    const RunView& view() const { return view_; }

    /// Everything that a column may show; empty until the first answer.
    const std::vector<RunColumn>& knownColumns() const { return known_; }
    /// Runs that the view is of, those that its filter leaves out too.
    std::size_t runCount() const { return table_.size(); }
    bool hasRead() const { return hasRead_; }

    /// The history has changed: reads again, now or when it may.
    void refresh();
    /// The user has changed something in the history: the next refresh() is not put off.
    void expectChange() { isExpecting_ = true; }

Q_SIGNALS:
    /// Before and after the rows of the model are replaced.
    void aboutToChange();
    void changed();
    void failed(const tunebench::Error& error);
    /// What is wrong with the filter. While it cannot be read the one before it counts; one that asks for a
    /// column that there is not is left out.
    void filterFailed(const tunebench::Error& error);
    void filterWorks();

private:
    struct Answer {
        RunTable table = RunTable();
        std::vector<RunColumn> known = {};
        std::optional<Error> error = {};
        std::optional<Filter> where = {};  // that was asked for
        std::optional<Error> filterError = {};
    };
    struct Question {
        std::filesystem::path database = {};
        RunFilter filter = {};
        std::vector<std::string> columns = {};
        std::optional<Filter> where = {};
        RunTable known = RunTable();  // of the last answer
        std::vector<RunColumn> columnsKnown = {};
        bool isFresh = false;  // what the last answer has is right; only more columns are wanted
    };
    static Answer read(const Question& question, const CancelToken& cancel);
    static Result<void> readInto(Answer& answer, const Question& question, const CancelToken& cancel);
    void parseFilter();
    void refuse(const Filter& filter, const Error& error);
    bool isStale() const { return answeredChanges_ != changes_; }
    std::vector<std::string> wantedColumns() const;
    bool hasAll(const std::vector<std::string>& columns) const;
    void ask();
    void onAnswer(Answer answer, std::int64_t changes, bool isPart);
    void arrange();

    std::filesystem::path database_;
    RunTableModel& model_;
    RunView view_ = standard_run_view();
    std::optional<Filter> where_;    // of view_.filter, when that is right
    std::optional<Filter> refused_;  // asks for a column that there is not,
    Error refusal_;                  // which is said so
    RunTable table_ = RunTable();
    std::vector<RunColumn> known_;
    bool hasRead_ = false;
    bool isFilterRight_ = true;
    bool isReading_ = false;
    bool isExpecting_ = false;
    std::int64_t changes_ = 1;  // of the database, and of what is wanted from it
    std::int64_t answeredChanges_ = 0;
    QElapsedTimer sinceAsked_;
    qint64 pauseMs_ = 0;  // between a question and the next that nobody waits for
    QTimer later_;
    LatestTask<Answer> task_;
};

}  // namespace tunebench::ui
