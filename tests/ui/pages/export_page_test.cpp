// The export page by mouse and keys: run, format and folder chosen, files written and compared, and what
// cannot be written.
#include "ui/pages/export_page.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QDesktopServices>
#include <QLabel>
#include <QLineEdit>
#include <QTest>
#include <QUrl>

#include "tests/ui/support/menu_events.h"
#include "tests/ui/support/opened_window.h"
#include "tests/ui/support/stored_runs.h"
#include "tests/ui/support/watched_application.h"
#include "ui/pages/live_page.h"
#include "ui/pages/setup_page.h"
#include "ui/text/qt_text.h"
#include "ui/theme/theme.h"
#include "ui/widgets/path_edit.h"

using namespace tunebench;
using namespace tunebench::ui;
using namespace tunebench::ui::test;

namespace {

constexpr int kWaitMs = 30'000;

/// The run's id.
QString train(OpenedWindow& opened, const std::string& name) {
    opened.window().showPage(MainWindow::Setup);
    opened.openTinyRun(5, name);
    static_cast<void>(opened.startAndWaitForPoints(1) && opened.waitUntilFinished());
    return opened.window().livePage()->runId();
}

QComboBox& choice(ExportPage& page, const char* name) {
    return *page.findChild<QComboBox*>(QString::fromLatin1(name));
}

QLabel& label(ExportPage& page, const char* name) {
    return *page.findChild<QLabel*>(QString::fromLatin1(name));
}

/// Those that Export offers, in front.
ExportPage& shownPage(OpenedWindow& opened, int runs) {
    opened.window().showPage(MainWindow::Export);
    ExportPage& page = *opened.window().exportPage();
    static_cast<void>(
        QTest::qWaitFor([&] { return choice(page, "export_choice").count() == runs; }, kWaitMs));
    return page;
}

/// Takes the place of the desktop's file manager.
class Opener : public QObject {
    Q_OBJECT

public:
    Opener() { QDesktopServices::setUrlHandler(QStringLiteral("file"), this, "open"); }
    ~Opener() override { QDesktopServices::unsetUrlHandler(QStringLiteral("file")); }
    QStringList opened;

public Q_SLOTS:
    void open(const QUrl& url) { opened << url.toLocalFile(); }
};

}  // namespace

class ExportPageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installTheme(*qApp, ThemeChoice::Light); }

    void theEmptyPageLeadsToTheHistory() {
        OpenedWindow opened;
        opened.window().showPage(MainWindow::Export);
        QVERIFY(clickText(*opened.window().exportPage(), QStringLiteral("Look at the history")));
        QCOMPARE(opened.window().currentPage(), MainWindow::History);
    }

    void runFormatAndFolderAreChosenByKeys() {
        OpenedWindow opened;
        const QString first = train(opened, "first");
        const QString second = train(opened, "second");
        ExportPage& page = shownPage(opened, 2);
        QVERIFY(walkTo(choice(page, "export_choice"), first));
        const QString folder = page.folderEdit()->path();
        QVERIFY(walkTo(choice(page, "export_choice"), second));
        QVERIFY(page.folderEdit()->path() != folder);  // within the run's own
        QVERIFY(walkTo(choice(page, "export_format"), QStringLiteral("merged")));
        QVERIFY2(page.folderEdit()->path().endsWith(QStringLiteral("merged")),
                 qPrintable(page.folderEdit()->path()));
        QVERIFY2(label(page, "export_about_format").text().contains(QStringLiteral("About ")),
                 qPrintable(label(page, "export_about_format").text()));
        const auto out = opened.folder() / "mine";
        auto* line = page.findChild<QLineEdit*>(QStringLiteral("export_folder"));
        line->setFocus();
        line->selectAll();
        QTest::keyClicks(line, toQt(out));
        QVERIFY(click(page, "export"));
        QTRY_VERIFY_WITH_TIMEOUT(label(page, "export_files").isVisible(), kWaitMs);
        QVERIFY(std::filesystem::exists(out / "weights.json"));
        QVERIFY(!label(page, "export_sentence").text().isEmpty());
        const Opener opener;
        QVERIFY(clickText(page, QStringLiteral("Open folder")));
        QCOMPARE(opener.opened, QStringList(toQt(out)));
    }

    void whatCannotBeWrittenSaysWhy() {
        OpenedWindow opened;
        storeRun(opened.dataFolder(), {.name = "of a model that is gone"});
        opened.reopen();
        ExportPage& page = shownPage(opened, 1);
        QTRY_VERIFY_WITH_TIMEOUT(label(page, "export_refusals").isVisible(), kWaitMs);
        QVERIFY(!label(page, "export_refusals").text().isEmpty());
        QVERIFY(!page.findChild<QAbstractButton*>(QStringLiteral("export"))->isEnabled());
        QVERIFY(!walkTo(choice(page, "export_format"), QStringLiteral("merged")));
    }
};

WATCHED_TEST_MAIN(ExportPageTest)
#include "export_page_test.moc"
