#include "ui/forms/param_text.h"

#include <QTest>

using namespace tunebench;
using namespace tunebench::ui;

class ParamTextTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void numberListsComeBack() {
        const ParamValue betas = ParamList{0.9, 0.999};
        QCOMPARE(numberListText(betas), QStringLiteral("0.9, 0.999"));
        QVERIFY(numberListFrom(numberListText(betas)) == betas);
    }

    void aWordIsARuleAndACommaMakesAList() {
        QVERIFY(textOrListFrom(QStringLiteral("all-linear")) == ParamValue("all-linear"));
        QVERIFY(textOrListFrom(QStringLiteral("q_proj, v_proj")) ==
                ParamValue(ParamList{"q_proj", "v_proj"}));
    }

    void aListOfOneStaysAList() {
        const ParamValue one = ParamList{"q_proj"};
        QVERIFY(textOrListFrom(textOrListText(one)) == one);
    }

    void mapsAreLinesOfKeyAndValue() {
        ParamMap ranks;
        ranks.set("v_proj", 4.0);
        ranks.set("layers.[0-3]:x", 8.0);
        QVERIFY(numberMapFrom(mapText(ranks)) == ParamValue(ranks));
    }

    void whatIsNoMapIsPassedOnAsText() {
        QVERIFY(numberMapFrom(QStringLiteral("v_proj")).get<std::string>() != nullptr);
    }

    void whatIsNoNumberIsPassedOnAsText() {
        const auto list = numberListFrom(QStringLiteral("0.9, often"));
        QVERIFY((*list.get<ParamList>())[1] == ParamValue("often"));
    }

    void promptsStandOneALine() {
        const ParamValue prompts = ParamList{"Describe: a, b\nAnswer:", "C:\\n or \\?", "And?"};
        QCOMPARE(textListText(prompts, QLatin1Char('\n')).count(QLatin1Char('\n')), 2);
        QVERIFY(textListFrom(textListText(prompts, QLatin1Char('\n')), QLatin1Char('\n')) == prompts);
    }
};

QTEST_APPLESS_MAIN(ParamTextTest)
#include "param_text_test.moc"
