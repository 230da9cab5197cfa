#include "tests/ui/support/planned_study.h"

#include <utility>

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QDir>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTableView>
#include <QTest>

#include "core/methods/method.h"
#include "ui/models/study_queue_model.h"
#include "ui/pages/study/queue_panel.h"
#include "ui/text/qt_text.h"
#include "ui/theme/theme.h"
#include "ui/widgets/combo_edit.h"

namespace tunebench::ui::test {
namespace {

constexpr int kWaitMs = 60'000;
constexpr int kSettleMs = 300;

bool addMethod(StudyPage& page, const char* id) {
    return choose(page, "add_method", toQt(find_method(id)->title));
}

/// A row for one more field, with these values.
void vary(StudyPage& page, const char* key, const char* values) {
    QVERIFY(click(page, "vary_field"));
    auto* box = page.findChildren<ComboEdit*>(QStringLiteral("varied_key")).back();
    QVERIFY2(box->findData(QLatin1String(key)) >= 0, key);
    box->setCurrentIndex(box->findData(QLatin1String(key)));
    auto* edit = page.findChildren<QLineEdit*>(QStringLiteral("varied_values")).back();
    edit->setFocus();
    QTest::keyClicks(edit, QLatin1String(values));
}

}  // namespace

StudyPage& studyPage(OpenedWindow& opened) {
    return *opened.window().studyPage();
}

QLineEdit& line(QWidget& parent, const char* name) {
    auto* editor = parent.findChild<QWidget*>(QLatin1String(name));
    auto* own = qobject_cast<QLineEdit*>(editor);
    return own != nullptr ? *own : *editor->findChild<QLineEdit*>();
}

void type(QLineEdit& edit, const char* text) {
    edit.setFocus();
    edit.selectAll();
    QTest::keyClicks(&edit, QLatin1String(text));
}

bool choose(QWidget& parent, const char* button, const QString& text) {
    auto* owner = parent.findChild<QPushButton*>(QLatin1String(button));
    if (owner == nullptr || owner->menu() == nullptr)
        return false;
    for (QAction* action : owner->menu()->actions())
        if (action->text() == text) {
            action->trigger();
            return true;
        }
    return false;
}

void planSmallStudy(OpenedWindow& opened, const char* name) {
    opened.window().activateWindow();
    static_cast<void>(QTest::qWaitForWindowActive(&opened.window()));
    opened.openTinyRun(kStudySteps);
    opened.window().showPage(MainWindow::Study);
    StudyPage& page = studyPage(opened);
    type(line(page, "study_name"), name);
    QVERIFY(addMethod(page, "ia3"));
    QVERIFY(addMethod(page, "lora"));
    vary(page, "method.rank", "2, 4");
    type(line(page, "seeds"), "2");
    type(line(page, "learning_rates.factors"), "0.5, 2");
    type(line(page, "learning_rates.share"), "0.5");
    QVERIFY(waitUntilChecked(page));
}

bool startSmallStudy(OpenedWindow& opened, const char* name) {
    planSmallStudy(opened, name);
    StudyPage& page = studyPage(opened);
    return click(page, "start_study") && waitForRaceAtWork(page);
}

int lastRow(StudyPage& page, TaskState state) {
    const auto* model = page.queuePanel()->table()->model();
    for (int row = model->rowCount() - 1; row >= 0; --row)
        if (model->index(row, 0).data(StudyQueueModel::StateRole).toInt() == static_cast<int>(state))
            return row;
    return -1;
}

bool waitUntilChecked(StudyPage& page) {
    auto* start = page.findChild<QAbstractButton*>(QStringLiteral("start_study"));
    return QTest::qWaitFor([start] { return start->isEnabled(); }, kWaitMs);
}

bool waitUntilOver(StudyPage& page) {
    return QTest::qWaitFor([&page] { return !page.runner().isActive(); }, kWaitMs);
}

bool waitForRaceAtWork(StudyPage& page) {
    return QTest::qWaitFor(
        [&page] {
            const auto& study = page.runner().snapshot();
            return study.atWork && study.tasks[*study.atWork].part == StudyPart::Race;
        },
        kWaitMs);
}

void shoot(OpenedWindow& opened, const QString& name) {
    QDir().mkpath(QStringLiteral(TUNEBENCH_BINARY_DIR "/screenshots"));
    for (const auto& [theme, suffix] :
         {std::pair{ThemeChoice::Dark, "dark"}, {ThemeChoice::Light, "light"}}) {
        applyTheme(*qApp, theme);
        QTest::qWait(kSettleMs);
        QVERIFY(opened.window().grab().save(
            QStringLiteral(TUNEBENCH_BINARY_DIR "/screenshots/%1-%2.png").arg(name, QLatin1String(suffix))));
    }
}

}  // namespace tunebench::ui::test
