#include "ui/widgets/fitting_label.h"

#include <QTest>

#include "tests/ui/support/watched_application.h"

using namespace tunebench::ui;

class FittingLabelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theLongestTextThatFitsIsShown() {
        FittingLabel label;
        label.setTexts({QStringLiteral("a rather long sentence"), QStringLiteral("a sentence"),
                        QStringLiteral("short")});
        const auto width = [&](const char* text) {
            return label.fontMetrics().horizontalAdvance(QString::fromLatin1(text));
        };
        label.show();
        label.resize(width("a rather long sentence") + 8, 30);
        QCOMPARE(label.text(), QStringLiteral("a rather long sentence"));
        label.resize(width("a rather long sentence") - 1, 30);
        QCOMPARE(label.text(), QStringLiteral("a sentence"));
        label.resize(1, 30);
        QCOMPARE(label.text(), QStringLiteral("short"));
        QCOMPARE(label.toolTip(), QStringLiteral("a rather long sentence"));
    }
};

WATCHED_TEST_MAIN(FittingLabelTest)
#include "fitting_label_test.moc"
