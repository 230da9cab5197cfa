// What core says and a German window shows in German: each sentence of the lists, each message and hint that
// stands in core's sources, and what is put together from several.
#include <algorithm>
#include <array>
#include <vector>

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

#include "tests/ui/support/watched_application.h"
#include "ui/run/run_state.h"
#include "ui/text/core_sentence.h"
#include "ui/text/core_text.h"
#include "ui/text/language.h"
#include "ui/text/qt_text.h"
#include "ui/text/sentences/sentences.h"

using namespace tunebench;
using namespace tunebench::ui;

namespace {

constexpr int kFewestLetters = 10;  // less is a frame around what others say: "{}: {}"

struct Written {
    QString file = {};
    QString text = {};  // with a sample wherever core fills something in
};

/// What stands for a name or a number.
QString sample(int number) {
    return QStringLiteral("x%1").arg(number);
}

QString withSamples(QString text) {
    for (int number = 1; number <= 9; ++number)
        text.replace(QStringLiteral("%") + QString::number(number), sample(number));
    return text;
}

QString sourceOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// Of literals that follow each other. Patterns write a quote as \x22: moc loses its way at one in them.
QString literalText(const QString& literals) {
    static const QRegularExpression literal(QStringLiteral(R"_(\x22((?:[^\x22\\\n]++|\\.)*+)\x22)_"));
    QString text;
    for (auto it = literal.globalMatch(literals); it.hasNext();)
        text += it.next().captured(1);
    return text.replace(QStringLiteral("\\\""), QStringLiteral("\""))
        .replace(QStringLiteral("\\\\"), QStringLiteral("\\"));
}

const QRegularExpression& formatPart() {
    static const QRegularExpression part(QStringLiteral(R"_(\{\{|\}\}|\{[^{}]*\})_"));
    return part;
}

/// As fmt::format does.
QString formatted(const QString& text) {
    QString filled;
    qsizetype end = 0;
    int number = 0;
    for (auto it = formatPart().globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        const QString part = match.captured();
        const bool isBrace = part == QLatin1String("{{") || part == QLatin1String("}}");
        filled += text.mid(end, match.capturedStart() - end) + (isBrace ? part.left(1) : sample(++number));
        end = match.capturedEnd();
    }
    return filled + text.mid(end);
}

bool isFrame(QString text) {
    text.remove(formatPart());
    return std::ranges::count_if(text, [](QChar character) { return character.isLetter(); }) < kFewestLetters;
}

/// Only whole ones: what `+` continues is put together.
void appendWritten(const QString& file, std::vector<Written>& found) {
    static const QRegularExpression assignment(
        QStringLiteral(R"_((?:\.(?:message|hint) =|ErrorCode::\w+,)\s*(fmt::format\(\s*)?)_"
                       R"_(((?:\x22(?:[^\x22\\\n]++|\\.)*+\x22\s*)+)[,;:)}])_"));
    const QString source = sourceOf(file);
    for (auto it = assignment.globalMatch(source); it.hasNext();) {
        const auto match = it.next();
        const QString text = literalText(match.captured(2));
        if (!isFrame(text))
            found.push_back({file, match.captured(1).isEmpty() ? text : formatted(text)});
    }
}

/// Findings about data count rows in other words; ui/text/core_sentence has all of them.
std::vector<Written> writtenInCore() {
    std::vector<Written> found;
    QDirIterator files(QStringLiteral(TUNEBENCH_SOURCE_DIR "/core"),
                       {QStringLiteral("*.cpp"), QStringLiteral("*.h")}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext())
        if (const QString file = files.next(); !file.endsWith(QLatin1String("/data_findings.cpp")))
            appendWritten(file, found);
    return found;
}

/// Parts of sentences; wholeSentences has them whole.
bool isPart(const QString& text) {
    static constexpr std::array kParts = {
        "adapter_config.json: x1 x2",
        "config.json: x1 x2",
        "x1 than the x2 positions of the model",
        "must be a list of texts or of objects with a path",
        "x1 since the run beganx2: it would not go on as it was",
        "The model is a x1, x2which cannot generate text",
    };
    return std::ranges::any_of(kParts, [&](const char* part) { return text == QLatin1String(part); });
}

void addRow(const char* english, const char* german) {
    QTest::newRow(english) << QString::fromUtf8(english) << QString::fromUtf8(german);
}

}  // namespace

class KnownSentencesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installLanguage(*qApp, Language::German); }

    void eachIsTakenForItself() {
        QStringList wrong;
        for (const char* sentence : coreSentenceTexts()) {
            const QString text = withSamples(QString::fromUtf8(sentence));
            const QString shown = coreSentence(text.toStdString());
            if (shown == text || shown != withSamples(coreText(sentence)))
                wrong << QStringLiteral("“%1” is shown as “%2”").arg(text, shown);
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
    }

    void whatCoreSaysIsKnown() {
        const auto written = writtenInCore();
        QVERIFY(written.size() > 500);
        QStringList unknown;
        for (const auto& [file, text] : written)
            if (!isPart(text) && coreSentence(text.toStdString()) == text)
                unknown << QStringLiteral("%1: “%2”").arg(file, text);
        QVERIFY2(unknown.isEmpty(),
                 qPrintable(QStringLiteral("not in ui/text/sentences:\n") + unknown.join(QLatin1Char('\n'))));
    }

    void wholeSentences_data() {
        QTest::addColumn<QString>("english");
        QTest::addColumn<QString>("german");
        addRow("AdamW: 4NB with N = 198.7 k trained parameters and B = 4 bytes: 3.03 MiB",
               "AdamW: 4NB mit N = 198.7 k trainierten Parametern und B = 4 Byte: 3.03 MiB");
        addRow("Adam: N · (2 + 2 + 8) bytes with N = 1.4 M trained parameters: 16.9 MiB",
               "Adam: N · (2 + 2 + 8) Byte mit N = 1.4 M trainierten Parametern: 16.9 MiB");
        addRow("method.targets: no projection of this model is called 'q_prok'",
               "method.targets: keine Projektion dieses Modells heißt „q_prok“");
        addRow("adapter_config.json: lora_bias is set, which is not supported yet",
               "adapter_config.json: lora_bias ist gesetzt, was noch nicht unterstützt wird");
        addRow("config.json: intervention_types are not all the same",
               "config.json: intervention_types sind nicht alle gleich");
        addRow("A maximum length of 4096 tokens is more than the 2048 positions of the model",
               "Eine Höchstlänge von 4096 Token ist mehr als die 2048 Positionen des Modells");
        addRow("data.train must be a list of texts or of objects with a path",
               "data.train muss eine Liste von Texten oder von Objekten mit „path“ sein");
        addRow(
            "a.jsonl has changed since the run began, and 2 more: it would not go on as it was",
            "a.jsonl hat sich geändert, seit der Lauf begonnen hat, und 2 weitere: Er ginge nicht so weiter, "
            "wie er war");
        addRow("The model is a BertModel, an encoder, which cannot generate text",
               "Das Modell ist ein BertModel, ein Encoder, der keinen Text erzeugen kann");
        addRow("/d/a b.jsonl line 3, column 7: there is no JSON value.",
               "/d/a b.jsonl Zeile 3, Spalte 7: hier steht kein JSON-Wert.");
        addRow("2 rows cannot be read; the first: /d/a.jsonl line 2: the line is longer than 3 KiB.",
               "2 Zeilen lassen sich nicht lesen; die erste: /d/a.jsonl Zeile 2: Die Zeile ist länger als 3 "
               "KiB.");
        addRow("/d/a.jsonl has no usable row: 3 without text, 2 without an answer to learn of 5",
               "/d/a.jsonl hat keine brauchbare Zeile: 3 ohne Text, 2 ohne Antwort zum Lernen von 5");
        addRow("No samples were drawn: The prompt has 12 tokens, but the model reads at most 8",
               "Es wurden keine Proben gezogen: Der Prompt hat 12 Token, aber das Modell liest höchstens 8");
        addRow(
            "The cache of tokens cannot be used: /c has only 3 MiB free. The data is made into tokens anew.",
            "Der Cache der Token ist nicht benutzbar: in /c sind nur 3 MiB frei. Die Daten werden neu in "
            "Token zerlegt.");
        addRow("/d/history.db: The history /d/history.db is damaged.",
               "/d/history.db: Der Verlauf /d/history.db ist beschädigt.");
        addRow("Filter, column 8: a value is missing", "Filter, Zeichen 8: ein Wert fehlt");
        addRow(
            "A token with the right to read it is needed: set HF_TOKEN, or put it into the token file or the "
            "keyring. Ask for access on https://hub/a/b.",
            "Nötig ist ein Zugriffstoken mit Leserecht: HF_TOKEN setzen oder es in der Token-Datei oder im "
            "Schlüsselbund ablegen. Zugang auf https://hub/a/b erbitten.");
    }

    void wholeSentences() {
        QFETCH(QString, english);
        QFETCH(QString, german);
        QCOMPARE(coreSentence(english.toStdString()), german);
    }

    void whatIsQuotedIsOfTheUser() {
        QCOMPARE(coreSentence("'at least one' is not a known field"),
                 QString::fromUtf8("„at least one“ ist kein bekanntes Feld"));
    }

    void theLogOfARun() {
        RunState state;
        state.apply(RunWarning{
            .step = 12,
            .message = "Memory ran out in the backward pass after step 12: tensors may take 3.2 GiB",
            .hint =
                "With budget.batch_size=2 a new run needs about 2.1 GiB, 900 MiB less. Close other programs "
                "and resume this one. Some weights were half updated: it goes back to what was saved last."});
        QCOMPARE(state.log.back().text, QString::fromUtf8("Der Speicher ging im Rückwärtsdurchlauf nach "
                                                          "Schritt 12 aus: Tensoren dürfen 3.2 GiB belegen"));
        QCOMPARE(
            state.log.back().hint,
            QString::fromUtf8("Mit budget.batch_size=2 braucht ein neuer Lauf etwa 2.1 GiB, 900 MiB weniger. "
                              "Andere Programme schließen und diesen Lauf fortsetzen. Einige Gewichte waren "
                              "halb geändert: Er kehrt zum zuletzt gespeicherten Stand zurück."));
        state.apply(PhaseChanged{.phase = RunPhase::Paused, .step = 12, .detail = "memory ran out"});
        QVERIFY(state.log.back().text.endsWith(QString::fromUtf8(": der Speicher ging aus")));
        state.apply(
            PhaseChanged{.phase = RunPhase::Loading, .detail = "Reading a.jsonl, 40 %", .share = 0.4});
        QCOMPARE(state.phase_detail, QString::fromUtf8("a.jsonl wird gelesen, 40 %"));
        state.apply(RunFinished{
            .cause = ExitCause::Failed,
            .step = 12,
            .error = Error{.code = ErrorCode::OutOfMemory,
                           .message = "Memory ran out before the result was written",
                           .hint = "Step 10 is saved: resume the run once there is more memory."}});
        QCOMPARE(state.log.back().text,
                 QString::fromUtf8("Der Speicher ging aus, bevor das Ergebnis geschrieben war"));
        QCOMPARE(state.log.back().hint,
                 QString::fromUtf8(
                     "Schritt 10 ist gespeichert: den Lauf fortsetzen, sobald es mehr Speicher gibt."));
    }
};

WATCHED_TEST_MAIN(KnownSentencesTest)
#include "known_sentences_test.moc"
