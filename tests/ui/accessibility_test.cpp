// Every control of every page has a name for screen readers, every field says what it takes, and every list
// and table on a page has a proper model. Pages are looked at empty and with something on them.
#include <QAbstractButton>
#include <QAbstractItemModelTester>
#include <QAbstractItemView>
#include <QAccessible>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QTableView>
#include <QTest>

#include "core/params/param_codec.h"
#include "core/run/selection.h"
#include "tests/ui/support/opened_window.h"
#include "tests/ui/support/stored_runs.h"
#include "tests/ui/support/watched_application.h"
#include "ui/forms/param_field.h"
#include "ui/forms/param_form.h"
#include "ui/forms/run_form.h"
#include "ui/forms/section_form.h"
#include "ui/pages/compare_page.h"
#include "ui/pages/history_page.h"
#include "ui/pages/setup_page.h"
#include "ui/shell/page_registry.h"
#include "ui/shell/palette/command_palette.h"
#include "ui/text/core_text.h"
#include "ui/text/qt_text.h"
#include "ui/theme/theme.h"

using namespace tunebench;
using namespace tunebench::ui;
using ui::test::OpenedWindow;

namespace {

constexpr int kWaitMs = 30'000;

/// Parts of Qt's own controls, which are named as a whole.
bool isPartOfAControl(const QWidget& widget) {
    if (widget.objectName().startsWith(QLatin1String("qt_")))
        return true;
    for (const QWidget* parent = widget.parentWidget(); parent != nullptr; parent = parent->parentWidget())
        for (const char* control :
             {"QLineEdit", "QComboBox", "QAbstractSpinBox", "QTabBar", "QAbstractItemView"})
            if (parent->inherits(control))
                return true;
    return false;
}

bool isControl(const QWidget& widget) {
    if (widget.focusProxy() != nullptr || isPartOfAControl(widget))
        return false;
    return (widget.focusPolicy() & Qt::TabFocus) != 0 || widget.inherits("QAbstractButton");
}

/// As a screen reader says it: from the accessible name, a label that belongs to it, or what stands on it.
QString nameOf(QWidget& widget) {
    if (!widget.accessibleName().isEmpty())
        return widget.accessibleName();
    const QAccessibleInterface* accessible = QAccessible::queryAccessibleInterface(&widget);
    return accessible != nullptr ? accessible->text(QAccessible::Name) : QString();
}

/// Where it is, for whoever has to find it.
QString pathOf(const QWidget& widget) {
    QStringList path;
    for (const QWidget* one = &widget; one != nullptr && path.size() < 5; one = one->parentWidget())
        path.prepend(QLatin1String(one->metaObject()->className()) +
                     (one->objectName().isEmpty() ? QString() : QLatin1Char(':') + one->objectName()));
    return path.join(QStringLiteral(" > "));
}

QStringList controlsWithoutName(const QWidget& window) {
    QStringList found;
    for (QWidget* widget : window.findChildren<QWidget*>())
        if (widget->window() == &window && isControl(*widget) && nameOf(*widget).trimmed().isEmpty())
            found << pathOf(*widget);
    return found;
}

void showEveryPage(OpenedWindow& opened) {
    for (const PageLine& line : pageLines()) {
        opened.window().showPage(line.page);
        QCoreApplication::processEvents();
    }
}

/// A run in Setup, runs in the history, two of them compared.
void fill(OpenedWindow& opened) {
    QStringList ids;
    for (const char* name : {"one", "two"})
        ids << toQt(ui::test::storeRun(opened.dataFolder(), {.name = name}).manifest().id);
    opened.reopen();
    opened.openTinyRun(30);
    QVERIFY(opened.waitUntilStartable());
    showEveryPage(opened);
    HistoryPage* history = opened.window().historyPage();
    opened.window().showPage(MainWindow::History);
    QTRY_COMPARE_WITH_TIMEOUT(history->table()->model()->rowCount(), 2, kWaitMs);
    history->table()->selectAll();
    opened.window().comparePage()->setRuns(ids);
    opened.window().showPage(MainWindow::Compare);
    QTRY_VERIFY_WITH_TIMEOUT(opened.window().comparePage()->comparison() != nullptr, kWaitMs);
}

QString nameInFile(const SectionForm& section, const ParamField& field) {
    return toQt(section.section()) + QLatin1Char('.') + toQt(field.spec().key);
}

bool hasRange(const ParamSpec& spec) {
    return spec.choices.empty() && (spec.kind == ParamKind::Integer || spec.kind == ParamKind::Real);
}

/// On the field or, where its column is too narrow, on its tool tip.
bool showsUnit(const ParamField& field) {
    const auto labels = field.findChildren<QLabel*>();
    if (field.editor()->toolTip().contains(toQt(field.spec().unit).toHtmlEscaped()))
        return true;
    return std::any_of(labels.begin(), labels.end(),
                       [&](const QLabel* label) { return label->text() == toQt(field.spec().unit); });
}

/// What a field owes to whoever fills it in; empty when it has everything.
QStringList missingOf(const ParamField& field) {
    const ParamSpec& spec = field.spec();
    const QString described = field.editor()->accessibleDescription();
    QStringList missing;
    if (spec.label.empty())
        missing << QStringLiteral("label");
    if (spec.help.empty() || !described.contains(toQt(spec.help)))
        missing << QStringLiteral("help");
    if (!spec.help.empty() && !field.editor()->toolTip().contains(toQt(spec.help).toHtmlEscaped()))
        missing << QStringLiteral("tool tip");
    if (hasRange(spec) && !described.contains(rangeText(spec)))
        missing << QStringLiteral("range");
    if (!spec.unit.empty() && (!showsUnit(field) || !described.contains(toQt(spec.unit))))
        missing << QStringLiteral("unit");
    return missing;
}

QStringList fieldsThatOweSomething(const RunForm& form) {
    QStringList found;
    for (const auto& name : RunForm::sectionNames())
        for (const ParamField* field : form.section(name)->form()->fields())
            if (const QStringList missing = missingOf(*field); !missing.isEmpty() && !field->error())
                found << nameInFile(*form.section(name), *field) + QStringLiteral(": ") +
                             missing.join(QStringLiteral(", "));
    return found;
}

void verifyNone(const QStringList& found) {
    QVERIFY2(found.isEmpty(), qPrintable(QLatin1Char('\n') + found.join(QLatin1Char('\n'))));
}

}  // namespace

class AccessibilityTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installTheme(*qApp, ThemeChoice::Light); }

    void controlsOfEmptyPagesHaveNames() {
        OpenedWindow opened;
        showEveryPage(opened);
        verifyNone(controlsWithoutName(opened.window()));
    }

    void controlsOfPagesInUseHaveNames() {
        OpenedWindow opened;
        fill(opened);
        opened.window().commandPalette()->toggle();
        verifyNone(controlsWithoutName(opened.window()));
    }

    void everyFieldSaysWhatItTakes() {
        OpenedWindow opened;
        SetupPage& setup = *opened.window().setupPage();
        verifyNone(fieldsThatOweSomething(setup.form()));
        for (const auto& [section, member] : {std::pair{"method", &RunConfig::method},
                                              {"optimizer", &RunConfig::optimizer},
                                              {"schedule", &RunConfig::schedule}})
            for (const auto& id : known_ids(section)) {
                RunConfig config = default_run_config();
                config.*member = *make_selection(section, id, {});
                setup.setConfig(config);
                QCOMPARE(QString::fromStdString(setup.form().section(section)->chosenId()),
                         QString::fromStdString(id));
                verifyNone(fieldsThatOweSomething(setup.form()));
            }
    }

    void modelsOfPagesAreProper() {
        OpenedWindow opened;
        fill(opened);
        std::vector<std::unique_ptr<QAbstractItemModelTester>> testers;
        for (const QAbstractItemView* view : opened.window().findChildren<QAbstractItemView*>())
            if (view->model() != nullptr)
                testers.push_back(std::make_unique<QAbstractItemModelTester>(
                    view->model(), QAbstractItemModelTester::FailureReportingMode::QtTest));
        QVERIFY(testers.size() > 5);
        // They watch while rows come and go.
        opened.window().historyPage()->reload();
        opened.window().comparePage()->setRuns({});
        QTest::qWait(300);
    }
};

WATCHED_TEST_MAIN(AccessibilityTest)
#include "accessibility_test.moc"
