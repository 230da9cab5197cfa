// The German window: every text of ui and of core's descriptions has a translation that can stand in its
// place.
#include <fstream>
#include <vector>

#include <QComboBox>
#include <QLabel>
#include <QRegularExpression>
#include <QTest>
#include <QTranslator>

#include "tests/ui/support/core_texts.h"
#include "tests/ui/support/opened_window.h"
#include "tests/ui/support/translation_file.h"
#include "tests/ui/support/watched_application.h"
#include "ui/pages/setup/setup_header.h"
#include "ui/pages/setup_page.h"
#include "ui/shell/page_registry.h"
#include "ui/text/core_text.h"
#include "ui/text/language.h"
#include "ui/theme/theme.h"

using namespace tunebench;
using namespace tunebench::ui;
using ui::test::coreTexts;
using ui::test::OpenedWindow;
using ui::test::readTranslationFile;
using ui::test::TranslationMessage;

namespace {

std::vector<TranslationMessage> readMessages() {
    return readTranslationFile(
        QStringLiteral(TUNEBENCH_SOURCE_DIR "/resources/translations/tunebench_de.ts"));
}

/// What both must hold, in any order.
QStringList found(const QString& text, const char* pattern) {
    const QRegularExpression expression = QRegularExpression(QLatin1String(pattern));
    QStringList parts;
    for (auto it = expression.globalMatch(text); it.hasNext();)
        parts << it.next().captured();
    parts.sort();
    return parts;
}

bool isKeySequence(const QString& text) {
    static const QRegularExpression keys(QStringLiteral(R"(^(?:(?:Ctrl|Alt|Shift|Meta)\+\S+|F\d+)$)"));
    return keys.match(text).hasMatch();
}

/// What is wrong with a translation, or nothing.
QString flawOf(const QString& source, const QString& translation) {
    if (translation.trimmed().isEmpty())
        return QStringLiteral("it is empty");
    if (isKeySequence(source))
        return source == translation ? QString() : QStringLiteral("keys are written as in the source");
    if (found(source, "%L?[1-9]|%n") != found(translation, "%L?[1-9]|%n"))
        return QStringLiteral("its placeholders differ");
    if (found(source, "&(?=\\w)").size() != found(translation, "&(?=\\w)").size())
        return QStringLiteral("it has a mnemonic more or less");
    if (found(source, "</?[a-z]+[^>]*>") != found(translation, "</?[a-z]+[^>]*>"))
        return QStringLiteral("its tags differ");
    if (source.startsWith(QLatin1Char('>')) != translation.startsWith(QLatin1Char('>')))
        return QStringLiteral("'>' at the start marks a column of numbers");
    if (source.front().isSpace() != translation.front().isSpace() ||
        source.back().isSpace() != translation.back().isSpace())
        return QStringLiteral("spaces at its ends differ");
    return {};
}

/// For lupdate, which reads no sources of core (resources/translations/README.md).
void writeForLupdate(const std::set<std::string>& texts) {
    std::ofstream out(TUNEBENCH_BINARY_DIR "/core_texts.h");
    for (const auto& text : texts) {
        out << "QT_TRANSLATE_NOOP(\"core\", \"";
        for (const char c : text) {
            if (c == '"' || c == '\\')
                out << '\\';
            out << (c == '\n' ? std::string("\\n") : std::string(1, c));
        }
        out << "\")\n";
    }
}

bool hasLabel(const QWidget& parent, const QString& text) {
    for (const QLabel* label : parent.findChildren<QLabel*>())
        if (label->text() == text)
            return true;
    return false;
}

}  // namespace

class TranslationTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        installTheme(*qApp, ThemeChoice::Light);
        for (const PageLine& line : pageLines())
            englishLabels_ << pageLabel(line.page);
        installLanguage(*qApp, Language::German);
        QVERIFY(german_.load(QStringLiteral(":/translations/tunebench_de.qm")));
    }

    void everyMessageHasATranslationThatCanStandInItsPlace() {
        const auto messages = readMessages();
        QVERIFY(messages.size() > 2000);
        QStringList flaws;
        for (const TranslationMessage& message : messages) {
            QString flaw = message.isFinished ? QString() : QStringLiteral("it is not finished");
            for (const QString& translation : message.translations)
                if (flaw.isEmpty())
                    flaw = flawOf(message.source, translation);
            if (!flaw.isEmpty())
                flaws << QStringLiteral("%1: “%2”: %3").arg(message.context, message.source, flaw);
        }
        QVERIFY2(flaws.isEmpty(), qPrintable(flaws.join(QLatin1Char('\n'))));
    }

    void theProgramHoldsEveryMessage() {
        QStringList missing;
        for (const TranslationMessage& message : readMessages())
            if (german_
                    .translate(message.context.toUtf8().constData(), message.source.toUtf8().constData(),
                               message.comment.toUtf8().constData(), 1)
                    .isEmpty())
                missing << message.source;
        QVERIFY2(missing.isEmpty(), qPrintable(missing.join(QLatin1Char('\n'))));
    }

    void everyTextOfCoreIsTranslated() {
        const auto texts = coreTexts();
        QVERIFY(texts.size() > 600);
        writeForLupdate(texts);
        QStringList missing;
        for (const auto& text : texts)
            if (german_.translate("core", text.c_str()).isEmpty())
                missing << QString::fromStdString(text);
        QVERIFY2(missing.isEmpty(), qPrintable(missing.join(QLatin1Char('\n'))));
    }

    void textsWithoutATranslationStayAsTheyAre() {
        QCOMPARE(coreText("no text of core"), QStringLiteral("no text of core"));
        QCOMPARE(coreText(""), QString());
        RunPreset preset{.title = "Learning rate", .group = "own"};
        QCOMPARE(presetTitle(preset), QStringLiteral("Learning rate"));
        preset.group = "goal";
        QVERIFY(presetTitle(preset) != QLatin1String("Learning rate"));
    }

    void rangesKeepTheirNumbers() {
        const ParamSpec spec{.key = "rank", .min = -0.5, .max = 512};
        const QString text = rangeText(spec);
        QVERIFY2(text.contains(QLatin1String("-0.5")) && text.contains(QLatin1String("512")),
                 qPrintable(text));
        QVERIFY2(!text.contains(QLatin1String("between")) && !text.contains(QLatin1Char('%')),
                 qPrintable(text));
    }

    void largeBoundsAreGrouped() {
        const ParamSpec spec{.key = "steps", .min = 0, .max = 1'000'000};
        const QLocale before;
        QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
        const QString text = rangeText(spec);
        QLocale::setDefault(before);
        QVERIFY2(text.contains(QLatin1String("1.000.000")), qPrintable(text));
    }

    void theWindowIsGerman() {
        int changed = 0;
        for (const PageLine& line : pageLines()) {
            const int index = static_cast<int>(line.page);
            changed += pageLabel(line.page) != englishLabels_.at(index) ? 1 : 0;
            QVERIFY2(!pageShortcut(line.page).isEmpty(), line.name);
        }
        QVERIFY(changed >= kPageCount / 2);  // "Live" and "Export" are German words too
        OpenedWindow opened;
        QVERIFY(coreText("Learning rate") != QLatin1String("Learning rate"));
        QVERIFY(hasLabel(opened.window(), coreText("Learning rate")));
        opened.window().showPage(MainWindow::Settings);
        QVERIFY(hasLabel(opened.window(), pageLabel(Page::Settings)));
        QVERIFY(!hasLabel(opened.window(), QStringLiteral("Settings")));
    }

    void theTopOfSetupHasRoomForItsButtons() {
        OpenedWindow opened;
        QCoreApplication::processEvents();
        const auto* header = opened.window().setupPage()->findChild<SetupHeader*>();
        QVERIFY(header != nullptr);
        QVERIFY2(header->minimumSizeHint().width() <= header->width(),
                 qPrintable(
                     QStringLiteral("%1 of %2").arg(header->minimumSizeHint().width()).arg(header->width())));
    }

    void theChosenLanguageIsKeptForTheNextStart() {
        OpenedWindow opened;
        QVERIFY(storedLanguage(opened.workbench().settings()) == Language::System);
        opened.window().showPage(MainWindow::Settings);
        auto* language = opened.window().findChild<QComboBox*>(QStringLiteral("language"));
        QVERIFY(language != nullptr);
        language->setCurrentIndex(language->findData(QStringLiteral("de")));
        QVERIFY(storedLanguage(opened.workbench().settings()) == Language::German);
        opened.reopen();
        QVERIFY(storedLanguage(opened.workbench().settings()) == Language::German);
    }

private:
    QStringList englishLabels_;
    QTranslator german_;
};

WATCHED_TEST_MAIN(TranslationTest)
#include "translation_test.moc"
