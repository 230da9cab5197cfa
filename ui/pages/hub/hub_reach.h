// HubReach: whether the hub may be asked over the network, with what, and where its cache lies.
#pragma once

#include <atomic>

#include <QObject>

#include "ui/pages/hub/hub_desk.h"

class QSettings;

namespace tunebench::ui {

class HubReach : public QObject {
    Q_OBJECT

public:
    HubReach(HubDesk desk, QSettings& settings, QObject* parent = nullptr);

    const HubDesk& desk() const { return desk_; }
    bool isOffline() const { return isOffline_; }
    bool isOfflineByEnvironment() const;
    /// Remembered.
    void setOffline(bool isOffline);

    /// Why nobody is asked; empty: the hub can be.
    QString blockedReason() const;
    /// From any thread: reads what does not change, and the switch.
    Result<HubAccess> access() const;
    std::filesystem::path cacheFolder() const;

Q_SIGNALS:
    void changed();

private:
    const HubDesk desk_;
    QSettings& settings_;
    std::atomic<bool> isOffline_ = false;
};

}  // namespace tunebench::ui
