// Every text of the window that lupdate finds in the sources has a finished German translation. What is in
// the .ts file says nothing of texts that nobody has added to it: here they are collected anew, into a copy.
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include "tests/ui/support/translation_file.h"
#include "tests/ui/support/watched_application.h"

using tunebench::ui::test::readTranslationFile;
using tunebench::ui::test::TranslationMessage;

namespace {

constexpr int kWaitMs = 120'000;

/// Empty where CMake has not found it.
QString lupdateProgram() {
    return QStringLiteral(TUNEBENCH_LUPDATE);
}

/// As in resources/translations/README.md. What core describes is not asked for: ui/translation does.
QString problemOfLupdate(const QString& sourceFolder, const QStringList& folders, const QString& copy) {
    QFile::remove(copy);
    if (!QFile::copy(QStringLiteral(TUNEBENCH_SOURCE_DIR "/resources/translations/tunebench_de.ts"), copy))
        return QStringLiteral("%1 cannot be written").arg(copy);
    QFile::setPermissions(copy, QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    const QStringList options = {QStringLiteral("-no-obsolete"), QStringLiteral("-locations"),
                                 QStringLiteral("none"), QStringLiteral("-ts"), copy};
    QProcess lupdate;
    lupdate.setWorkingDirectory(sourceFolder);
    lupdate.setProcessChannelMode(QProcess::MergedChannels);
    lupdate.start(lupdateProgram(),
                  QStringList{QStringLiteral("-I"), QStringLiteral("."), QStringLiteral("-recursive")} +
                      folders + options);
    const bool hasEnded = lupdate.waitForFinished(kWaitMs);
    if (hasEnded && lupdate.exitStatus() == QProcess::NormalExit && lupdate.exitCode() == 0)
        return {};
    return QStringLiteral("lupdate failed: %1 %2")
        .arg(lupdate.errorString(), QString::fromLocal8Bit(lupdate.readAll()));
}

QStringList unfinished(const std::vector<TranslationMessage>& messages) {
    QStringList texts;
    for (const TranslationMessage& message : messages)
        if (!message.isFinished)
            texts << QStringLiteral("%1: “%2”").arg(message.context, message.source);
    return texts;
}

}  // namespace

class LupdateTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        if (!QFileInfo(lupdateProgram()).isExecutable())
            QSKIP("Qt's lupdate is not there (Debian: qt6-l10n-tools): new texts are not looked for");
    }

    void everyTextOfTheWindowHasAFinishedTranslation() {
        const QString copy = QStringLiteral(TUNEBENCH_BINARY_DIR "/lupdate_de.ts");
        const QString problem = problemOfLupdate(QStringLiteral(TUNEBENCH_SOURCE_DIR),
                                                 {QStringLiteral("ui"), QStringLiteral("app/gui")}, copy);
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
        const auto messages = readTranslationFile(copy);
        QVERIFY(messages.size() > 1000);
        const QStringList texts = unfinished(messages);
        QVERIFY2(texts.isEmpty(),
                 qPrintable(QStringLiteral("not translated (resources/translations/README.md):\n") +
                            texts.join(QLatin1Char('\n'))));
    }

    void aNewTextIsSeen() {
        const QTemporaryDir folder;
        QVERIFY(folder.isValid());
        QFile source(folder.filePath(QStringLiteral("page.cpp")));
        QVERIFY(source.open(QIODevice::WriteOnly));
        source.write(
            "const char* const text = QT_TRANSLATE_NOOP(\"Page\", \"Nobody has translated this\");\n");
        source.close();
        const QString copy = folder.filePath(QStringLiteral("de.ts"));
        const QString problem = problemOfLupdate(folder.path(), {QStringLiteral(".")}, copy);
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
        QCOMPARE(unfinished(readTranslationFile(copy)),
                 QStringList{QStringLiteral("Page: “Nobody has translated this”")});
    }
};

WATCHED_TEST_MAIN(LupdateTest)
#include "lupdate_test.moc"
