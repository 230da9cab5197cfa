// Paths that were used: their order, how many, that they stay, and that only those that are there are
// offered.
#include "ui/widgets/recent_paths.h"

#include <QDir>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "tests/ui/support/watched_application.h"

using namespace tunebench::ui;

namespace {

const QString kKey = QStringLiteral("recent/models");

/// A folder of settings and of folders to remember.
struct Disk {
    QString make(const QString& name) const {
        QDir(folder.path()).mkdir(name);
        return folder.filePath(name);
    }

    QTemporaryDir folder;
    QSettings settings{folder.filePath(QStringLiteral("window.ini")), QSettings::IniFormat};
};

}  // namespace

class RecentPathsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theNewestIsFirstAndEachIsThereOnce() {
        Disk disk;
        const QString a = disk.make(QStringLiteral("a"));
        const QString b = disk.make(QStringLiteral("b"));
        RecentPaths recent(disk.settings, kKey);
        const QSignalSpy changed(&recent, &RecentPaths::changed);
        recent.add(a);
        recent.add(b);
        recent.add(a + QLatin1Char('/'));
        QCOMPARE(recent.paths(), (QStringList{a, b}));
        QCOMPARE(changed.count(), 3);
        recent.add(a);
        QCOMPARE(changed.count(), 3);  // nothing is new
        QCOMPARE(RecentPaths(disk.settings, kKey).paths(), (QStringList{a, b}));
    }

    void whatIsGoneIsNotOfferedUntilItIsBack() {
        Disk disk;
        const QString a = disk.make(QStringLiteral("a"));
        const QString b = disk.make(QStringLiteral("b"));
        RecentPaths recent(disk.settings, kKey);
        recent.add(a);
        recent.add(b);
        QVERIFY(QDir().rmdir(b));
        QCOMPARE(recent.paths(), QStringList{a});
        disk.make(QStringLiteral("b"));
        QCOMPARE(recent.paths(), (QStringList{b, a}));
    }

    void namesOfTheHubAndNothingAreNotKept() {
        Disk disk;
        RecentPaths recent(disk.settings, kKey);
        recent.add(QStringLiteral("org/name"));
        recent.add({});
        QVERIFY(recent.isEmpty());
    }

    void onlyTheLastTenAreKept() {
        Disk disk;
        RecentPaths recent(disk.settings, kKey);
        for (int i = 0; i < 12; ++i)
            recent.add(disk.make(QString::number(i)));
        QCOMPARE(recent.paths().size(), 10);
        QCOMPARE(recent.paths().back(), disk.folder.filePath(QStringLiteral("2")));
        recent.clear();
        QVERIFY(recent.isEmpty());
    }
};

WATCHED_TEST_MAIN(RecentPathsTest)
#include "recent_paths_test.moc"
