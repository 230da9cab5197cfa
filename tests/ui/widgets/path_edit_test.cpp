#include "ui/widgets/path_edit.h"

#include <functional>

#include <QAbstractButton>
#include <QAction>
#include <QDialog>
#include <QDir>
#include <QDropEvent>
#include <QFileDialog>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QPointer>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include "tests/ui/support/watched_application.h"
#include "ui/widgets/recent_paths.h"

using namespace tunebench::ui;

namespace {

/// Does this once the widget is open that `find` gives.
void when(const std::function<QWidget*()>& find, const std::function<void(QWidget*)>& act) {
    auto* timer = new QTimer(qApp);
    QObject::connect(timer, &QTimer::timeout, timer, [=] {
        if (QWidget* found = find()) {
            timer->stop();
            timer->deleteLater();
            act(found);
        }
    });
    timer->start(20);
}

/// Of the menu that is open, which is gone afterwards. With the mouse Qt 6.8 chooses nothing in so small a
/// window.
bool chooseByAction(const QString& text) {
    const QPointer<QMenu> menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
    if (menu == nullptr)
        return false;
    for (QAction* action : menu->actions())
        if (action->text() == text) {
            action->trigger();
            menu->close();
            return QTest::qWaitFor([&] { return menu == nullptr; });
        }
    return false;
}

}  // namespace

class PathEditTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QApplication::setAttribute(Qt::AA_DontUseNativeDialogs); }

    void aFolderOfDataIsChosenThroughBrowse() {
        const QTemporaryDir folder;
        PathEdit edit(PathKind::FileOrFolder);
        edit.show();
        QVERIFY(QTest::qWaitForWindowExposed(&edit));
        when([] { return QApplication::activePopupWidget(); },
             [](QWidget* menu) {
                 QCOMPARE(qobject_cast<QMenu*>(menu)->actions().size(), 2);
                 QTest::keyClick(menu, Qt::Key_Down);
                 QTest::keyClick(menu, Qt::Key_Down);
                 QTest::keyClick(menu, Qt::Key_Return);
             });
        when([] { return QApplication::activeModalWidget(); },
             [&](QWidget* dialog) {
                 auto* files = qobject_cast<QFileDialog*>(dialog);
                 QVERIFY(files != nullptr);
                 QCOMPARE(files->fileMode(), QFileDialog::Directory);
                 files->setDirectory(folder.path());
                 qobject_cast<QDialog*>(dialog)->done(QDialog::Accepted);
             });
        QTest::mouseClick(edit.findChild<QAbstractButton*>(QStringLiteral("browse")), Qt::LeftButton);
        QTRY_COMPARE(edit.path(), folder.path());
    }

    void aDroppedFolderOrFileStaysWhatItIs() {
        const QTemporaryDir folder;
        PathEdit edit(PathKind::FileOrFolder);
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(folder.path())});
        QDragEnterEvent enter({4, 4}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&edit, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop({4, 4}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&edit, &drop);
        QCOMPARE(edit.path(), folder.path());
    }

    void whatDescribesARunOrAStudyIsNotTaken() {
        PathEdit edit(PathKind::FileOrFolder);
        for (const char* name : {"/tmp/a.tunebench.json", "/tmp/a.study.json"}) {
            QMimeData data;
            data.setUrls({QUrl::fromLocalFile(QString::fromLatin1(name))});
            QDragEnterEvent enter({4, 4}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
            QApplication::sendEvent(&edit, &enter);
            QVERIFY2(!enter.isAccepted(), name);
        }
        QVERIFY(edit.path().isEmpty());
    }

    void pathsThatWereUsedAreOfferedAndForgotten() {
        const QTemporaryDir folder;
        const QTemporaryDir other;
        QSettings settings(folder.filePath(QStringLiteral("window.ini")), QSettings::IniFormat);
        RecentPaths recent(settings, QStringLiteral("recent/models"));
        PathEdit edit(PathKind::Folder);
        edit.setRecent(recent);
        edit.show();
        QVERIFY(QTest::qWaitForWindowExposed(&edit));
        auto* button = edit.lineEdit()->findChild<QAbstractButton*>();
        QVERIFY(button != nullptr);
        QVERIFY(!button->isVisible());  // there is nothing to offer
        recent.add(other.path());
        recent.add(folder.path());
        QVERIFY(button->isVisible());
        QTest::keyClick(edit.lineEdit(), Qt::Key_Down);
        QTRY_VERIFY(QApplication::activePopupWidget() != nullptr);
        QVERIFY(chooseByAction(QDir::toNativeSeparators(other.path())));
        QCOMPARE(edit.path(), other.path());
        QTest::mouseClick(button, Qt::LeftButton);
        QVERIFY(chooseByAction(QStringLiteral("Forget these")));
        QVERIFY(!button->isVisible());
        QVERIFY(recent.isEmpty());
        QCOMPARE(edit.path(), other.path());
    }
};

WATCHED_TEST_MAIN(PathEditTest)
#include "path_edit_test.moc"
