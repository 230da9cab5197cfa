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
#include "ui/widgets/path_edit.h"

using namespace tunebench;
using namespace tunebench::ui;
using ui::test::OpenedWindow;

namespace {

const std::filesystem::path kStudy =
    std::filesystem::path(TUNEBENCH_SOURCE_DIR) / "resources/samples/town.study.json";

/// Whether somebody takes it.
bool drop(QWidget* target, const std::filesystem::path& file) {
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

/// Onto the page in front, beside its fields.
bool drop(OpenedWindow& opened, const std::filesystem::path& file) {
    return drop(opened.window().findChild<QStackedWidget*>()->currentWidget(), file);
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

    void aRunFileThatIsDroppedOnAFieldIsOpenedAndOtherFilesAreItsPath() {
        OpenedWindow opened;
        const auto file = writeRunFile(opened);
        SetupPage& setup = *opened.window().setupPage();
        opened.window().showPage(MainWindow::Setup);
        const auto fieldsOf = [&setup] { return setup.findChildren<PathEdit*>(); };
        QVERIFY(fieldsOf().size() >= 3);  // the model, what is learned, what it is held against
        for (qsizetype i = 0; i < 3; ++i) {
            setup.setConfig(default_run_config());
            PathEdit* field = fieldsOf().at(i);
            QVERIFY(drop(field, file));
            QCOMPARE(toQt(setup.config().general.name), QStringLiteral("dropped"));
        }
        PathEdit* field = fieldsOf().front();
        const auto rows = opened.folder() / "rows";
        std::filesystem::create_directories(rows);
        QVERIFY(drop(field, rows));
        QCOMPARE(field->path(), toQt(rows));
        QCOMPARE(toQt(setup.config().general.name), QStringLiteral("dropped"));
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
