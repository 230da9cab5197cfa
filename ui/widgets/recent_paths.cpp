#include "ui/widgets/recent_paths.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include <QDir>
#include <QFileInfo>
#include <QSettings>

namespace tunebench::ui {
namespace {

constexpr qsizetype kMostRecentPaths = 10;

}  // namespace

RecentPaths::RecentPaths(QSettings& settings, QString key) : settings_(settings), key_(std::move(key)) {}

QStringList RecentPaths::paths() const {
    QStringList present;
    std::ranges::copy_if(stored(), std::back_inserter(present),
                         [](const QString& path) { return QFileInfo::exists(path); });
    return present;
}

void RecentPaths::add(const QString& path) {
    if (!QDir::isAbsolutePath(path))
        return;
    const QString clean = QDir::cleanPath(path);
    QStringList paths = stored();
    paths.removeAll(clean);
    paths.prepend(clean);
    store(paths.mid(0, kMostRecentPaths));
}

void RecentPaths::clear() {
    store({});
}

QStringList RecentPaths::stored() const {
    return settings_.value(key_).toStringList();
}

void RecentPaths::store(const QStringList& paths) {
    if (paths == stored())
        return;
    settings_.setValue(key_, paths);
    Q_EMIT changed();
}

}  // namespace tunebench::ui
