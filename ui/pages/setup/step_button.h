// StepButton: a step of setting up a run: its name, how far it is, and in a line what was chosen.
#pragma once

#include <QAbstractButton>

namespace tunebench::ui {

enum class StepState { Open, Done, Remarks, Blocked };

class StepButton : public QAbstractButton {
    Q_OBJECT

public:
    StepButton(int number, const QString& title, QWidget* parent = nullptr);

    void setStep(StepState state, const QString& summary);
    StepState state() const { return state_; }
    const QString& summary() const { return summary_; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString stateText() const;

    int number_;
    StepState state_ = StepState::Open;
    QString summary_;
};

}  // namespace tunebench::ui
