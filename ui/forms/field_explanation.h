// FieldExplanation: what a field is and what turning it up does to memory, time and quality, at length; one
// at a time in a form, below the row of its field.
#pragma once

#include <QFrame>

#include "core/params/param_spec.h"

class QLabel;

namespace tunebench::ui {

class FieldExplanation : public QFrame {
    Q_OBJECT

public:
    explicit FieldExplanation(QWidget* parent = nullptr);

    /// `section` of the run file, for the name that --set takes; may be empty.
    void explain(const ParamSpec& spec, const std::string& section);
    QString text() const;  // all that it says

Q_SIGNALS:
    void closed();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QLabel* title_ = nullptr;
    QLabel* help_ = nullptr;
    QLabel* details_ = nullptr;
    QLabel* facts_ = nullptr;
};

}  // namespace tunebench::ui
