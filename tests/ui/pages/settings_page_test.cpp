// What is set for the whole window, by mouse and keys, and kept for the next start.
#include "ui/pages/settings_page.h"

#include <algorithm>

#include <QAbstractButton>
#include <QApplication>
#include <QCheckBox>
#include <QLabel>
#include <QTest>

#include "tests/ui/support/menu_events.h"
#include "tests/ui/support/opened_window.h"
#include "tests/ui/support/watched_application.h"
#include "ui/desktop/run_presence.h"
#include "ui/text/language.h"
#include "ui/theme/colors.h"
#include "ui/theme/theme.h"
#include "ui/workbench.h"

using namespace tunebench;
using namespace tunebench::ui;
using namespace tunebench::ui::test;

namespace {

constexpr int kWaitMs = 30'000;

SettingsPage& settingsPage(OpenedWindow& opened) {
    opened.window().showPage(MainWindow::Settings);
    return *opened.window().findChild<SettingsPage*>();
}

/// At its mark: a box is as wide as the page, and beside its text no click counts.
bool clickBox(const QWidget& page, const char* name) {
    auto* box = page.findChild<QCheckBox*>(QString::fromLatin1(name));
    if (box == nullptr)
        return false;
    QCoreApplication::processEvents();
    constexpr int kMark = 8;
    const bool wasChecked = box->isChecked();
    QTest::mouseClick(box, Qt::LeftButton, {}, QPoint(kMark, box->height() / 2));
    return box->isChecked() != wasChecked;
}

bool isDark() {
    return &colorsFor(QApplication::palette()) == &darkColors();
}

bool says(const QWidget& page, const QString& text) {
    const auto labels = page.findChildren<QLabel*>();
    return std::any_of(labels.begin(), labels.end(),
                       [&](const QLabel* label) { return label->text().contains(text); });
}

}  // namespace

class SettingsPageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installTheme(*qApp, ThemeChoice::Light); }

    void theThemeIsChosenByKeys() {
        OpenedWindow opened;
        for (const auto& [choice, dark] : {std::pair{ThemeChoice::Dark, true}, {ThemeChoice::Light, false}}) {
            QVERIFY(walkTo(settingsPage(opened), "theme", themeText(choice)));
            QCOMPARE(isDark(), dark);
            QVERIFY(storedTheme(opened.workbench().settings()) == choice);
        }
        QVERIFY(walkTo(settingsPage(opened), "theme", themeText(ThemeChoice::System)));
        QVERIFY(storedTheme(opened.workbench().settings()) == ThemeChoice::System);
        opened.reopen();
        QVERIFY(storedTheme(opened.workbench().settings()) == ThemeChoice::System);
        applyTheme(*qApp, ThemeChoice::Light);
    }

    void theLanguageIsChosenByKeys() {
        OpenedWindow opened;
        for (const auto language : {Language::German, Language::English, Language::System}) {
            QVERIFY(walkTo(settingsPage(opened), "language", languageText(language)));
            QVERIFY(storedLanguage(opened.workbench().settings()) == language);
        }
    }

    void whatIsDoneWhileARunTrainsIsSwitched() {
        OpenedWindow opened;
        const QSettings& settings = opened.workbench().settings();
        QVERIFY(keepsAwake(settings) && notifiesAtEnd(settings));
        QVERIFY(clickBox(settingsPage(opened), "keep_awake"));
        QVERIFY(!keepsAwake(settings) && notifiesAtEnd(settings));
        QVERIFY(clickBox(settingsPage(opened), "notify_at_end"));
        QVERIFY(!keepsAwake(settings) && !notifiesAtEnd(settings));
        opened.reopen();
        QVERIFY(!keepsAwake(opened.workbench().settings()));
        QVERIFY(clickBox(settingsPage(opened), "keep_awake"));
        QVERIFY(keepsAwake(opened.workbench().settings()));
    }

    void theEngineIsLookedAt() {
        OpenedWindow opened;
        SettingsPage& page = settingsPage(opened);
        QVERIFY(!says(page, QStringLiteral("LibTorch fake")));
        QVERIFY(clickText(page, QStringLiteral("Check the engine")));
        QTRY_VERIFY_WITH_TIMEOUT(says(page, QStringLiteral("LibTorch fake")), kWaitMs);
    }
};

WATCHED_TEST_MAIN(SettingsPageTest)
#include "settings_page_test.moc"
