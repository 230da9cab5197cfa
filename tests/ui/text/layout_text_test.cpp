#include "ui/text/layout_text.h"

#include <QTest>

using namespace tunebench::ui;

class LayoutTextTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void layoutsHaveTheNamesOfTheForm() {
        QCOMPARE(layoutText("prompt-completion"), QStringLiteral("Prompt and completion"));
        QCOMPARE(layoutText("text, messages"), QStringLiteral("Plain text, Chat messages"));
    }

    void whatIsNoLayoutStaysAsItIs() {
        QCOMPARE(layoutText("of a later version"), QStringLiteral("of a later version"));
        QCOMPARE(layoutText(""), QString());
    }
};

QTEST_GUILESS_MAIN(LayoutTextTest)
#include "layout_text_test.moc"
