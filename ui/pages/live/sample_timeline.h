// SampleTimeline: the answers to the run's prompts as it learns: all of them step by step, or those to one
// prompt below each other.
#pragma once

#include <QWidget>

#include "ui/run/run_state.h"

namespace tunebench::ui {

class ComboEdit;
class SamplesView;

class SampleTimeline : public QWidget {
    Q_OBJECT

public:
    explicit SampleTimeline(QWidget* parent = nullptr);

    void showState(const RunState& state);

private:
    void offer(const RunState& state);

    ComboEdit* prompts_ = nullptr;
    SamplesView* answers_ = nullptr;
};

}  // namespace tunebench::ui
