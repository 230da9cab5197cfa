// SetupSide: beside the form: the button that starts the run, how long it will be, and whether it fits into
// memory.
#pragma once

#include <QScrollArea>

#include "ui/pages/setup/setup_check.h"
#include "ui/pages/setup/setup_length.h"

namespace tunebench::ui {

class EstimatePanel;
class FitSuggestions;
class LargestList;
class LengthPanel;
class MemorySizeEdit;
class StartPanel;

class SetupSide : public QScrollArea {
    Q_OBJECT

public:
    explicit SetupSide(QWidget* parent = nullptr);

    void showCheck(const SetupCheck& check);
    void showLargest(const LargestAnswer& answer);
    /// Draws attention to it, and scrolls there.
    void flashEstimate();

    EstimatePanel* estimate() const { return estimate_; }
    MemorySizeEdit* memorySize() const { return memorySize_; }
    FitSuggestions* suggestions() const { return suggestions_; }
    LargestList* largest() const { return largest_; }
    LengthPanel* length() const { return length_; }
    StartPanel* start() const { return start_; }

private:
    EstimatePanel* estimate_ = nullptr;
    MemorySizeEdit* memorySize_ = nullptr;
    FitSuggestions* suggestions_ = nullptr;
    LargestList* largest_ = nullptr;
    LengthPanel* length_ = nullptr;
    StartPanel* start_ = nullptr;
};

}  // namespace tunebench::ui
