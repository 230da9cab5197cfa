// Closing: nobody loses a run, or what else is under way, by closing the window: it asks, stops, saves, and
// closes when that is done.
#pragma once

#include <QObject>

class QWidget;

namespace tunebench::ui {

class Shell;

class Closing : public QObject {
    Q_OBJECT

public:
    Closing(Shell& shell, QWidget& window);

    /// Whether the window may close now. Otherwise the user was asked, and it may close by itself later.
    bool isAllowed();

private:
    bool isLossAccepted();
    bool isStopWanted();
    void closeWhenDone();

    Shell& shell_;
    QWidget& window_;
    bool closesWhenDone_ = false;
};

}  // namespace tunebench::ui
