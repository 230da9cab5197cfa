// What somebody does who has never seen the window: from an empty profile to a finished run on the sample,
// and on a model and a table of their own.
#include <fstream>

#include <QElapsedTimer>
#include <QLineEdit>
#include <QTest>

#include "tests/support/fixtures.h"
#include "tests/ui/support/opened_window.h"
#include "tests/ui/support/watched_application.h"
#include "ui/pages/live_page.h"
#include "ui/pages/setup/sample_files.h"
#include "ui/pages/setup_page.h"
#include "ui/text/qt_text.h"
#include "ui/theme/theme.h"
#include "ui/widgets/path_edit.h"
#include "ui/widgets/path_list_edit.h"

using namespace tunebench;
using namespace tunebench::ui;
using ui::test::click;
using ui::test::OpenedWindow;

namespace {

constexpr qint64 kMostSampleMs = 120'000;

void type(QLineEdit& line, const std::filesystem::path& path) {
    line.setFocus();
    line.selectAll();
    QTest::keyClicks(&line, toQt(path));
}

/// As a spreadsheet writes it.
void writeTable(const std::filesystem::path& file) {
    std::ofstream out(file);
    out << "prompt,completion\r\n";
    for (int row = 0; row < 40; ++row)
        out << "\"Where is house " << row << ", please?\",\"In street " << row % 7 << "\"\r\n";
}

}  // namespace

class FirstRunTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installTheme(*qApp, ThemeChoice::Light); }

    void theSampleIsTwoClicksAway() {
        QVERIFY(findSampleRun());
        OpenedWindow opened;
        QElapsedTimer clock;
        clock.start();
        QVERIFY(click(opened.window(), "use_sample"));
        QVERIFY(opened.waitUntilStartable());
        QVERIFY(click(opened.window(), "start"));
        QVERIFY(opened.waitUntilFinished());
        QVERIFY(opened.window().livePage()->state().finished->cause == ExitCause::Completed);
        QVERIFY(clock.elapsed() < kMostSampleMs);
    }

    void anOwnModelAndTableAreTwoFieldsAndAClick() {
        OpenedWindow opened;
        const auto model = opened.folder() / "my model";
        const auto table = opened.folder() / "my table.csv";
        tunebench::test::write_tiny_model(model);
        writeTable(table);
        SetupPage& setup = *opened.window().setupPage();
        auto* path = setup.findChild<PathEdit*>(QStringLiteral("path"));
        auto* train = setup.findChild<PathListEdit*>();
        QVERIFY(path != nullptr && train != nullptr);
        type(*path->lineEdit(), model);
        type(*train->findChild<PathEdit*>()->lineEdit(), table);
        QCOMPARE(setup.config().model.path, model.string());
        QCOMPARE(setup.config().data.train.size(), std::size_t{1});
        QCOMPARE(setup.config().data.train.front().path, table.string());
        QVERIFY(opened.waitUntilStartable());
        QVERIFY(click(opened.window(), "start"));
        QVERIFY(opened.waitUntilFinished());
        QVERIFY(opened.window().livePage()->state().finished->cause == ExitCause::Completed);
    }
};

WATCHED_TEST_MAIN(FirstRunTest)
#include "first_run_test.moc"
