// StartPanel: the button that starts the run, and the list of what stands in its way; each reason leads to
// its field.
#pragma once

#include <vector>

#include "core/run/preflight.h"
#include "ui/widgets/card.h"

class QLabel;
class QPushButton;

namespace tunebench::ui {

class StartPanel : public Card {
    Q_OBJECT

public:
    explicit StartPanel(QWidget* parent = nullptr);

    void setChecking();
    void setFindings(const std::vector<Finding>& findings);
    void setSummary(const QString& text);

    QPushButton* startButton() const { return start_; }
    bool isBlocked() const { return isBlocked_; }

Q_SIGNALS:
    void startRequested();
    void fieldRequested(const QString& field);

private:
    void addRow(const Finding& finding);

    QVBoxLayout* rows_ = nullptr;
    QPushButton* start_ = nullptr;
    QLabel* state_ = nullptr;
    bool isBlocked_ = true;
};

}  // namespace tunebench::ui
