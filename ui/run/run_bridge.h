// RunBridge: the process's RunHost as Qt signals on the UI thread, in order, at most 30 times a second
// however fast the worker is. Owns the host: destroying the bridge stops and saves a running session and
// joins the worker.
#pragma once

#include <memory>

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include "core/run/run_host.h"

namespace tunebench::ui {

class RunBridge : public QObject {
    Q_OBJECT

public:
    /// `history` may be null and must outlive the bridge.
    RunBridge(RunHost::MakeEngine makeEngine, std::filesystem::path dataFolder, History* history,
              QObject* parent = nullptr);
    ~RunBridge() override;

    /// For requests whose answers need no signal of their own here, and for commands.
    RunHost& host() { return *host_; }
    bool isBusy() const { return host_->is_busy(); }

Q_SIGNALS:
    /// Every event as it comes, before the signals below.
    void arrived(const tunebench::HostEvent& event);
    void runStarted(const tunebench::HostRunStarted& started);
    /// Consecutive events of one run.
    void runEvents(const QString& runId, const std::vector<tunebench::RunEvent>& events);
    void exported(const tunebench::HostReply<tunebench::ExportReport>& reply);
    void generating(const tunebench::HostGenerationProgress& progress);
    void generated(const tunebench::HostReply<tunebench::Generation>& reply);
    void inspected(const tunebench::HostReply<tunebench::ModelReport>& reply);
    void engineInfo(const tunebench::HostReply<tunebench::EngineInfo>& reply);
    void speedsMeasured(const tunebench::HostReply<std::vector<tunebench::ArithmeticRate>>& reply);

private:
    void wake();
    void deliver();
    void dispatch(HostEvent& event);

    QTimer timer_;
    QElapsedTimer sinceDelivery_;
    std::unique_ptr<RunHost> host_;  // last: joined before the rest goes
};

}  // namespace tunebench::ui
