#include "ui/theme/typography.h"

#include <memory>

#include <QLabel>
#include <QTest>

#include "tests/ui/support/watched_application.h"

using namespace tunebench::ui;

class TypographyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// Names of runs and files stand on labels: an imported one could hold an image's address.
    void aLabelShowsMarkupAsItIs() {
        const std::unique_ptr<QLabel> label(makeLabel({}, TextRole::Body));
        const int plain = label->fontMetrics().horizontalAdvance(QStringLiteral("<b>run</b>"));
        label->setText(QStringLiteral("<b>run</b>"));
        QVERIFY(label->textFormat() == Qt::PlainText);
        QVERIFY(label->sizeHint().width() >= plain);
    }
};

WATCHED_TEST_MAIN(TypographyTest)
#include "typography_test.moc"
