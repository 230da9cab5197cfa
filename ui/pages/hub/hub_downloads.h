// HubDownloads: the downloads of the window, as a card that is there while there are any. Those that are not
// done are remembered, and come back paused after a restart.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "ui/pages/hub/hub_download.h"
#include "ui/widgets/card.h"

class QSettings;

namespace tunebench::ui {

class HubDownloads : public Card {
    Q_OBJECT

public:
    HubDownloads(QSettings& settings, HubDownload::FindAccess findAccess, QWidget* parent = nullptr);
    ~HubDownloads() override;

    /// Begins or goes on with it; one that is there already is not begun twice.
    void start(const DownloadRequest& request);
    /// Of one that is not done yet, whether it runs or not.
    std::optional<DownloadState> stateOf(const Repository& repository) const;
    /// One of them, at least; not one that is paused.
    bool isRunning() const;

Q_SIGNALS:
    void changed();  // one was begun, has ended, or is gone
    void finished(const QString& id);
    void useRequested(const tunebench::DownloadRequest& request);
    void discardRequested(const tunebench::Repository& repository);

private:
    struct Entry {
        std::unique_ptr<HubDownload> download;
        QWidget* row = nullptr;
        bool isCancelled = false;  // goes once its thread has let go
    };

    HubDownload& add(const DownloadRequest& request, const DownloadProgress& kept = {});
    void cancel(HubDownload* download);
    void remove(HubDownload* download);
    void discard(HubDownload* download);
    Entry* entryOf(const HubDownload* download);
    void onStateChanged(HubDownload* download);
    void restore();
    void save() const;

    QSettings& settings_;
    HubDownload::FindAccess findAccess_;
    std::vector<Entry> entries_;
};

}  // namespace tunebench::ui
