// What follows from the settings is worked out while somebody types: what trains, what a checkpoint takes,
// and how long it will be.
#include <QLabel>
#include <QLineEdit>
#include <QTest>

#include "tests/ui/support/opened_window.h"
#include "tests/ui/support/watched_application.h"
#include "ui/forms/estimate_panel.h"
#include "ui/forms/param_field.h"
#include "ui/forms/param_form.h"
#include "ui/forms/run_form.h"
#include "ui/forms/section_form.h"
#include "ui/pages/setup/length_panel.h"
#include "ui/pages/setup_page.h"
#include "ui/theme/theme.h"

using namespace tunebench;
using namespace tunebench::ui;
using ui::test::OpenedWindow;

namespace {

constexpr int kWaitMs = 30'000;

/// What stands behind that name; empty when nothing does.
QString factOf(const QWidget& panel, const QString& name) {
    const auto labels = panel.findChildren<QLabel*>();
    for (qsizetype i = 0; i + 1 < labels.size(); ++i)
        if (labels[i]->text() == name && labels[i]->isVisible())
            return labels[i + 1]->text();
    return {};
}

void type(OpenedWindow& opened, const char* section, const char* key, const QString& text) {
    const SetupPage& page = *opened.window().setupPage();
    const auto* field = page.form().section(section)->form()->field(QString::fromLatin1(key));
    auto* line = field->editor()->findChild<QLineEdit*>();
    QVERIFY(line != nullptr);
    line->setFocus();
    line->selectAll();
    QTest::keyClicks(line, text);
}

}  // namespace

class DerivedValuesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installTheme(*qApp, ThemeChoice::Light); }

    void aRankChangesWhatTrainsAndWhatACheckpointTakes() {
        OpenedWindow opened;
        opened.openTinyRun(12);
        type(opened, "method", "rank", QStringLiteral("2"));
        QVERIFY(opened.waitUntilStartable());
        const auto& panel = *opened.window().setupPage()->findChild<EstimatePanel*>();
        const QString trained = QStringLiteral("Trained"), checkpoint = QStringLiteral("A checkpoint");
        QTRY_VERIFY_WITH_TIMEOUT(!factOf(panel, trained).isEmpty() && !factOf(panel, checkpoint).isEmpty(),
                                 kWaitMs);
        const QString trainedBefore = factOf(panel, trained), checkpointBefore = factOf(panel, checkpoint);
        type(opened, "method", "rank", QStringLiteral("8"));
        QTRY_VERIFY_WITH_TIMEOUT(factOf(panel, trained) != trainedBefore, kWaitMs);
        QTRY_VERIFY_WITH_TIMEOUT(factOf(panel, checkpoint) != checkpointBefore, kWaitMs);
    }

    void moreStepsAreMoreTokens() {
        OpenedWindow opened;
        opened.openTinyRun(12);
        const auto& panel = *opened.window().setupPage()->findChild<LengthPanel*>();
        const auto* tokens = panel.findChild<QLabel*>(QStringLiteral("length_tokens"));
        const auto* steps = panel.findChild<QLabel*>(QStringLiteral("length_steps"));
        QTRY_VERIFY_WITH_TIMEOUT(steps->text().startsWith(QStringLiteral("12 ")), kWaitMs);
        const QString before = tokens->text();
        QVERIFY(!before.isEmpty());
        type(opened, "budget", "steps", QStringLiteral("60"));
        QTRY_VERIFY_WITH_TIMEOUT(steps->text().startsWith(QStringLiteral("60 ")), kWaitMs);
        QVERIFY(tokens->text() != before);
    }
};

WATCHED_TEST_MAIN(DerivedValuesTest)
#include "derived_values_test.moc"
