// FittingLabel: a label that shows the longest of its texts that fits, and the shortest where none does.
#pragma once

#include <QLabel>
#include <QStringList>

namespace tunebench::ui {

class FittingLabel : public QLabel {
    Q_OBJECT

public:
    explicit FittingLabel(QWidget* parent = nullptr);

    /// The longest first; it is the tooltip too.
    void setTexts(QStringList texts);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void fit();

    QStringList texts_;
};

}  // namespace tunebench::ui
