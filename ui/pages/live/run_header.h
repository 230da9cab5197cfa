// RunHeader: what run this is, how far it is, and the buttons that steer it.
#pragma once

#include <QWidget>

#include "core/engine_api/engine.h"
#include "ui/run/run_state.h"

class QAction;
class QLabel;
class QProgressBar;
class QPushButton;

namespace tunebench::ui {

class StatusPill;

class RunHeader : public QWidget {
    Q_OBJECT

public:
    explicit RunHeader(QWidget* parent = nullptr);

    void setName(const QString& name);
    /// Between the click on Start and the first event.
    void showPreparing();
    void showState(const RunState& state);

    void pauseOrResume();
    void stop();

Q_SIGNALS:
    void commanded(const tunebench::Command& command);
    void adjustRequested();
    void againRequested();
    void exportRequested();

private:
    QPushButton* addButton(const QString& name, const QString& icon, const QString& text,
                           const QString& help);
    void buildMenu();
    void askDiscard();
    void send(const Command& command);
    void updateButtons(const RunState& state);

    QLabel* name_ = nullptr;
    StatusPill* pill_ = nullptr;
    QProgressBar* bar_ = nullptr;
    QLabel* progress_ = nullptr;
    QPushButton* pause_ = nullptr;
    QPushButton* stop_ = nullptr;
    QPushButton* more_ = nullptr;
    QPushButton* again_ = nullptr;
    QPushButton* export_ = nullptr;
    int runs_ = 0;  // that were shown
    bool isPaused_ = false;
    bool isActive_ = false;
};

}  // namespace tunebench::ui
