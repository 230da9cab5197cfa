#include "ui/pages/setup/setup_watch.h"

#include "core/history/history.h"
#include "core/run/memory_calibration.h"

namespace tunebench::ui {
namespace {

constexpr int kCheckMs = 100;
constexpr int kDataMs = 250;
constexpr int kDraftMs = 1000;

}  // namespace

SetupWatch::SetupWatch(std::filesystem::path dataFolder, QObject* parent)
    : QObject(parent),
      dataFolder_(std::move(dataFolder)),
      config_(default_run_config()),
      checkTask_(this),
      previewTask_(this),
      lengthTask_(this),
      calibrationTask_(this),
      largestTask_(this) {
    for (auto [timer, interval] :
         {std::pair{&checkTimer_, kCheckMs}, {&dataTimer_, kDataMs}, {&draftTimer_, kDraftMs}}) {
        timer->setSingleShot(true);
        timer->setInterval(interval);
    }
    connect(&checkTimer_, &QTimer::timeout, this, &SetupWatch::check);
    connect(&dataTimer_, &QTimer::timeout, this, &SetupWatch::lookAtData);
    connect(&draftTimer_, &QTimer::timeout, this, &SetupWatch::draftIsDue);
}

void SetupWatch::follow(const RunConfig& config) {
    config_ = config;
    checkTimer_.start();
    dataTimer_.start();
    draftTimer_.start();
}

void SetupWatch::planFor(std::uint64_t bytes) {
    asked_ = bytes;
    check();
}

void SetupWatch::check() {
    checkTask_.start(
        [config = config_, folder = dataFolder_, calibrations = calibrations_,
         asked = asked_](const CancelToken&) {
            auto check = checkSetup(config, folder, calibrations);
            check.asked_bytes = asked;
            return check;
        },
        [this](const SetupCheck& check) {
            Q_EMIT checked(check);
            findLargest(check);
        });
}

void SetupWatch::findLargest(const SetupCheck& check) {
    largestTask_.start([check, config = config_](const CancelToken&) { return largestOf(check, config); },
                       [this](const LargestAnswer& answer) { Q_EMIT largestFound(answer); });
}

void SetupWatch::learn() {
    calibrationTask_.start([folder = dataFolder_](const CancelToken&) { return memory_calibrations(folder); },
                           [this](const MemoryCalibrations& calibrations) {
                               if (calibrations == calibrations_)
                                   return;
                               calibrations_ = calibrations;
                               check();
                           });
}

void SetupWatch::lookAtData() {
    if (config_.model.path.empty() || config_.data.train.empty()) {
        previewTask_.cancel();
        lengthTask_.cancel();
        Q_EMIT hasNoData();
        return;
    }
    preview();
    measure();
}

void SetupWatch::preview() {
    previewTask_.start([config = config_, tokenizer = tokenizer_](
                           const CancelToken& cancel) { return previewData(config, tokenizer, cancel); },
                       [this](const PreviewAnswer& answer) {
                           tokenizer_ = answer.tokenizer;
                           Q_EMIT previewed(answer.preview);
                       });
}

void SetupWatch::measure() {
    lengthTask_.start([config = config_, memory = memory_, history = History::database_path(dataFolder_)](
                          const CancelToken& cancel) { return lengthOf(config, memory, history, cancel); },
                      [this](const LengthAnswer& answer) {
                          memory_ = answer.memory;
                          Q_EMIT measured(answer);
                      });
}

}  // namespace tunebench::ui
