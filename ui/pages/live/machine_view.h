// MachineView: what the machine did while the run trained: processors, memory and a GPU; and any other metric
// of the run.
#pragma once

#include <optional>
#include <vector>

#include <QWidget>

#include "ui/pages/live/curve_feed.h"
#include "ui/text/memory_unit.h"

namespace tunebench::ui {

class ComboEdit;
class LineChart;

class MachineView : public QWidget {
    Q_OBJECT

public:
    explicit MachineView(QWidget* parent = nullptr);

    void showState(const RunState& state, PlaceKind kind);

    std::vector<LineChart*> charts() const { return {processors_, memory_, other_}; }

Q_SIGNALS:
    void otherChosen();  // showState() shows it

private:
    struct Fed {
        CurveFeed feed;
        std::string metric;
    };

    LineChart* addChart(const QString& title);
    void feed(LineChart* chart, const QString& name, int color, const char* metric, double unit);
    void addGpu(const RunState& state);
    void buildOther();
    void chooseOther();
    void offer(const RunState& state);
    std::string otherMetric() const;
    void setMemoryUnit(const MemoryUnit& unit);
    void setOtherUnit(const MemoryUnit& unit);

    LineChart* processors_ = nullptr;
    LineChart* memory_ = nullptr;
    LineChart* other_ = nullptr;
    ComboEdit* metrics_ = nullptr;
    std::vector<Fed> feeds_;
    MemoryUnit memoryUnit_;  // bytes until something is shown
    MemoryUnit otherUnit_;
    std::optional<CurveFeed> otherFeed_;
};

}  // namespace tunebench::ui
