// The data page through the real window: what the doctor finds, and the rows as the model sees them.
#include "ui/pages/data_page.h"

#include <fstream>

#include <QAbstractButton>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QScrollArea>
#include <QTest>

#include "tests/ui/support/opened_window.h"
#include "tests/ui/support/watched_application.h"
#include "ui/charts/bar_chart.h"
#include "ui/pages/data/finding_list.h"
#include "ui/pages/data/health_cards.h"
#include "ui/pages/data/row_browser.h"
#include "ui/pages/setup_page.h"
#include "ui/text/qt_text.h"
#include "ui/theme/theme.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/seen_row_view.h"

using namespace tunebench;
using namespace tunebench::ui;
using ui::test::click;
using ui::test::OpenedWindow;

namespace {

constexpr int kWaitMs = 30'000;

void write(const std::filesystem::path& file, const std::string& text) {
    std::ofstream(file, std::ios::binary) << text;
}

std::string pair(const std::string& prompt, const std::string& completion) {
    return R"({"prompt": ")" + prompt + R"(", "completion": ")" + completion + "\"}\n";
}

/// The tiny run with these rows to learn from.
RunConfig runOn(OpenedWindow& opened, const std::string& rows) {
    opened.openTinyRun(10);
    RunConfig config = opened.window().setupPage()->config();
    const auto file = opened.folder() / "rows.jsonl";
    write(file, rows);
    config.data.train = {file.string()};
    config.data.validation.clear();
    config.data.validation_share = 0;
    config.data.columns.clear();
    config.data.max_length = 64;
    config.data.packing = true;
    return config;
}

DataPage& openData(OpenedWindow& opened) {
    static_cast<void>(QTest::qWaitForWindowActive(&opened.window()));  // it alone has the focus
    static_cast<void>(click(opened.window(), "go_data"));
    return *opened.window().dataPage();
}

bool waitUntilDone(DataPage& page) {
    return QTest::qWaitFor([&] { return !page.isBusy(); }, kWaitMs) &&
           QTest::qWaitFor([&] { return page.browser()->view()->tokenCount() > 0; }, kWaitMs);
}

QString textsOf(const QWidget& parent) {
    QStringList texts;
    for (const QLabel* label : parent.findChildren<QLabel*>())
        texts << label->text();
    return texts.join(QLatin1Char('\n'));
}

}  // namespace

class DataPageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installTheme(*qApp, ThemeChoice::Light); }

    void withoutDataItSaysWhatToDoAndLeadsThere() {
        OpenedWindow opened;
        DataPage& page = openData(opened);
        QCOMPARE(opened.window().currentPage(), MainWindow::Data);
        auto* empty = page.findChild<EmptyState*>();
        QVERIFY(empty->isVisible());
        // As on other pages, without a title above.
        QVERIFY(!page.findChild<QWidget*>(QStringLiteral("examine_again"))->parentWidget()->isVisible());
        QTest::mouseClick(empty->findChild<QAbstractButton*>(), Qt::LeftButton);
        QCOMPARE(opened.window().currentPage(), MainWindow::Setup);
    }

    void rowsOfOneFileAreNamedTogether() {
        RowGroup rows;
        rows.add({.file = "/a/town.jsonl", .line = 3});
        QCOMPARE(placesText(rows), QStringLiteral("town.jsonl line 3"));
        rows.add({.file = "/a/town.jsonl", .line = 5});
        QCOMPARE(placesText(rows), QStringLiteral("town.jsonl lines 3, 5"));
        rows.add({.file = "/a/more.parquet", .line = 2, .unit = "row"});
        rows.add({.file = "/a/whole.txt"});
        QCOMPARE(placesText(rows), QStringLiteral("town.jsonl lines 3, 5; more.parquet row 2; whole.txt"));
    }

    void badRowsAreNamedWithLineAndRemedy() {
        OpenedWindow opened;
        std::string rows;
        for (int i = 0; i < 12; ++i)
            rows += pair("name: house " + std::to_string(i), "House.");
        rows += "{\"prompt\": oops}\n" + pair("a", std::string(200, 'b')) + pair("name: house 3", "House.");
        opened.window().setupPage()->setConfig(runOn(opened, rows));
        DataPage& page = openData(opened);
        QVERIFY(QTest::qWaitFor([&] { return !page.isBusy(); }, kWaitMs));
        auto* refused = page.findChild<QWidget*>(QStringLiteral("finding:refused"));
        QVERIFY(refused != nullptr);
        QVERIFY2(textsOf(*refused).contains(QStringLiteral("rows.jsonl line 13")),
                 qPrintable(textsOf(*refused)));
        QVERIFY(refused->accessibleName().startsWith(QStringLiteral("Stops the run: ")));
        QVERIFY(!refused->accessibleDescription().isEmpty());
        auto* repeated = page.findChild<QWidget*>(QStringLiteral("finding:repeated"));
        QVERIFY(repeated != nullptr);
        QVERIFY(textsOf(*repeated).contains(QStringLiteral("rows.jsonl line 15")));
        // What trains stops at the bad row, and so does the view of it, in the same words.
        QVERIFY(page.browser()->findChild<MessageBar*>()->message().contains(QStringLiteral("line 13")));
    }

    void aFindingLeadsToTheSettingThatHelps() {
        OpenedWindow opened;
        opened.window().setupPage()->setConfig(
            runOn(opened, pair("a", "b") + pair("c", std::string(200, 'b'))));
        DataPage& page = openData(opened);
        QVERIFY(waitUntilDone(page));
        auto* truncated = page.findChild<QWidget*>(QStringLiteral("finding:truncated"));
        QVERIFY(truncated != nullptr);
        auto* link = truncated->findChild<QAbstractButton*>();
        link->setFocus();
        QTest::keyClick(link, Qt::Key_Space);
        QCOMPARE(opened.window().currentPage(), MainWindow::Setup);
        auto* field = opened.window().setupPage()->findChild<QWidget*>(QStringLiteral("max_length"));
        QTRY_VERIFY(field->hasFocus() || field->isAncestorOf(QApplication::focusWidget()));
    }

    void lengthsAreDrawnWithTheLimit() {
        OpenedWindow opened;
        opened.window().setupPage()->setConfig(
            runOn(opened, pair("a", "b") + pair("c", std::string(200, 'b'))));
        DataPage& page = openData(opened);
        QVERIFY(waitUntilDone(page));
        auto* chart = page.findChild<BarChart*>(QStringLiteral("lengths_chart"));
        double examples = 0;
        for (const Bar& bar : chart->bars())
            examples += bar.value;
        QCOMPARE(examples, 2.0);
        QVERIFY(chart->bars().back().isMarked);
        QVERIFY(!chart->bars().front().isMarked);
        QVERIFY(!chart->accessibleDescription().isEmpty());
        QVERIFY(page.findChild<QLabel*>(QStringLiteral("percentiles"))->text().contains("median"));
        QVERIFY(!page.findChild<BarChart*>(QStringLiteral("labels_chart"))->isVisible());
    }

    void theLimitLiesWhereItsLengthDoes() {
        LengthStatistics lengths;
        lengths.histogram = {{16, 1}, {32, 1}, {64, 1}};
        QCOMPARE(placeInHistogram(8, lengths), 0.0);
        QCOMPARE(placeInHistogram(16, lengths), 0.5);
        QCOMPARE(placeInHistogram(32, lengths), 1.5);
        QCOMPARE(placeInHistogram(64, lengths), 2.5);
    }

    void rowsAreBrowsedWithButtonsAndByNumber() {
        OpenedWindow opened;
        std::string rows;
        for (int i = 0; i < 30; ++i)
            rows += pair("name: house " + std::to_string(i), "House " + std::to_string(i) + ".");
        opened.window().setupPage()->setConfig(runOn(opened, rows));
        DataPage& page = openData(opened);
        QVERIFY(waitUntilDone(page));
        RowBrowser& browser = *page.browser();
        QCOMPARE(browser.row(), 0);
        QVERIFY(browser.view()->row().examples.size() > 1);  // packed
        QVERIFY(!browser.findChild<QAbstractButton*>(QStringLiteral("previous_row"))->isEnabled());
        QVERIFY(click(browser, "next_row"));
        QCOMPARE(browser.row(), 1);
        QTRY_COMPARE(browser.view()->row().row, 1);
        auto* number = browser.findChild<QLineEdit*>(QStringLiteral("row_number"));
        number->setFocus();
        number->selectAll();
        QTest::keyClicks(number, QStringLiteral("3"));
        QTest::keyClick(number, Qt::Key_Return);
        QCOMPARE(browser.row(), 2);
        number->selectAll();
        QTest::keyClicks(number, QStringLiteral("99999"));
        QTest::keyClick(number, Qt::Key_Return);
        QVERIFY(browser.row() < 30);
        QVERIFY(!browser.findChild<QAbstractButton*>(QStringLiteral("next_row"))->isEnabled());
        QTRY_COMPARE(browser.view()->row().row, browser.row());
        number->selectAll();
        QTest::keyClicks(number, QStringLiteral("nonsense"));
        QTest::keyClick(number, Qt::Key_Return);
        QCOMPARE(browser.row(), 0);
        QVERIFY(click(browser, "next_row"));
        QVERIFY(click(browser, "previous_row"));
        QCOMPARE(browser.row(), 0);
    }

    void tokensAreToldUnderTheMouseAndTheArrowKeys() {
        OpenedWindow opened;
        opened.window().setupPage()->setConfig(
            runOn(opened, pair("name: a", "House a.") + pair("name: b", "House b.")));
        DataPage& page = openData(opened);
        QVERIFY(waitUntilDone(page));
        SeenRowView& view = *page.browser()->view();
        auto* detail = page.findChild<QLabel*>(QStringLiteral("token_detail"));
        view.setFocus(Qt::TabFocusReason);
        QTRY_VERIFY(view.current().has_value());
        QCOMPARE(*view.current(), std::size_t{0});
        QVERIFY(detail->text().contains(QStringLiteral("position 0")));
        QTest::keyClick(&view, Qt::Key_Right);
        QCOMPARE(*view.current(), std::size_t{1});
        QTest::keyClick(&view, Qt::Key_End);
        QCOMPARE(*view.current(), view.tokenCount() - 1);
        QVERIFY(detail->text().contains(QStringLiteral("learned")));
        QVERIFY(detail->text().contains(QStringLiteral("example 2 of 2")));
        QCOMPARE(view.accessibleDescription(), detail->text());
        QTest::keyClick(&view, Qt::Key_Home);
        QTest::keyClick(&view, Qt::Key_Down);
        QVERIFY(view.tokenRect(*view.current()).top() > view.tokenRect(0).top());
        QTest::keyClick(&view, Qt::Key_Up);
        QCOMPARE(view.tokenRect(*view.current()).top(), view.tokenRect(0).top());
        page.findChild<QScrollArea*>()->ensureWidgetVisible(view.viewport());
        QTest::mouseMove(view.viewport(), view.tokenRect(2).center());
        QTRY_COMPARE(*view.current(), std::size_t{2});
    }

    void positionsRestartAndOnlyAnswersAreLearned() {
        OpenedWindow opened;
        opened.window().setupPage()->setConfig(
            runOn(opened, pair("name: a", "House a.") + pair("name: b", "House b.")));
        DataPage& page = openData(opened);
        QVERIFY(waitUntilDone(page));
        const SeenRow& row = page.browser()->view()->row();
        QCOMPARE(row.examples.size(), std::size_t{2});
        for (const auto& example : row.examples) {
            QCOMPARE(example.tokens.front().position, 0);
            QVERIFY(!example.tokens.front().is_learned);
            QVERIFY(example.tokens.back().is_learned);
        }
    }

    void numbersCanBeHidden() {
        OpenedWindow opened;
        opened.window().setupPage()->setConfig(runOn(opened, pair("name: a", "House a.")));
        DataPage& page = openData(opened);
        QVERIFY(waitUntilDone(page));
        const int height = page.browser()->view()->tokenRect(0).height();
        QVERIFY(click(page, "show_numbers"));
        QVERIFY(page.browser()->view()->tokenRect(0).height() < height);
    }

    void anExaminationCanBeCancelledAndDoneAgain() {
        OpenedWindow opened;
        std::string rows;
        for (int i = 0; i < 60'000; ++i)
            rows += pair("name: house " + std::to_string(i), "House.");
        opened.window().setupPage()->setConfig(runOn(opened, rows));
        DataPage& page = openData(opened);
        QVERIFY(QTest::qWaitFor([&] { return page.findChild<QProgressBar*>()->isVisible(); }, kWaitMs));
        QVERIFY(click(page, "cancel_examination"));
        QVERIFY(!page.isBusy());
        QVERIFY(page.findChild<MessageBar*>()->message().contains(QStringLiteral("cancelled")));
        QVERIFY(click(page, "examine_again"));
        QVERIFY(page.isBusy());
        QVERIFY(waitUntilDone(page));
        QVERIFY(page.findChild<MessageBar*>()->message().isEmpty());
        // Only the first rows were read for the view; all of them on demand.
        const auto rowsSeen = page.browser()->view()->row().examples.size();
        QVERIFY(rowsSeen > 0);
        QVERIFY(click(page, "read_all"));
        QVERIFY(QTest::qWaitFor([&] { return !page.isBusy(); }, kWaitMs));
        QVERIFY(!page.findChild<QAbstractButton*>(QStringLiteral("read_all"))->isVisible());
    }

    void whatIsNotChangedIsNotReadAgain() {
        OpenedWindow opened;
        RunConfig config = runOn(opened, pair("name: a", "House a."));
        opened.window().setupPage()->setConfig(config);
        DataPage& page = openData(opened);
        QVERIFY(waitUntilDone(page));
        config.optimizer.params.set("learning_rate", 1e-3);
        page.setConfig(config);
        QVERIFY(!page.isBusy());
        config.data.max_length = 32;
        page.setConfig(config);
        QVERIFY(page.isBusy());
        QVERIFY(waitUntilDone(page));
    }

    void aModelWithoutATokenizerIsASentence() {
        OpenedWindow opened;
        RunConfig config = runOn(opened, pair("name: a", "House a."));
        config.model.path = (opened.folder() / "nowhere").string();
        opened.window().setupPage()->setConfig(config);
        DataPage& page = openData(opened);
        QVERIFY(QTest::qWaitFor([&] { return !page.isBusy(); }, kWaitMs));
        QVERIFY(page.findChild<MessageBar*>()->message().contains(QStringLiteral("nowhere")));
    }
};

WATCHED_TEST_MAIN(DataPageTest)
#include "data_page_test.moc"
