// NumberEdit: a number that may be typed freely, wrong values included: the core's codec judges it, and its
// sentence appears beside the field. Arrow keys and buttons step; rates step by 1, 2, 5.
#pragma once

#include <QAbstractSpinBox>

#include "core/params/param_value.h"

namespace tunebench::ui {

enum class NumberStyle { Integer, Real, Scientific };

class NumberEdit : public QAbstractSpinBox {
    Q_OBJECT

public:
    explicit NumberEdit(NumberStyle style, QWidget* parent = nullptr);

    /// A number where the text is one, else the text as it stands.
    ParamValue value() const;
    void setValue(const ParamValue& value);
    /// Steps stay inside; typing is free.
    void setStepRange(double low, double high);

    void stepBy(int steps) override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void valueChanged();

protected:
    StepEnabled stepEnabled() const override;
    void wheelEvent(QWheelEvent* event) override;

private:
    QString textOf(double number) const;

    NumberStyle style_;
    double low_ = 0.0;
    double high_ = 0.0;
};

/// The next of 1, 2, 5, 10, … times a power of ten above (or below) `number` > 0.
double nextNiceNumber(double number, bool up);

}  // namespace tunebench::ui
