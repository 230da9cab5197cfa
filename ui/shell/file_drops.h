// FileDrops: a run file or a study file that is dropped anywhere on the window is opened on its page; other
// files are for the page in front.
#pragma once

#include <QObject>

class QStackedWidget;

namespace tunebench::ui {

class Shell;

class FileDrops : public QObject {
    Q_OBJECT

public:
    /// `stack` holds the pages, which are watched from when they come to the front.
    FileDrops(Shell& shell, QWidget& window, QStackedWidget& stack);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void open(const QString& file);

    Shell& shell_;
};

}  // namespace tunebench::ui
