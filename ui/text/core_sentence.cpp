#include "ui/text/core_sentence.h"

#include <vector>

#include <QRegularExpression>

#include "ui/text/core_sentence_texts.h"
#include "ui/text/core_text.h"
#include "ui/text/qt_text.h"

namespace tunebench::ui {
namespace {

struct Known {
    CoreSentence sentence = {};
    QRegularExpression pattern = {};
};

QRegularExpression patternOf(const QString& text) {
    static const QRegularExpression placeholder(QStringLiteral("%[1-9]"));
    QString pattern;
    qsizetype end = 0;
    for (auto it = placeholder.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        pattern +=
            QRegularExpression::escape(text.mid(end, match.capturedStart() - end)) + QStringLiteral("(.+?)");
        end = match.capturedEnd();
    }
    pattern += QRegularExpression::escape(text.mid(end));
    return QRegularExpression(QRegularExpression::anchoredPattern(pattern),
                              QRegularExpression::DotMatchesEverythingOption);
}

std::vector<Known> knownSentences() {
    std::vector<Known> known;
    for (const CoreSentence& sentence : coreSentenceTexts())
        if (const QString text = QString::fromUtf8(sentence.text); text.contains(QLatin1Char('%')))
            known.push_back({sentence, patternOf(text)});
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

QString inLanguage(const CoreSentence& sentence, QStringList parts) {
    if (sentence.nested > 0)
        parts[sentence.nested - 1] = coreSentence(parts[sentence.nested - 1].toStdString());
    return filled(coreText(sentence.text), parts);
}

}  // namespace

QString coreSentence(std::string_view sentence) {
    static const std::vector<Known> known = knownSentences();
    const QString text = toQt(sentence);
    if (const QString constant = coreText(sentence); constant != text)
        return constant;
    for (const auto& [candidate, pattern] : known)
        if (const auto match = pattern.match(text); match.hasMatch())
            return inLanguage(candidate, match.capturedTexts().mid(1));
    return text;
}

}  // namespace tunebench::ui
