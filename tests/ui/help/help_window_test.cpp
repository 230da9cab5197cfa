// The help in the real window, by keys and by the mouse; and whether its texts are whole.
#include "ui/help/help_window.h"

#include <algorithm>

#include <QAbstractButton>
#include <QAction>
#include <QDir>
#include <QFileInfo>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QRegularExpression>
#include <QSet>
#include <QTest>
#include <QTextBlock>
#include <QTextTable>
#include <QTranslator>

#include "tests/ui/support/opened_window.h"
#include "tests/ui/support/watched_application.h"
#include "ui/forms/param_field.h"
#include "ui/forms/param_form.h"
#include "ui/forms/section_form.h"
#include "ui/help/help_browser.h"
#include "ui/help/help_topics.h"
#include "ui/pages/setup_page.h"
#include "ui/shell/page_registry.h"
#include "ui/shell/palette/command_palette.h"
#include "ui/text/language.h"
#include "ui/theme/colors.h"
#include "ui/theme/theme.h"

using namespace tunebench;
using namespace tunebench::ui;
using ui::test::click;
using ui::test::OpenedWindow;

namespace {

/// Of the application, as long as it lives.
class SpokenLanguage {
public:
    explicit SpokenLanguage(Language language) { installLanguage(*qApp, language); }
    ~SpokenLanguage() { qDeleteAll(qApp->findChildren<QTranslator*>(QString(), Qt::FindDirectChildrenOnly)); }
    Q_DISABLE_COPY_MOVE(SpokenLanguage)
};

void addLanguages() {
    QTest::addColumn<QString>("language");
    QTest::newRow("English") << QStringLiteral("en");
    QTest::newRow("German") << QStringLiteral("de");
}

/// In the language that is spoken.
QString pathOf(const QString& topic) {
    return QLatin1Char(':') + helpUrl(topic).path();
}

QString textOf(const QString& topic) {
    QFile file(pathOf(topic));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QString germanTextOf(const QString& topic) {
    const SpokenLanguage german(Language::German);
    return textOf(topic);
}

/// As the help in that language writes it.
QString keysText(const QKeySequence& keys, const QString& language) {
    QString text = keys.toString();
    return language == QLatin1String("de") ? text.replace(QLatin1String("Ctrl"), QLatin1String("Strg"))
                                           : text;
}

/// What the expression captures, sorted.
QStringList partsOf(const QString& text, const char* expression) {
    const QRegularExpression pattern(QLatin1String(expression), QRegularExpression::MultilineOption);
    QStringList parts;
    for (auto match = pattern.globalMatch(text); match.hasNext();)
        parts << match.next().captured(1);
    parts.sort();
    return parts;
}

QStringList linksOf(const QString& text) {
    return partsOf(text, R"(\]\(([^)]*)\))");
}

QStringList headingMarksOf(const QString& text) {
    return partsOf(text, "^(#+) ");
}

bool isTopic(const QString& name) {
    const auto& topics = helpTopics();
    return std::any_of(topics.begin(), topics.end(),
                       [&](const HelpTopic& topic) { return name == QLatin1String(topic.name); });
}

/// qWaitForWindowActive() takes a window whose owner is active for active, too.
bool activate(QWidget& window) {
    window.activateWindow();
    return QTest::qWaitFor([&window] { return QApplication::activeWindow() == &window; });
}

HelpWindow* helpOf(QWidget& owner) {
    return owner.findChild<HelpWindow*>(QString(), Qt::FindDirectChildrenOnly);
}

/// The contents mark what the text begins with.
bool isWhole(const HelpWindow& help) {
    const QListWidgetItem* marked = help.contents()->currentItem();
    return marked != nullptr && help.text()->toPlainText().trimmed().startsWith(marked->text()) &&
           help.windowTitle().endsWith(marked->text());
}

/// Of the page at the front, by its key.
HelpWindow& openHelp(OpenedWindow& opened) {
    activate(opened.window());
    QTest::keyClick(&opened.window(), Qt::Key_F1);
    HelpWindow& help = *helpOf(opened.window());
    activate(help);
    return help;
}

QColor borderOfTheFirstTable(const HelpWindow& help) {
    const auto frames = help.text()->document()->rootFrame()->childFrames();
    return frames.isEmpty() ? QColor() : frames.first()->frameFormat().borderBrush().color();
}

/// A click on the first link of the text to that topic; false when there is none.
bool clickLinkTo(HelpBrowser& text, const QString& topic) {
    for (QTextBlock block = text.document()->begin(); block.isValid(); block = block.next())
        for (auto part = block.begin(); !part.atEnd(); ++part) {
            if (part.fragment().charFormat().anchorHref() != topic + QStringLiteral(".md"))
                continue;
            QTextCursor cursor(text.document());
            cursor.setPosition(part.fragment().position() + 1);
            text.setTextCursor(cursor);
            text.ensureCursorVisible();
            QTest::mouseClick(text.viewport(), Qt::LeftButton, {}, text.cursorRect(cursor).center());
            return true;
        }
    return false;
}

}  // namespace

class HelpWindowTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        installTheme(*qApp, ThemeChoice::Light);
        const HelpBrowser texts;  // with which the texts are there
    }

    void everyTopicIsAFileAndEveryFileATopic_data() { addLanguages(); }
    void everyTopicIsAFileAndEveryFileATopic() {
        QFETCH(QString, language);
        const SpokenLanguage spoken(languageFromText(language));
        QSet<QString> names;
        for (const HelpTopic& topic : helpTopics()) {
            const QString name = QLatin1String(topic.name);
            names << name + QStringLiteral(".md");
            QVERIFY2(textOf(name).startsWith(QStringLiteral("# %1\n").arg(helpTitle(topic))), topic.name);
        }
        const QStringList files = QFileInfo(pathOf(QStringLiteral("start"))).dir().entryList(QDir::Files);
        QCOMPARE(QSet<QString>(files.begin(), files.end()), names);
    }

    void theLanguagesHaveTheSameLinksAndHeadings() {
        for (const HelpTopic& topic : helpTopics()) {
            const QString english = textOf(QLatin1String(topic.name));
            const QString german = germanTextOf(QLatin1String(topic.name));
            QVERIFY2(english != german, topic.name);
            QVERIFY2(linksOf(english) == linksOf(german), topic.name);
            QVERIFY2(headingMarksOf(english) == headingMarksOf(german), topic.name);
            QVERIFY2(headingMarksOf(english).size() > 2, topic.name);
        }
    }

    void everyPageOfTheWindowHasItsHelpWithItsKeys_data() { addLanguages(); }
    void everyPageOfTheWindowHasItsHelpWithItsKeys() {
        QFETCH(QString, language);
        const SpokenLanguage spoken(languageFromText(language));
        for (const PageLine& line : pageLines()) {
            QVERIFY2(isTopic(QLatin1String(line.help)), line.name);
            QVERIFY2(textOf(QLatin1String(line.help)).contains(keysText(pageShortcut(line.page), language)),
                     line.name);
        }
    }

    void everyLinkLeadsToATopic() {
        int count = 0;
        for (const HelpTopic& topic : helpTopics())
            for (const QString& target : linksOf(textOf(QLatin1String(topic.name)))) {
                ++count;
                QVERIFY2(target.endsWith(QStringLiteral(".md")) && isTopic(target.chopped(3)),
                         qPrintable(QLatin1String(topic.name) + QStringLiteral(": ") + target));
            }
        QVERIFY(count > 20);
    }

    void theKeysAreThoseOfTheWindow_data() { addLanguages(); }
    void theKeysAreThoseOfTheWindow() {
        QFETCH(QString, language);
        const SpokenLanguage spoken(languageFromText(language));
        OpenedWindow opened;
        const QString keys = textOf(QStringLiteral("keys"));
        for (const QAction* action : opened.window().actions())
            QVERIFY2(keys.contains(keysText(action->shortcut(), language)), qPrintable(action->text()));
        for (const PageLine& line : pageLines())
            QVERIFY2(keys.contains(keysText(pageShortcut(line.page), language)), line.name);
    }

    void f1OpensTheHelpOfThePageAtTheFront() {
        OpenedWindow opened;
        for (const PageLine& line : pageLines()) {
            opened.window().showPage(line.page);
            HelpWindow& help = openHelp(opened);
            QVERIFY(help.isVisible());
            QVERIFY(!help.isModal());
            QCOMPARE(help.topic(), QString::fromLatin1(line.help));
            QVERIFY(isWhole(help));
            QTest::keyClick(help.text(), Qt::Key_Escape);
            QVERIFY(!help.isVisible());
        }
        QCOMPARE(opened.window().findChildren<HelpWindow*>().size(), 1);
    }

    void theGermanWindowShowsTheGermanPages() {
        const SpokenLanguage german(Language::German);
        OpenedWindow opened;
        HelpWindow& help = openHelp(opened);
        QVERIFY(help.text()->toPlainText().trimmed().startsWith(QStringLiteral("Einrichten")));
        QVERIFY(isWhole(help));
        QVERIFY(clickLinkTo(*help.text(), QStringLiteral("memory")));
        QCOMPARE(help.topic(), QStringLiteral("memory"));
        QVERIFY(
            help.text()->toPlainText().trimmed().startsWith(QStringLiteral("Speicher, und was wo passt")));
        QVERIFY(isWhole(help));
    }

    void aFieldKeepsF1ForItsExplanation() {
        OpenedWindow opened;
        QVERIFY(activate(opened.window()));
        auto* method = opened.window().setupPage()->findChild<SectionForm*>(QStringLiteral("method"));
        auto* rank = method->form()->field(QStringLiteral("rank"))->editor()->findChild<QLineEdit*>();
        rank->setFocus();
        QTest::keyClick(rank, Qt::Key_F1);
        QVERIFY(helpOf(opened.window()) == nullptr);
    }

    void theButtonAndThePaletteOpenItToo() {
        OpenedWindow opened;
        opened.window().showPage(MainWindow::History);
        QVERIFY(click(opened.window(), "help"));
        HelpWindow& help = *helpOf(opened.window());
        QCOMPARE(help.topic(), QStringLiteral("history"));
        help.close();
        CommandPalette& palette = *opened.window().commandPalette();
        palette.toggle();
        QTest::keyClicks(palette.line(), QStringLiteral("help"));
        QCOMPARE(palette.list()->currentIndex().data().toString(), QStringLiteral("Help"));
        QTest::keyClick(palette.line(), Qt::Key_Return);
        QVERIFY(help.isVisible());
    }

    void theSearchHasRoomForItsName() {
        OpenedWindow opened;
        const auto* search = openHelp(opened).search();
        constexpr int kPictures = 60;  // and the frame
        QVERIFY(search->width() >=
                search->fontMetrics().horizontalAdvance(search->placeholderText()) + kPictures);
    }

    void escapeClosesItWhereverTheFocusIs() {
        OpenedWindow opened;
        HelpWindow& help = openHelp(opened);
        for (QWidget* place : {static_cast<QWidget*>(help.text()), static_cast<QWidget*>(help.contents()),
                               static_cast<QWidget*>(help.search())}) {
            showHelp(opened.window(), QStringLiteral("setup"));
            QVERIFY(activate(help));
            place->setFocus();
            QTest::keyClick(place, Qt::Key_Escape);
            QVERIFY(!help.isVisible());
        }
        QVERIFY(opened.window().isVisible());
    }

    void linksAndContentsLeadOnAndThereIsAWayBack() {
        OpenedWindow opened;
        HelpWindow& help = openHelp(opened);
        QVERIFY(clickLinkTo(*help.text(), QStringLiteral("memory")));
        QCOMPARE(help.topic(), QStringLiteral("memory"));
        QVERIFY(!help.text()->toPlainText().isEmpty());
        help.contents()->setFocus();
        QTest::keyClick(help.contents(), Qt::Key_Down);
        QCOMPARE(help.topic(), QStringLiteral("data"));
        QVERIFY(click(help, "help_chevron-left"));
        QCOMPARE(help.topic(), QStringLiteral("memory"));
        QVERIFY(click(help, "help_chevron-left"));
        QCOMPARE(help.topic(), QStringLiteral("setup"));
        QVERIFY(click(help, "help_chevron-right"));
        QCOMPARE(help.topic(), QStringLiteral("memory"));
        QVERIFY(isWhole(help));
    }

    void wordsAreFoundOnThePage() {
        OpenedWindow opened;
        HelpWindow& help = openHelp(opened);
        QTest::keyClick(&help, Qt::Key_F, Qt::ControlModifier);
        QTRY_VERIFY(help.search()->hasFocus());
        QTest::keyClicks(help.search(), QStringLiteral("model"));
        const auto places = help.text()->extraSelections().size();
        QVERIFY(places > 1);
        const int first = help.text()->textCursor().selectionStart();
        QTest::keyClick(help.search(), Qt::Key_Return);
        QVERIFY(help.text()->textCursor().selectionStart() > first);
        QCOMPARE(help.text()->textCursor().selectedText().toLower(), QStringLiteral("model"));
        for (qsizetype i = 1; i < places; ++i)  // after the last comes the first
            QTest::keyClick(help.search(), Qt::Key_Return);
        QCOMPARE(help.text()->textCursor().selectionStart(), first);
        QTest::keyClicks(help.search(), QStringLiteral(" of nowhere"));
        QVERIFY(help.text()->extraSelections().isEmpty());
        QVERIFY(!help.search()->accessibleDescription().isEmpty());
    }

    void itFollowsTheTheme() {
        OpenedWindow opened;
        HelpWindow& help = openHelp(opened);
        showHelp(opened.window(), QStringLiteral("keys"));
        applyTheme(*qApp, ThemeChoice::Dark);
        QTRY_COMPARE(borderOfTheFirstTable(help), darkColors().border);
        QCOMPARE(help.topic(), QStringLiteral("keys"));
        applyTheme(*qApp, ThemeChoice::Light);
    }

    void everyControlHasAName() {
        OpenedWindow opened;
        HelpWindow& help = openHelp(opened);
        QVERIFY(!help.windowTitle().isEmpty());
        for (const QWidget* widget : help.findChildren<QWidget*>()) {
            const bool isInLine = qobject_cast<const QLineEdit*>(widget->parentWidget()) != nullptr;
            const bool isControl = (widget->focusPolicy() & Qt::TabFocus) != 0 ||
                                   qobject_cast<const QAbstractButton*>(widget) != nullptr;
            if (isControl && !isInLine)
                QVERIFY2(!widget->accessibleName().isEmpty(), widget->metaObject()->className());
        }
    }
};

WATCHED_TEST_MAIN(HelpWindowTest)
#include "help_window_test.moc"
