// Ctrl-C, SIGTERM and a closed terminal end the program in order: main() stops and saves a run.
#pragma once

#include <QObject>

class QSocketNotifier;

namespace tunebench {

/// One a process; ends the QApplication at the first such signal.
class QuitOnSignal : public QObject {
public:
    QuitOnSignal();
    ~QuitOnSignal() override;

private:
    QSocketNotifier* notifier_ = nullptr;
};

}  // namespace tunebench
