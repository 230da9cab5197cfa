// RunNotes: name, tags and notes of one run; what is typed is kept at once.
#pragma once

#include <QTimer>
#include <QWidget>

#include "core/history/history.h"

class QCheckBox;
class QLineEdit;
class QPlainTextEdit;

namespace tunebench::ui {

class RunNotes : public QWidget {
    Q_OBJECT

public:
    /// `history` may be null: then nothing can be edited.
    explicit RunNotes(History* history, QWidget* parent = nullptr);
    ~RunNotes() override;

    void showRun(const RunSummary* run);  // null: none

private:
    void takeChanges(const RunSummary& run);
    void save();

    History* history_;
    RunSummary run_;
    RunSummary told_;  // by the history, last
    QLineEdit* name_ = nullptr;
    QLineEdit* tags_ = nullptr;
    QPlainTextEdit* notes_ = nullptr;
    QCheckBox* archived_ = nullptr;
    QTimer timer_;
};

}  // namespace tunebench::ui
