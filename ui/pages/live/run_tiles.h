// RunTiles: the numbers of a run that are looked at first: losses, speed, memory.
#pragma once

#include <QWidget>

#include "ui/run/run_state.h"

namespace tunebench::ui {

class StatTile;

class RunTiles : public QWidget {
    Q_OBJECT

public:
    explicit RunTiles(QWidget* parent = nullptr);

    void showState(const RunState& state);

private:
    StatTile* loss_ = nullptr;
    StatTile* validation_ = nullptr;
    StatTile* speed_ = nullptr;
    StatTile* memory_ = nullptr;
};

}  // namespace tunebench::ui
