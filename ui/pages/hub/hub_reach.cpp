#include "ui/pages/hub/hub_reach.h"

#include <QSettings>

#include "core/hub/hub.h"
#include "ui/text/qt_text.h"

namespace tunebench::ui {
namespace {

constexpr char kOfflineSetting[] = "hub/offline";

}  // namespace

HubReach::HubReach(HubDesk desk, QSettings& settings, QObject* parent)
    : QObject(parent), desk_(std::move(desk)), settings_(settings) {
    isOffline_ = isOfflineByEnvironment() || settings_.value(QLatin1String(kOfflineSetting)).toBool();
}

bool HubReach::isOfflineByEnvironment() const {
    return offline_variable(desk_.environment).has_value();
}

void HubReach::setOffline(bool isOffline) {
    isOffline_ = isOffline;
    settings_.setValue(QLatin1String(kOfflineSetting), isOffline);
    Q_EMIT changed();
}

QString HubReach::blockedReason() const {
    if (!has_hub())
        return tr("This Tunebench was built without the hub: what lies in the cache can be used.");
    if (isOffline_)
        return tr("The offline switch is on: nobody is asked.");
    return {};
}

Result<HubAccess> HubReach::access() const {
    TRY(auto found, find_hub_access(desk_.environment, desk_.keyring.look_up, isOffline_));
    if (found.access.settings.offline)
        return Error{.code = ErrorCode::Unsupported,
                     .message = tr("The hub is not asked: the offline switch is on.").toStdString(),
                     .hint = tr("Turn it off at the top of the page Hub, or unset %1.")
                                 .arg(toQt(offline_variable(desk_.environment).value_or("HF_HUB_OFFLINE")))
                                 .toStdString()};
    return std::move(found.access);
}

std::filesystem::path HubReach::cacheFolder() const {
    const auto settings = hub_settings(desk_.environment);
    return settings ? settings->cache : std::filesystem::path();
}

}  // namespace tunebench::ui
