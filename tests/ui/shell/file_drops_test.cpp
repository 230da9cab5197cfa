// A file that describes a run or a study is opened on its page, whichever page it is dropped on.
#include "ui/shell/file_drops.h"

#include <QDragEnterEvent>
#include <QDropEvent>
#include <QMimeData>
#include <QStackedWidget>
#include <QTest>
#include <QUrl>

#include "tests/support/fixtures.h"
#include "tests/ui/support/opened_window.h"
#include "tests/ui/support/watched_application.h"
#include "ui/pages/setup_page.h"
#include "ui/pages/study/plan_panel.h"
#include "ui/pages/study_page.h"
#include "ui/text/qt_text.h"
#include "ui/theme/theme.h"

using namespace tunebench;
using namespace tunebench::ui;
using ui::test::OpenedWindow;

namespace {

const std::filesystem::path kStudy =
    std::filesystem::path(TUNEBENCH_SOURCE_DIR) / "resources/samples/town.study.json";

/// Onto the page in front, beside its fields; whether somebody takes it.
bool drop(OpenedWindow& opened, const std::filesystem::path& file) {
    QWidget* target = opened.window().findChild<QStackedWidget*>()->currentWidget();
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(toQt(file))});
    const QPoint place = target->rect().center();
    QDragEnterEvent enter(place, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(target, &enter);
    if (!enter.isAccepted())
        return false;
    QDropEvent dropped(place, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(target, &dropped);
    return true;
}

std::filesystem::path writeRunFile(OpenedWindow& opened) {
    RunConfig config = tunebench::test::tiny_run(opened.folder() / "tiny", 33);
    config.general.name = "dropped";
    const auto file = opened.folder() / "dropped.tunebench.json";
    static_cast<void>(save_run_file(config, file));
    return file;
}

}  // namespace

class FileDropsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installTheme(*qApp, ThemeChoice::Light); }

    void aRunFileOpensInSetupFromEveryPage() {
        OpenedWindow opened;
        const auto file = writeRunFile(opened);
        for (const auto page : {MainWindow::Setup, MainWindow::Data, MainWindow::History, MainWindow::Study,
                                MainWindow::Playground}) {
            opened.window().setupPage()->setConfig(default_run_config());
            opened.window().showPage(page);
            QVERIFY2(drop(opened, file), qPrintable(QString::number(static_cast<int>(page))));
            QCOMPARE(opened.window().currentPage(), MainWindow::Setup);
            QCOMPARE(toQt(opened.window().setupPage()->config().general.name), QStringLiteral("dropped"));
        }
    }

    void aStudyFileOpensInStudy() {
        OpenedWindow opened;
        for (const auto page : {MainWindow::Setup, MainWindow::Live}) {
            opened.window().showPage(page);
            QVERIFY(drop(opened, kStudy));
            QCOMPARE(opened.window().currentPage(), MainWindow::Study);
            const auto* plan = opened.window().studyPage()->findChild<PlanPanel*>();
            QVERIFY(!plan->settings().methods.empty());
        }
        QVERIFY(opened.window().setupPage()->config().data.train.empty());  // it is no data
    }

    void otherFilesAreForThePageInFront() {
        OpenedWindow opened;
        const auto file = opened.folder() / "rows.jsonl";
        opened.window().showPage(MainWindow::Live);
        QVERIFY(!drop(opened, file));
        QCOMPARE(opened.window().currentPage(), MainWindow::Live);
    }
};

WATCHED_TEST_MAIN(FileDropsTest)
#include "file_drops_test.moc"
