#include "ui/pages/hub/hub_download.h"

#include <memory>

namespace tunebench::ui {
namespace {

constexpr int kPollMs = 100;

}  // namespace

HubDownload::HubDownload(DownloadRequest request, FindAccess findAccess, const DownloadProgress& kept,
                         QObject* parent)
    : QObject(parent),
      request_(std::move(request)),
      findAccess_(std::move(findAccess)),
      progress_(kept),
      shown_(kept) {
    poll_.setInterval(kPollMs);
    connect(&poll_, &QTimer::timeout, this, &HubDownload::showProgress);
}

HubDownload::~HubDownload() {
    cancel_.cancel();
}

void HubDownload::start() {
    if (state_ == DownloadState::Running)
        return;
    if (thread_.joinable())
        thread_.join();
    cancel_ = CancelToken();
    rateOfThisTry_ = {};
    rate_.reset();
    error_.reset();
    state_ = DownloadState::Running;
    poll_.start();
    thread_ = std::jthread([this, cancel = cancel_] { run(cancel); });
    Q_EMIT stateChanged();
}

void HubDownload::pause() {
    cancel_.cancel();
    Q_EMIT stateChanged();
}

void HubDownload::run(const CancelToken& cancel) {
    const auto keep = [this](const DownloadProgress& progress) {
        const std::lock_guard lock(mutex_);
        progress_ = progress;
    };
    const auto access = findAccess_();
    auto result = std::make_shared<Result<Download>>(
        access ? download_repository(*access, request_, keep, cancel) : Result<Download>(access.error()));
    // Dropped when this object is gone: its end waits for this thread.
    QMetaObject::invokeMethod(
        this, [this, result] { end(std::move(*result)); }, Qt::QueuedConnection);
}

void HubDownload::showProgress() {
    {
        const std::lock_guard lock(mutex_);
        shown_ = progress_;
    }
    if (shown_.file_count > 0)
        rate_ = rateOfThisTry_.at(shown_, std::chrono::steady_clock::now());
    Q_EMIT progressed();
}

void HubDownload::end(Result<Download> result) {
    poll_.stop();
    showProgress();
    rate_.reset();
    if (result) {
        result_ = *std::move(result);
        state_ = DownloadState::Done;
    } else if (result.error().code == ErrorCode::Cancelled) {
        state_ = DownloadState::Paused;
    } else {
        error_ = result.error();
        state_ = DownloadState::Failed;
    }
    Q_EMIT stateChanged();
}

}  // namespace tunebench::ui
