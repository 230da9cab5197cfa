#include "ui/text/core_sentence.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <vector>

#include <QRegularExpression>

#include "ui/text/core_text.h"
#include "ui/text/qt_text.h"
#include "ui/text/sentences/sentences.h"

namespace tunebench::ui {
namespace {

/// A sentence with placeholders.
struct Known {
    const char* text = nullptr;
    QRegularExpression pattern = {};
    QString longest = {};             // of its words: only where they are, the pattern is tried
    qsizetype words = 0;              // their characters
    std::vector<bool> isQuoted = {};  // by placeholder: what stands there is never of core
};

const QRegularExpression& placeholder() {
    static const QRegularExpression expression(QStringLiteral("%[1-9]"));
    return expression;
}

std::vector<bool> quotedPlaceholders(const QString& text) {
    static const QRegularExpression quoted(QStringLiteral(R"(^(['"])%[1-9]\1)"));
    std::vector<bool> found;
    for (auto it = placeholder().globalMatch(text); it.hasNext();) {
        const qsizetype before = it.next().capturedStart() - 1;
        found.push_back(before >= 0 && quoted.match(text.mid(before, 4)).hasMatch());
    }
    return found;
}

Known knownFrom(const char* sentence) {
    const QString text = QString::fromUtf8(sentence);
    Known known{.text = sentence, .isQuoted = quotedPlaceholders(text)};
    QStringList escaped;
    for (const QString& words : text.split(placeholder())) {
        escaped << QRegularExpression::escape(words);
        known.words += words.size();
        if (words.size() > known.longest.size())
            known.longest = words;
    }
    known.pattern =
        QRegularExpression(QRegularExpression::anchoredPattern(escaped.join(QStringLiteral("(.+?)"))),
                           QRegularExpression::DotMatchesEverythingOption);
    return known;
}

/// The right one of those that fit is before the others.
std::vector<Known> knownSentences() {
    std::vector<Known> known;
    for (const char* sentence : coreSentenceTexts())
        if (QString::fromUtf8(sentence).contains(placeholder()))
            known.push_back(knownFrom(sentence));
    std::ranges::stable_sort(known, std::ranges::greater(), &Known::words);
    return known;
}

/// At once, as a path may hold what looks like a placeholder.
QString filled(const QString& translation, const QStringList& parts) {
    QString text;
    for (qsizetype i = 0; i < translation.size(); ++i) {
        const bool isPlaceholder = translation[i] == QLatin1Char('%') && i + 1 < translation.size();
        const int number = isPlaceholder ? translation[i + 1].digitValue() : 0;
        if (number >= 1 && number <= parts.size()) {
            text += parts[number - 1];
            ++i;
        } else {
            text += translation[i];
        }
    }
    return text;
}

/// One word is a name or a number.
bool isSentence(const QString& text) {
    return text.contains(QLatin1Char(' '));
}

QString inLanguage(const Known& known, QStringList parts) {
    for (qsizetype i = 0; i < parts.size(); ++i)
        if (isSentence(parts[i]) && !known.isQuoted[static_cast<std::size_t>(i)])
            parts[i] = coreSentence(parts[i].toStdString());
    return filled(coreText(known.text), parts);
}

std::optional<QString> translationOf(const QString& text) {
    static const std::vector<Known> all = knownSentences();
    if (const QString constant = coreText(text.toStdString()); constant != text)
        return constant;
    for (const Known& known : all) {
        if (!text.contains(known.longest))
            continue;
        if (const auto match = known.pattern.match(text); match.hasMatch())
            return inLanguage(known, match.capturedTexts().mid(1));
    }
    return std::nullopt;
}

/// "method.targets: nothing is left to train"
QString translatedBehindAPlace(const QString& text) {
    const QString colon = QStringLiteral(": ");
    for (qsizetype at = text.indexOf(colon); at >= 0; at = text.indexOf(colon, at + 1)) {
        const qsizetype begin = at + colon.size();
        const QString message = text.mid(begin);
        if (isSentence(message))
            if (const auto known = translationOf(message))
                return text.left(begin) + *known;
    }
    return text;
}

}  // namespace

QString coreSentence(std::string_view sentence) {
    const QString text = toQt(sentence);
    if (const auto known = translationOf(text))
        return *known;
    return translatedBehindAPlace(text);
}

}  // namespace tunebench::ui
