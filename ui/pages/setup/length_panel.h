// LengthPanel: what the run will take in steps, tokens and time, kept up with the form.
#pragma once

#include "ui/pages/setup/setup_length.h"
#include "ui/widgets/card.h"

class QGridLayout;
class QLabel;

namespace tunebench::ui {

class LengthPanel : public Card {
    Q_OBJECT

public:
    explicit LengthPanel(QWidget* parent = nullptr);

    void showLength(const RunConfig& config, const LengthAnswer& answer);
    /// Nothing to work out yet, and why.
    void showNothing(const QString& reason);

private:
    QLabel* addFact(const QString& name, const char* objectName);

    QWidget* content_ = nullptr;
    QGridLayout* facts_ = nullptr;
    QLabel* examples_ = nullptr;
    QLabel* steps_ = nullptr;
    QLabel* tokens_ = nullptr;
    QLabel* time_ = nullptr;
    QLabel* source_ = nullptr;  // of the time
    QLabel* nothing_ = nullptr;
};

}  // namespace tunebench::ui
