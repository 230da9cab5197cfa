// ZoomOrder: in which of several linked charts somebody zoomed, so that the last zoom can be undone wherever
// it was.
#pragma once

#include <vector>

#include <QObject>

namespace tunebench::ui {

class LineChart;

class ZoomOrder : public QObject {
    Q_OBJECT

public:
    explicit ZoomOrder(const std::vector<LineChart*>& charts, QObject* parent = nullptr);

    bool canUndo() const { return !zoomed_.empty(); }
    void undo();

Q_SIGNALS:
    void changed();

private:
    void forget(LineChart* chart);

    std::vector<LineChart*> zoomed_;  // the last one last
};

}  // namespace tunebench::ui
