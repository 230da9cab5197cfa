// SetupWatch: what is worked out beside the form at every change, off the UI thread and only the latest: what
// the model holds, what stands in the way, what memory each method takes; what the data turn into; how long
// the run will be. Drafts are due a second after the last change.
#pragma once

#include <QObject>
#include <QTimer>

#include "ui/pages/setup/data_preview.h"
#include "ui/pages/setup/setup_check.h"
#include "ui/pages/setup/setup_length.h"
#include "ui/run/latest_task.h"

namespace tunebench::ui {

class SetupWatch : public QObject {
    Q_OBJECT

public:
    SetupWatch(std::filesystem::path dataFolder, QObject* parent);

    /// What the form shows at first; nothing is read before check() and lookAtData().
    void begin(const RunConfig& config) { config_ = config; }
    /// The form has changed: everything follows shortly.
    void follow(const RunConfig& config);
    /// From now on what fits is asked of that many bytes; 0: of what is available here.
    void planFor(std::uint64_t bytes);
    /// At once, of the configuration that was followed last.
    void check();
    void lookAtData();
    /// What finished runs took, after which it is checked again.
    void learn();

    /// Whether the form has changed since what was checked last.
    bool isCheckDue() const { return checkTimer_.isActive(); }
    bool isDraftDue() const { return draftTimer_.isActive(); }

Q_SIGNALS:
    void checked(const tunebench::ui::SetupCheck& check);
    /// Of what was checked last, a little later.
    void largestFound(const tunebench::ui::LargestAnswer& answer);
    void previewed(const tunebench::ui::DataPreview& preview);
    void measured(const tunebench::ui::LengthAnswer& answer);
    /// There is no model or no data: no preview and no length.
    void hasNoData();
    void draftIsDue();

private:
    void preview();
    void measure();
    void findLargest(const SetupCheck& check);

    std::filesystem::path dataFolder_;
    RunConfig config_;
    QTimer checkTimer_;
    QTimer dataTimer_;
    QTimer draftTimer_;
    LatestTask<SetupCheck> checkTask_;
    LatestTask<PreviewAnswer> previewTask_;
    LatestTask<LengthAnswer> lengthTask_;
    LatestTask<MemoryCalibrations> calibrationTask_;
    LatestTask<LargestAnswer> largestTask_;
    MemoryCalibrations calibrations_;
    std::uint64_t asked_ = 0;
    std::shared_ptr<const LoadedTokenizer> tokenizer_;
    LengthMemory memory_;
};

}  // namespace tunebench::ui
