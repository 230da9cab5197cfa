// PrecisionPanel: the number types beside each other: how large, how small and how exact their numbers are,
// worked out from their bits, and how fast they are here, once somebody measures it. Marks what the run uses,
// explains it, and warns of a type that makes the run slower.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include <QWidget>

#include "core/engine_api/engine.h"

class QGridLayout;
class QLabel;
class QPushButton;

namespace tunebench::ui {

class MessageBar;

class PrecisionPanel : public QWidget {
    Q_OBJECT

public:
    explicit PrecisionPanel(QWidget* parent = nullptr);

    /// Marks and explains what the run uses. The table unfolds when that becomes a 16-bit type; speeds are
    /// forgotten when the device becomes another.
    void showRun(const RunConfig& config);
    /// The answer to measureRequested(); passed over when it is about another device than the run's.
    void showSpeeds(const std::string& device, const Result<std::vector<ArithmeticRate>>& rates);
    /// A run is active: measuring has to wait.
    void setBusy(bool isBusy);

    void setOpen(bool isOpen);
    bool isOpen() const { return isOpen_; }

Q_SIGNALS:
    void measureRequested(const std::string& device);

private:
    enum Column { Name, Bytes, Largest, Smallest, Step, Speed, ColumnCount };
    struct Row {
        NumberType type = NumberType::Fp32;
        std::array<QLabel*, ColumnCount> cells = {};
    };

    static QString headingOf(int column);
    static QString helpOf(int column);
    QString cellText(NumberType type, int column) const;
    QWidget* buildTable();
    QWidget* buildMeasuring();
    void addRow(QGridLayout* grid, NumberType type);
    void measure();
    void refresh();
    void refreshRow(const Row& row);
    void refreshMeasuring();
    void refreshMessage();

    QPushButton* link_ = nullptr;
    QWidget* content_ = nullptr;  // what is folded
    QPushButton* measure_ = nullptr;
    QLabel* progress_ = nullptr;
    QLabel* explanation_ = nullptr;
    MessageBar* message_ = nullptr;
    std::vector<Row> rows_;
    PrecisionSection precision_;
    std::string device_;
    std::vector<ArithmeticRate> rates_;
    std::optional<Error> error_;
    bool isOpen_ = false;
    bool isMeasuring_ = false;
    bool isBusy_ = false;
};

}  // namespace tunebench::ui
