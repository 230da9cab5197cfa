#include "ui/widgets/message_bar.h"

#include <QAbstractButton>
#include <QClipboard>
#include <QGuiApplication>
#include <QPushButton>
#include <QTest>

#include "tests/ui/support/watched_application.h"
#include "ui/theme/theme.h"

using namespace tunebench;
using namespace tunebench::ui;

namespace {

QAbstractButton* copyButton(const MessageBar& bar) {
    return bar.findChild<QAbstractButton*>(QStringLiteral("copy_message"));
}

}  // namespace

class MessageBarTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installTheme(*qApp, ThemeChoice::Light); }

    void anErrorIsCopiedWithItsDetails() {
        MessageBar bar;
        bar.showError({.code = ErrorCode::Io,
                       .message = "rows.jsonl cannot be read",
                       .hint = "Check its permissions.",
                       .field = "data.train"});
        QVERIFY(bar.isVisible());
        QTest::mouseClick(copyButton(bar), Qt::LeftButton);
        const QStringList lines = QGuiApplication::clipboard()->text().split(QLatin1Char('\n'));
        QCOMPARE(lines.mid(0, 3),
                 QStringList({QStringLiteral("rows.jsonl cannot be read"),
                              QStringLiteral("Check its permissions."), QStringLiteral("data.train")}));
        QVERIFY(lines.value(3).startsWith(QStringLiteral("Tunebench ")));
        QVERIFY(bar.isVisible());
    }

    void whatTheFormerErrorWasAboutIsForgotten() {
        MessageBar bar;
        bar.showError({.message = "one", .field = "data.train"});
        bar.show(MessageKind::Warning, QStringLiteral("two"));
        QTest::mouseClick(copyButton(bar), Qt::LeftButton);
        const QString text = QGuiApplication::clipboard()->text();
        QVERIFY2(text.startsWith(QStringLiteral("two\nTunebench")), qPrintable(text));
    }

    void itsButtonsStandInOneLine() {
        MessageBar bar;
        bar.show(MessageKind::Error, QStringLiteral("Not found"), QStringLiteral("One.\nTwo.\nThree."));
        bar.addAction(QStringLiteral("Set a token"), [] {});
        bar.resize(600, 120);
        QCoreApplication::processEvents();
        const auto* action = bar.findChild<QPushButton*>();
        QVERIFY(qAbs(action->geometry().center().y() - copyButton(bar)->geometry().center().y()) <= 1);
    }

    void whatWentWellIsNotCopied() {
        MessageBar bar;
        bar.show(MessageKind::Success, QStringLiteral("Saved"));
        QVERIFY(!copyButton(bar)->isVisible());
        bar.show(MessageKind::Error, QStringLiteral("Not saved"));
        QVERIFY(copyButton(bar)->isVisible());
    }
};

WATCHED_TEST_MAIN(MessageBarTest)
#include "message_bar_test.moc"
