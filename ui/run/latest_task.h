// LatestTask<Value>: "recompute this" off the UI thread. A value goes in, a value comes out; starting again
// cancels the one before, and only the answer of the latest is delivered, on the UI thread. The work must not
// touch widgets; it may outlive the owner, whose end drops the answer.
#pragma once

#include <functional>
#include <memory>
#include <utility>

#include <QCoreApplication>
#include <QPointer>
#include <QThreadPool>

#include "core/jobs/cancel_token.h"

namespace tunebench::ui {

template <class Value>
class LatestTask {
public:
    using Work = std::function<Value(const CancelToken&)>;
    using Deliver = std::function<void(Value)>;

    /// On the application's pool, unless the work waits for others (a network) and gets one of its own.
    explicit LatestTask(QObject* owner, QThreadPool* pool = QThreadPool::globalInstance())
        : owner_(owner), pool_(pool) {}
    ~LatestTask() { token_.cancel(); }
    LatestTask(const LatestTask&) = delete;
    LatestTask& operator=(const LatestTask&) = delete;

    void start(Work work, Deliver deliver) {
        token_.cancel();
        token_ = CancelToken();
        auto job = [owner = owner_, token = token_, work = std::move(work), deliver = std::move(deliver)] {
            if (token.is_cancelled())
                return;
            auto value = std::make_shared<Value>(work(token));
            // The application waits for the pool before it goes: a safe receiver, where the owner is not.
            QMetaObject::invokeMethod(
                QCoreApplication::instance(),
                [owner, token, value, deliver] {
                    if (owner && !token.is_cancelled())
                        deliver(std::move(*value));
                },
                Qt::QueuedConnection);
        };
        pool_->start(std::move(job));
    }

    void cancel() { token_.cancel(); }

private:
    QPointer<QObject> owner_;
    QThreadPool* pool_;
    CancelToken token_;
};

}  // namespace tunebench::ui
