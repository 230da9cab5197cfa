// Ctrl-C, SIGTERM and a closed terminal end the program as closing the window does: a run is stopped and
// saved first.
#pragma once

#include <QObject>

class QSocketNotifier;

namespace tunebench {

/// One a process; quits the QApplication at the first such signal.
class QuitOnSignal : public QObject {
public:
    QuitOnSignal();
    ~QuitOnSignal() override;

private:
    QSocketNotifier* notifier_ = nullptr;
};

}  // namespace tunebench
