// The panel of number types: alone with values, and in the window with the fake engine's measurement.
#include "ui/pages/setup/precision_panel.h"

#include <QAbstractButton>
#include <QLabel>
#include <QLocale>
#include <QTest>

#include "tests/ui/support/opened_window.h"
#include "tests/ui/support/watched_application.h"
#include "ui/forms/param_field.h"
#include "ui/forms/param_form.h"
#include "ui/forms/section_form.h"
#include "ui/pages/setup/precision_texts.h"
#include "ui/pages/setup_page.h"
#include "ui/theme/theme.h"
#include "ui/widgets/combo_edit.h"
#include "ui/widgets/message_bar.h"

using namespace tunebench;
using namespace tunebench::ui;
using ui::test::click;
using ui::test::OpenedWindow;

namespace {

constexpr int kWaitMs = 30'000;

RunConfig computing(NumberType weights, NumberType compute) {
    RunConfig config;
    config.precision.weights = weights;
    config.precision.compute = compute;
    return config;
}

std::vector<ArithmeticRate> rates(double fp32, double bf16, double fp16) {
    return {{.type = NumberType::Fp32, .matmul_gflops = fp32},
            {.type = NumberType::Bf16, .matmul_gflops = bf16},
            {.type = NumberType::Fp16, .matmul_gflops = fp16, .is_emulated = true}};
}

QLabel* label(const QWidget& parent, const char* name) {
    return parent.findChild<QLabel*>(QString::fromLatin1(name));
}

QString message(const QWidget& parent) {
    return parent.findChild<MessageBar*>(QStringLiteral("precision_message"))->message();
}

/// With the keyboard, from the first entry down.
void choose(OpenedWindow& opened, const char* key, const char* id) {
    auto* form = opened.window().setupPage()->findChild<SectionForm*>(QStringLiteral("precision"))->form();
    form->setMoreVisible(true);
    auto* choice = qobject_cast<ComboEdit*>(form->field(QString::fromLatin1(key))->editor());
    QVERIFY(choice != nullptr);
    choice->setFocus();
    QTest::keyClick(choice, Qt::Key_Home);
    const QString wanted = QString::fromLatin1(id);
    for (int i = 0; i < choice->count() && choice->currentData().toString() != wanted; ++i)
        QTest::keyClick(choice, Qt::Key_Down);
    QCOMPARE(choice->currentData().toString(), wanted);
}

}  // namespace

class PrecisionPanelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installTheme(*qApp, ThemeChoice::Light); }

    void theRowsOfTheChosenTypesAreMarkedInWordsAndBold() {
        PrecisionPanel panel;
        panel.showRun(computing(NumberType::Fp32, NumberType::Bf16));
        QCOMPARE(label(panel, "name_fp32")->text(), QStringLiteral("fp32: weights"));
        QCOMPARE(label(panel, "name_bf16")->text(), QStringLiteral("bf16: arithmetic"));
        QCOMPARE(label(panel, "name_fp16")->text(), QStringLiteral("fp16"));
        QVERIFY(label(panel, "name_bf16")->font().weight() > label(panel, "name_fp16")->font().weight());
        panel.showRun(computing(NumberType::Fp16, NumberType::Fp16));
        QCOMPARE(label(panel, "name_fp16")->text(), QStringLiteral("fp16: weights, arithmetic"));
        QCOMPARE(label(panel, "name_bf16")->text(), QStringLiteral("bf16"));
    }

    void rangeAndResolutionAreThoseOfTheFormats() {
        const PrecisionPanel panel;
        QStringList texts;
        for (const QLabel* one : panel.findChildren<QLabel*>())
            texts << one->accessibleName();
        for (const char* text :
             {"fp32, Bytes: 4", "bf16, Bytes: 2", "fp32, Largest: 3.4e38", "fp16, Smallest normal: 6.1e-5",
              "bf16, Resolution at 1: 7.81e-3, about 2 digits"})
            QVERIFY2(texts.contains(QString::fromLatin1(text)), text);
    }

    void theChoiceIsExplained() {
        PrecisionPanel panel;
        const QLabel* words = label(panel, "precision_explanation");
        QVERIFY(words->text().contains(QStringLiteral("Everything is kept and computed in fp32")));
        panel.showRun(computing(NumberType::Fp32, NumberType::Fp16));
        QVERIFY2(words->text().contains(QLocale().toString(65504)), qPrintable(words->text()));
        for (const char* part : {"Mixed", "underflow", "overflow", "loss scale"})
            QVERIFY2(words->text().contains(QString::fromLatin1(part)), qPrintable(words->text()));
        panel.showRun(computing(NumberType::Bf16, NumberType::Bf16));
        for (const char* part : {"Pure bf16", "0.39 %", "needs no loss scale"})
            QVERIFY2(words->text().contains(QString::fromLatin1(part)), qPrintable(words->text()));
        RunConfig rounded = computing(NumberType::Bf16, NumberType::Bf16);
        rounded.precision.stochastic_rounding = true;
        panel.showRun(rounded);
        QVERIFY(words->text().contains(QStringLiteral("stochastic rounding")));
    }

    void sixteenBitsUnfoldTheTable() {
        PrecisionPanel panel;
        QVERIFY(!panel.isOpen());
        panel.showRun(computing(NumberType::Fp32, NumberType::Bf16));
        QVERIFY(panel.isOpen());
        panel.setOpen(false);
        panel.showRun(computing(NumberType::Bf16, NumberType::Bf16));
        QVERIFY(!panel.isOpen());  // somebody folded it
    }

    void aSlowerTypeIsWarnedOfAndAFasterOneIsNot() {
        PrecisionPanel panel;
        panel.showRun(computing(NumberType::Fp32, NumberType::Bf16));
        const std::string device = RunConfig().general.device;
        panel.showSpeeds(device, rates(120, 10, 30));
        QCOMPARE(message(panel),
                 QStringLiteral("bf16 is 12× slower than fp32 on this machine: choose fp32."));
        panel.showRun(computing(NumberType::Bf16, NumberType::Fp32));
        QVERIFY(message(panel).isEmpty());
        panel.showRun(computing(NumberType::Fp32, NumberType::Bf16));
        panel.showSpeeds(device, rates(120, 252, 30));
        QVERIFY(message(panel).isEmpty());
        QCOMPARE(label(panel, "speed_bf16")->text(), QStringLiteral("252 GFLOP/s, 2.1× fp32"));
        panel.showSpeeds(device, rates(100, 98, 30));
        QVERIFY(message(panel).isEmpty());
        QCOMPARE(label(panel, "speed_bf16")->text(), QStringLiteral("98 GFLOP/s, as fast as fp32"));
    }

    void speedsOfAnotherDeviceAreForgotten() {
        PrecisionPanel panel;
        RunConfig config = computing(NumberType::Fp32, NumberType::Bf16);
        config.general.device = "cpu";
        panel.showRun(config);
        panel.showSpeeds("cpu", rates(120, 10, 30));
        QCOMPARE(label(panel, "speed_fp32")->text(), QStringLiteral("120 GFLOP/s"));
        config.general.device = "cuda";
        panel.showRun(config);
        QCOMPARE(label(panel, "speed_fp32")->text(), QStringLiteral("not measured yet"));
        QVERIFY(message(panel).isEmpty());
        panel.showSpeeds("cpu", rates(120, 10, 30));  // an answer that comes late
        QCOMPARE(label(panel, "speed_fp32")->text(), QStringLiteral("not measured yet"));
    }

    void measuringWaitsForARun() {
        PrecisionPanel panel;
        auto* measure = panel.findChild<QAbstractButton*>(QStringLiteral("measure_speed"));
        panel.setBusy(true);
        QVERIFY(!measure->isEnabled());
        QVERIFY(label(panel, "measuring")->text().contains(QStringLiteral("ended")));
        panel.setBusy(false);
        QVERIFY(measure->isEnabled());
    }

    void aClickMeasuresOnTheWorker() {
        OpenedWindow opened;
        const SetupPage& page = *opened.window().setupPage();
        QVERIFY(click(opened.window(), "compare_types"));
        QCOMPARE(label(page, "speed_bf16")->text(), QStringLiteral("not measured yet"));
        QVERIFY(click(opened.window(), "measure_speed"));
        // The answer needs the event loop: until then the panel says what goes on.
        QVERIFY(label(page, "measuring")->text().contains(QStringLiteral("Measuring")));
        QVERIFY(!page.findChild<QAbstractButton*>(QStringLiteral("measure_speed"))->isEnabled());
        QTRY_COMPARE_WITH_TIMEOUT(label(page, "speed_bf16")->text(), QStringLiteral("200 GFLOP/s, 2× fp32"),
                                  kWaitMs);
        QCOMPARE(label(page, "speed_fp32")->text(), QStringLiteral("100 GFLOP/s"));
        QCOMPARE(label(page, "speed_fp16")->text(),
                 QStringLiteral("25 GFLOP/s, emulated here, 4× slower than fp32"));
        QVERIFY(label(page, "measuring")->text().isEmpty());
        QVERIFY(message(page).isEmpty());  // fp32 is chosen

        choose(opened, "compute", "fp16");
        QCOMPARE(message(page), QStringLiteral("fp16 is 4× slower than fp32 on this machine: choose fp32."));
        QCOMPARE(label(page, "name_fp16")->text(), QStringLiteral("fp16: arithmetic"));
        QCOMPARE(label(page, "name_fp32")->text(), QStringLiteral("fp32: weights"));
        choose(opened, "compute", "bf16");
        QVERIFY(message(page).isEmpty());
        QCOMPARE(label(page, "name_bf16")->text(), QStringLiteral("bf16: arithmetic"));
        choose(opened, "weights", "bf16");
        QCOMPARE(label(page, "name_bf16")->text(), QStringLiteral("bf16: weights, arithmetic"));
        QCOMPARE(label(page, "name_fp32")->text(), QStringLiteral("fp32"));
    }

    void anEngineThatCannotMeasureSaysWhy() {
        const Error missing{
            .code = ErrorCode::NotFound, .message = "The engine's library is missing.", .hint = "Reinstall."};
        OpenedWindow opened([missing] { return Result<std::unique_ptr<Engine>>(missing); });
        QVERIFY(click(opened.window(), "compare_types"));
        QVERIFY(click(opened.window(), "measure_speed"));
        const SetupPage& page = *opened.window().setupPage();
        QTRY_COMPARE_WITH_TIMEOUT(message(page), QStringLiteral("The engine's library is missing."), kWaitMs);
        QCOMPARE(label(page, "speed_fp32")->text(), QStringLiteral("not measured yet"));
        QVERIFY(page.findChild<QAbstractButton*>(QStringLiteral("measure_speed"))->isEnabled());
    }
};

WATCHED_TEST_MAIN(PrecisionPanelTest)
#include "precision_panel_test.moc"
