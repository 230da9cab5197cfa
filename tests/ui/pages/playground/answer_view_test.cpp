// Tokens of an answer: their colours, and who is told which one somebody points at.
#include "ui/pages/playground/answer_view.h"

#include <QSignalSpy>
#include <QTest>

#include "tests/ui/support/watched_application.h"
#include "ui/pages/playground/token_card.h"
#include "ui/theme/colors.h"
#include "ui/theme/theme.h"

using namespace tunebench;
using namespace tunebench::ui;

namespace {

AnswerToken tokenOf(const std::string& text, double probability) {
    return {.chosen = {.id = 1, .text = text, .probability = probability},
            .text = text,
            .likeliest = {{.id = 1, .text = text, .probability = probability},
                          {.id = 2, .text = " mill", .probability = 0.01}}};
}

/// "Where? The inn." with an unlikely last token.
void fill(AnswerView& view) {
    view.resize(300, 160);
    view.addPrompt(QStringLiteral("Where?"));
    view.addToken(tokenOf(" The", 0.9));
    view.addToken(tokenOf(" inn", 0.3));
    view.addToken(tokenOf(".", 0.02));
    view.show();
}

QColor groundAt(const AnswerView& view, int position) {
    QTextCursor cursor(view.document());
    cursor.setPosition(position);
    const QTextFormat format = cursor.charFormat();
    return format.hasProperty(QTextFormat::BackgroundBrush) ? format.background().color() : QColor();
}

}  // namespace

class AnswerViewTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installTheme(*qApp, ThemeChoice::Light); }

    void anAnswerIsNoSlabInItsCard() {
        AnswerView view;
        view.setPalette(paletteOf(darkColors()));
        view.resize(300, 160);
        const QImage picture = view.viewport()->grab().toImage();
        QCOMPARE(picture.pixelColor(150, 80).name(), darkColors().surface.name());
    }

    void theTokenUnderTheMouseIsTold() {
        AnswerView view;
        fill(view);
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        QCOMPARE(view.toPlainText(), QStringLiteral("Where? The inn."));
        QSignalSpy changes(&view, &AnswerView::currentChanged);
        QTest::mouseMove(view.viewport(), view.tokenRect(1).center());
        QTRY_COMPARE(view.current(), std::optional<std::size_t>(1));
        QCOMPARE(changes.count(), 1);
        QVERIFY2(view.accessibleDescription().contains(QStringLiteral("30.0 %")),
                 qPrintable(view.accessibleDescription()));
        QVERIFY(view.accessibleDescription().contains(QStringLiteral("“·mill” 1.0 %")));
        QTest::mouseMove(view.viewport(), QPoint(250, 140));
        QTRY_COMPARE(view.current(), std::optional<std::size_t>());
    }

    void arrowKeysGoFromTokenToToken() {
        AnswerView view;
        fill(view);
        view.setFocus();
        QVERIFY(QTest::qWaitForWindowActive(&view));
        QTest::keyClick(&view, Qt::Key_Right);
        QCOMPARE(view.current(), std::optional<std::size_t>(0));
        QTest::keyClick(&view, Qt::Key_Right);
        QTest::keyClick(&view, Qt::Key_Right);
        QTest::keyClick(&view, Qt::Key_Right);
        QCOMPARE(view.current(), std::optional<std::size_t>(2));
        QTest::keyClick(&view, Qt::Key_Left);
        QCOMPARE(view.current(), std::optional<std::size_t>(1));
    }

    void doubtsHaveAColourInEachTheme() {
        AnswerView view;
        fill(view);
        QVERIFY(!groundAt(view, 8).isValid());
        QCOMPARE(groundAt(view, 12), lightColors().warningSoft);
        QCOMPARE(groundAt(view, 15), lightColors().dangerSoft);
        applyTheme(*qApp, ThemeChoice::Dark);
        QTRY_COMPARE(groundAt(view, 15), darkColors().dangerSoft);
        QCOMPARE(view.tokenCount(), std::size_t(3));
        QCOMPARE(view.toPlainText(), QStringLiteral("Where? The inn."));
        applyTheme(*qApp, ThemeChoice::Light);
    }

    void theReplyTakesThePlaceOfWhatWasTold() {
        AnswerView view;
        fill(view);
        view.replaceAnswer({tokenOf(" A", 0.5), tokenOf("\n", 0.5), tokenOf("mill", 0.5)});
        QCOMPARE(view.toPlainText(), QStringLiteral("Where? A\nmill"));
        QCOMPARE(view.tokenCount(), std::size_t(3));
        QCOMPARE(view.token(2).text, std::string("mill"));
        view.clearAll();
        QCOMPARE(view.toPlainText(), QString());
        QCOMPARE(view.tokenCount(), std::size_t(0));
    }

    void aTokenThatIsNoneOfTheLikeliestStandsBelowThem() {
        TokenBars bars;
        bars.setToken(AnswerToken{.chosen = {.id = 9, .text = "rare", .probability = 0.0004},
                                  .text = "rare",
                                  .likeliest = {{.id = 1, .text = "a", .probability = 0.6},
                                                {.id = 2, .text = "b", .probability = 0.2}}});
        QCOMPARE(bars.rows().size(), std::size_t(3));
        QCOMPARE(bars.rows().back().id, 9);
        QVERIFY2(bars.accessibleDescription().contains(QStringLiteral("0.04 %")),
                 qPrintable(bars.accessibleDescription()));
        bars.setToken(std::nullopt);
        QVERIFY(bars.rows().empty());
        QVERIFY(bars.accessibleDescription().isEmpty());
    }

    void smallProbabilitiesAreNotRoundedToNothing() {
        QCOMPARE(probabilityText(0.632), QStringLiteral("63.2 %"));
        QCOMPARE(probabilityText(1.0), QStringLiteral("100.0 %"));
        QCOMPARE(probabilityText(0.0), QStringLiteral("0.0 %"));
        QCOMPARE(probabilityText(0.00012), QStringLiteral("0.01 %"));
    }
};

WATCHED_TEST_MAIN(AnswerViewTest)
#include "answer_view_test.moc"
