// RecentPaths: files and folders that were used before, the newest first, kept in the settings.
#pragma once

#include <QObject>
#include <QStringList>

class QSettings;

namespace tunebench::ui {

class RecentPaths : public QObject {
    Q_OBJECT

public:
    /// The settings, which outlive it, keep them under `key`.
    RecentPaths(QSettings& settings, QString key);

    bool isEmpty() const { return stored().isEmpty(); }
    /// Those that are there; asks the disk.
    QStringList paths() const;
    /// Names of the hub, and paths that mean something else from another folder, are not kept.
    void add(const QString& path);
    void clear();

Q_SIGNALS:
    void changed();

private:
    QStringList stored() const;
    void store(const QStringList& paths);

    QSettings& settings_;
    const QString key_;
};

}  // namespace tunebench::ui
