// FitCellButton: what a method needs in a precision, as a number and a bar of its share of the memory; a
// click chooses it.
#pragma once

#include <QAbstractButton>

#include "core/memory/fit.h"
#include "core/memory/fit_table.h"

namespace tunebench::ui {

class FitCellButton : public QAbstractButton {
    Q_OBJECT

public:
    /// `title` says what it is of: "LoRA, NF4 base".
    FitCellButton(const FitCell& cell, const QString& title, QWidget* parent = nullptr);

    void setLimit(std::uint64_t bytes);
    Fit fit() const { return fit_; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QColor barColor() const;
    void describe();

    FitCell cell_;
    QString title_;
    std::uint64_t limit_ = 0;
    Fit fit_ = Fit::Unknown;
};

}  // namespace tunebench::ui
