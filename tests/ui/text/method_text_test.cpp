#include "ui/text/method_text.h"

#include <QTest>

using namespace tunebench::ui;

class MethodTextTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void methodsHaveTheirTitles() {
        QCOMPARE(methodText("lora"), QStringLiteral("LoRA"));
        QCOMPARE(methodText("lora, nf4"), QStringLiteral("LoRA, nf4"));
    }

    void whatIsNoMethodStaysAsItIs() {
        QCOMPARE(methodText("imported"), QStringLiteral("imported"));
        QCOMPARE(methodText("of a later version, nf4"), QStringLiteral("of a later version, nf4"));
        QCOMPARE(methodText(""), QString());
    }
};

QTEST_GUILESS_MAIN(MethodTextTest)
#include "method_text_test.moc"
