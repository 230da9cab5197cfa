// ResultsPanel: what a study has found so far: the verdict in words, the tables of its report, charts of what
// its settings do; and the report as a file.
#pragma once

#include <QWidget>

#include "ui/run/study_runner.h"

class QLabel;
class QPushButton;
class QScrollArea;

namespace tunebench::ui {

class DocumentView;
class MessageBar;

class ResultsPanel : public QWidget {
    Q_OBJECT

public:
    explicit ResultsPanel(StudyRunner& runner, QWidget* parent = nullptr);

    DocumentView* view() const { return view_; }
    /// The kind follows from the ending; what goes wrong is said here.
    void saveReport(const QString& file);

private:
    QWidget* buildHeader();
    void updateButtons();
    void showReport();
    void chooseFile();
    void openFolder();

    StudyRunner& runner_;
    MessageBar* message_ = nullptr;
    QLabel* summary_ = nullptr;
    QPushButton* save_ = nullptr;
    QPushButton* open_ = nullptr;
    QScrollArea* scroll_ = nullptr;
    DocumentView* view_ = nullptr;
};

}  // namespace tunebench::ui
