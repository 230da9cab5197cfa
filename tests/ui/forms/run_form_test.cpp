#include "ui/forms/run_form.h"

#include <QComboBox>
#include <QLineEdit>
#include <QTest>
#include <QToolButton>

#include "tests/ui/support/watched_application.h"
#include "ui/forms/param_field.h"
#include "ui/forms/param_form.h"
#include "ui/forms/section_form.h"

using namespace tunebench;
using namespace tunebench::ui;

namespace {

void chooseMethod(RunForm& form, const char* id) {
    auto* choice = form.section("method")->findChild<QComboBox*>(QStringLiteral("id"));
    choice->setCurrentIndex(choice->findData(QString::fromLatin1(id)));
}

ParamField* rateField(RunForm& form) {
    return form.section("optimizer")->form()->field(QStringLiteral("learning_rate"));
}

double rate(const RunForm& form) {
    return *form.config().optimizer.params.find("learning_rate")->get<double>();
}

void type(ParamField* field, const QString& text) {
    auto* line = qobject_cast<QLineEdit*>(field->editor());
    if (line == nullptr)
        line = field->editor()->findChild<QLineEdit*>();
    QVERIFY(line != nullptr);
    line->setFocus();
    line->selectAll();
    QTest::keyClicks(line, text);
    QTest::keyClick(line, Qt::Key_Return);
}

}  // namespace

class RunFormTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theLearningRateFollowsTheMethodUntilItIsEdited() {
        QWidget parent;
        RunForm form(&parent);
        QCOMPARE(rate(form), 2e-4);
        chooseMethod(form, "prompt");
        QCOMPARE(rate(form), 1e-2);
        QVERIFY(!rateField(form)->isChanged());
        type(rateField(form), QStringLiteral("0.003"));
        QVERIFY(rateField(form)->isChanged());
        chooseMethod(form, "full");
        QCOMPARE(rate(form), 3e-3);
        rateField(form)->findChild<QToolButton*>()->click();  // the mark that resets
        QCOMPARE(rate(form), 2e-5);
    }

    void aRunThatIsLoadedKeepsItsRate() {
        QWidget parent;
        RunForm form(&parent);
        auto config = default_run_config();
        QVERIFY(apply_override(config, "method.id=ia3"));
        QVERIFY(apply_override(config, "optimizer.learning_rate=2e-4"));
        form.setConfig(config);
        QCOMPARE(form.config(), config);
        QVERIFY(rateField(form)->isChanged());  // LoRA's default is not this method's
        QVERIFY(apply_override(config, "optimizer.learning_rate=5e-3"));
        form.setConfig(config);
        QVERIFY(!rateField(form)->isChanged());
    }

    void theChoiceIsAsWideAsTheFieldsBelow() {
        SectionForm form("method", 3);
        form.resize(900, 400);
        form.show();
        QVERIFY(QTest::qWaitForWindowExposed(&form));
        const auto* choice = form.findChild<QComboBox*>(QStringLiteral("id"));
        const ParamField* rank = form.form()->field(QStringLiteral("rank"));
        const auto placeOf = [&](const QWidget* part) { return part->mapTo(&form, QPoint()); };
        QCOMPARE(placeOf(choice).x(), placeOf(rank).x());
        QCOMPARE(choice->width(), rank->width());
    }
};

WATCHED_TEST_MAIN(RunFormTest)
#include "run_form_test.moc"
