#include "ui/forms/field_labels.h"

#include <QTest>

#include "tests/ui/support/watched_application.h"

using namespace tunebench::ui;

class FieldLabelsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fieldsAreCalledAsFormsCallThem() {
        QCOMPARE(fieldLabel(QStringLiteral("data.max_length")), QStringLiteral("Maximum length"));
        QCOMPARE(fieldLabel(QStringLiteral("optimizer.learning_rate")), QStringLiteral("Learning rate"));
        QCOMPARE(fieldLabel(QStringLiteral("method.id")), QStringLiteral("Method"));
        QCOMPARE(fieldLabel(QStringLiteral("seed")), QStringLiteral("Seed"));
        QVERIFY(fieldLabel(QStringLiteral("data.nothing")).isEmpty());
    }

    void fieldsOfOneLabelAreToldApart() {
        QCOMPARE(distinctFieldLabels({QStringLiteral("budget.batch_size"), QStringLiteral("imported.lr"),
                                      QStringLiteral("evaluation.batch_size"), QStringLiteral("budget.steps"),
                                      QStringLiteral("seed")},
                                     {QStringLiteral("Steps")}),
                 (QStringList{QStringLiteral("Batch size (budget.batch_size)"), QStringLiteral("imported.lr"),
                              QStringLiteral("Batch size (evaluation.batch_size)"),
                              QStringLiteral("Steps (budget.steps)"), QStringLiteral("Seed")}));
    }

    void labelsAreWordsOfASentence() {
        QCOMPARE(inSentence(QStringLiteral("Learning rate")), QStringLiteral("learning rate"));
        QCOMPARE(inSentence(QStringLiteral("NEFTune noise")), QStringLiteral("NEFTune noise"));
        QVERIFY(inSentence({}).isEmpty());
    }

    void sentencesSayTheLabels() {
        QCOMPARE(withFieldLabels(QStringLiteral("optimizer.learning_rate must be above 0, got -1")),
                 QStringLiteral("“Learning rate” must be above 0, got -1"));
        QCOMPARE(withFieldLabels(QStringLiteral("Raise data.max_length.")),
                 QStringLiteral("Raise “Maximum length”."));
    }

    void filesAndOtherWordsStayAsTheyAre() {
        for (const char* text : {"Cannot read data.train.jsonl", "Cannot read /tmp/data.train/a.jsonl",
                                 "Cannot read config.json", "e.g. 3.5 or method.nothing"})
            QCOMPARE(withFieldLabels(QString::fromLatin1(text)), QString::fromLatin1(text));
    }
};

WATCHED_TEST_MAIN(FieldLabelsTest)
#include "field_labels_test.moc"
