// HubDownload: one download on a thread of its own, seen from the window's thread.
#pragma once

#include <mutex>
#include <optional>
#include <thread>

#include <QObject>
#include <QTimer>

#include "core/hub/download_rate.h"
#include "core/hub/hub.h"

namespace tunebench::ui {

enum class DownloadState { Running, Paused, Done, Failed };

class HubDownload : public QObject {
    Q_OBJECT

public:
    /// Finds settings and token; called on the download's thread.
    using FindAccess = std::function<Result<HubAccess>()>;

    /// Paused at first, `kept` being how far it came in another session.
    HubDownload(DownloadRequest request, FindAccess findAccess, const DownloadProgress& kept = {},
                QObject* parent = nullptr);
    ~HubDownload() override;  // pauses it, and waits until it has let go

    void start();
    /// What has come stays, and start() goes on with it. The state changes once the thread has let go.
    void pause();

    const DownloadRequest& request() const { return request_; }
    DownloadState state() const { return state_; }
    bool isPausing() const { return state_ == DownloadState::Running && cancel_.is_cancelled(); }
    const DownloadProgress& progress() const { return shown_; }
    const std::optional<DownloadRate::Rate>& rate() const { return rate_; }
    const std::optional<Error>& error() const { return error_; }  // of Failed
    const Download& result() const { return result_; }            // of Done

Q_SIGNALS:
    void progressed();  // ten times a second at most
    void stateChanged();

private:
    void run(const CancelToken& cancel);
    void end(Result<Download> result);
    void showProgress();

    const DownloadRequest request_;
    const FindAccess findAccess_;
    std::mutex mutex_;
    DownloadProgress progress_ = {};  // guarded by mutex_

    // Of the window's thread.
    DownloadState state_ = DownloadState::Paused;
    CancelToken cancel_;
    DownloadProgress shown_ = {};
    DownloadRate rateOfThisTry_;
    std::optional<DownloadRate::Rate> rate_ = {};
    std::optional<Error> error_ = {};
    Download result_ = {};
    QTimer poll_;
    std::jthread thread_;  // last: it uses the rest
};

}  // namespace tunebench::ui
