// EstimatePanel: whether the run fits into memory, before it starts: the largest phase item by item, the
// textbook's formula beside the real bytes, and what the machine has left.
#pragma once

#include <optional>
#include <string_view>

#include "core/memory/calibration.h"
#include "core/memory/estimate.h"
#include "core/memory/fit.h"
#include "ui/widgets/card.h"

class QGridLayout;
class QLabel;
class QPushButton;

namespace tunebench::ui {

class StackedBar;
class StatusPill;

/// The look of a part of the memory (index into Colors::series), whatever else the run has beside it. `item`:
/// as MemoryItem::name.
int seriesOfItem(std::string_view item);

class EstimatePanel : public Card {
    Q_OBJECT

public:
    explicit EstimatePanel(QWidget* parent = nullptr);

    /// The sum and the verdict are of what is expected, with what finished runs took beside their estimates;
    /// the items stay as they are. A limit that was asked for is not said to be available.
    void showEstimate(const MemoryEstimate& estimate, std::uint64_t limit,
                      const MemoryCalibration& calibration = {}, bool isLimitAsked = false);
    /// What each phase takes, behind the line that names the largest. `exporting`: what may follow the run.
    void showPhases(const MemoryEstimate& estimate, const std::optional<MemoryPhase>& exporting);
    /// Nothing to estimate yet, and why.
    void showNothing(const QString& reason);

    Fit fit() const { return fit_; }

Q_SIGNALS:
    /// What fits where.
    void tableRequested();

private:
    void build();
    void fillTable(const MemoryPhase& phase);
    void showRange(std::uint64_t peak, const MemoryCalibration& calibration);
    void showCalibration(std::uint64_t peak, const MemoryCalibration& calibration);
    QLabel* addFact(const QString& name);

    StatusPill* pill_ = nullptr;
    QLabel* total_ = nullptr;
    QLabel* available_ = nullptr;
    StackedBar* bar_ = nullptr;
    QWidget* content_ = nullptr;
    QGridLayout* table_ = nullptr;
    QGridLayout* facts_ = nullptr;
    QLabel* trainable_ = nullptr;
    QLabel* checkpoint_ = nullptr;
    QLabel* textbook_ = nullptr;
    QLabel* range_ = nullptr;
    QLabel* calibration_ = nullptr;
    QLabel* nothing_ = nullptr;
    Fit fit_ = Fit::Unknown;
};

}  // namespace tunebench::ui
