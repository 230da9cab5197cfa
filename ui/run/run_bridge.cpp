#include "ui/run/run_bridge.h"

#include <algorithm>
#include <utility>

#include "ui/text/qt_text.h"

namespace tunebench::ui {
namespace {

constexpr int kDeliveryMs = 34;  // at most 30 a second

}  // namespace

RunBridge::RunBridge(RunHost::MakeEngine makeEngine, std::filesystem::path dataFolder, History* history,
                     QObject* parent)
    : QObject(parent),
      host_(std::make_unique<RunHost>(std::move(makeEngine), std::move(dataFolder), history, [this] {
          // On the worker thread. Queued to the timer, a member that outlives the host.
          QMetaObject::invokeMethod(
              &timer_, [this] { wake(); }, Qt::QueuedConnection);
      })) {
    timer_.setSingleShot(true);
    connect(&timer_, &QTimer::timeout, this, &RunBridge::deliver);
}

RunBridge::~RunBridge() = default;

void RunBridge::wake() {
    if (timer_.isActive())
        return;
    const qint64 elapsed = sinceDelivery_.isValid() ? sinceDelivery_.elapsed() : kDeliveryMs;
    timer_.start(static_cast<int>(std::clamp<qint64>(kDeliveryMs - elapsed, 0, kDeliveryMs)));
}

void RunBridge::deliver() {
    sinceDelivery_.start();
    QString runId;
    std::vector<RunEvent> batch;
    const auto flush = [&] {
        if (!batch.empty())
            Q_EMIT runEvents(runId, std::exchange(batch, {}));
    };
    for (auto& event : host_->take_events()) {
        Q_EMIT arrived(event);
        if (auto* runEvent = std::get_if<HostRunEvent>(&event)) {
            const QString id = toQt(runEvent->run_id);
            if (id != runId)
                flush();
            runId = id;
            batch.push_back(std::move(runEvent->event));
        } else {
            flush();
            dispatch(event);
        }
    }
    flush();
}

void RunBridge::dispatch(HostEvent& event) {
    if (const auto* started = std::get_if<HostRunStarted>(&event))
        Q_EMIT runStarted(*started);
    else if (const auto* exportReply = std::get_if<HostReply<ExportReport>>(&event))
        Q_EMIT exported(*exportReply);
    else if (const auto* progress = std::get_if<HostGenerationProgress>(&event))
        Q_EMIT generating(*progress);
    else if (const auto* generation = std::get_if<HostReply<Generation>>(&event))
        Q_EMIT generated(*generation);
    else if (const auto* modelReply = std::get_if<HostReply<ModelReport>>(&event))
        Q_EMIT inspected(*modelReply);
    else if (const auto* infoReply = std::get_if<HostReply<EngineInfo>>(&event))
        Q_EMIT engineInfo(*infoReply);
    else if (const auto* ratesReply = std::get_if<HostReply<std::vector<ArithmeticRate>>>(&event))
        Q_EMIT speedsMeasured(*ratesReply);
}

}  // namespace tunebench::ui
