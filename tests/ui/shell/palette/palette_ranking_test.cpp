#include "ui/shell/palette/palette_ranking.h"

#include <QElapsedTimer>
#include <QTest>

#include "tests/ui/support/watched_application.h"

using namespace tunebench::ui;

namespace {

QStringList ranked(const QStringList& texts, const QString& typed) {
    std::vector<RankedText> all;
    for (const QString& text : texts)
        all.push_back({text, {}});
    QStringList found;
    for (const Ranked& one : rank(all, typed))
        found << texts[static_cast<int>(one.index)];
    return found;
}

std::vector<int> places(const char* text, const char* typed) {
    const auto match = fuzzyMatch(QString::fromLatin1(text), QString::fromLatin1(typed));
    return match ? match->places : std::vector<int>{-1};
}

}  // namespace

class PaletteRankingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void lettersAreFoundInOrderOnly() {
        QVERIFY(fuzzyMatch(QStringLiteral("History"), QStringLiteral("hsy")));
        QVERIFY(!fuzzyMatch(QStringLiteral("History"), QStringLiteral("yh")));
        QVERIFY(!fuzzyMatch(QStringLiteral("Hub"), QStringLiteral("hubs")));
        QVERIFY(!fuzzyMatch(QString(), QStringLiteral("a")));
    }

    void caseAndBlanksMakeNoDifference() {
        QVERIFY(places("Learning rate", "LEARNING RATE") == places("Learning rate", "learningrate"));
        QVERIFY(fuzzyMatch(QStringLiteral("Hub"), QString())->places.empty());
    }

    void ofSeveralWaysTheBestIsTaken() {
        // Beginnings of words before letters inside of words; letters that stand together before others.
        QVERIFY((places("Batch size: label smoothing", "ls") == std::vector<int>{12, 18}));
        QVERIFY((places("estimate rate", "rate") == std::vector<int>{9, 10, 11, 12}));
        QVERIFY((places("Rate of embeddings", "rate") == std::vector<int>{0, 1, 2, 3}));
    }

    void beginningsOfWordsComeFirst() {
        QCOMPARE(
            ranked({QStringLiteral("Clip norm"), QStringLiteral("Learning rate"), QStringLiteral("Lower")},
                   QStringLiteral("lr")),
            QStringList(
                {QStringLiteral("Learning rate"), QStringLiteral("Lower"), QStringLiteral("Clip norm")}));
        QCOMPARE(ranked({QStringLiteral("Pause or resume"), QStringLiteral("Use the sample"),
                         QStringLiteral("Setup")},
                        QStringLiteral("se"))
                     .front(),
                 QStringLiteral("Setup"));
    }

    void equalsKeepTheirOrder() {
        const QStringList texts = {QStringLiteral("run b"), QStringLiteral("run a"), QStringLiteral("run c")};
        QCOMPARE(ranked(texts, QStringLiteral("run")), texts);
        QCOMPARE(ranked(texts, QStringLiteral("  ")), texts);
        const QStringList pages = {QStringLiteral("Playground"), QStringLiteral("Hub"),
                                   QStringLiteral("History")};
        QCOMPARE(ranked(pages, QString()), pages);
    }

    void otherWordsLeadThereTooButLast() {
        const std::vector<RankedText> texts = {
            {QStringLiteral("Betas"), QStringLiteral("how much momentum the optimizer keeps")},
            {QStringLiteral("Use momentum"), {}}};
        const auto found = rank(texts, QStringLiteral("momentum"));
        QCOMPARE(found.size(), std::size_t{2});
        QCOMPARE(found[0].index, std::size_t{1});
        QCOMPARE(found[1].index, std::size_t{0});
        QVERIFY(found[1].match.places.empty());
        QVERIFY(rank(texts, QStringLiteral("momentum nothing")).empty());
    }

    void aLongTextIsQuick() {
        const QString text = QStringLiteral("ab ").repeated(400);
        QElapsedTimer timer;
        timer.start();
        QVERIFY(fuzzyMatch(text, QStringLiteral("abababababababababab")));
        QVERIFY(timer.elapsed() < 100);
    }
};

WATCHED_TEST_MAIN(PaletteRankingTest)
#include "palette_ranking_test.moc"
