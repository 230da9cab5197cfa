#include "ui/forms/param_text.h"

#include <QLocale>
#include <QStringList>

#include "ui/text/qt_text.h"

namespace tunebench::ui {
namespace {

QString oneText(const ParamValue& value) {
    if (const auto* text = value.get<std::string>())
        return toQt(*text);
    if (const auto* whole = value.get<std::int64_t>())
        return QString::number(*whole);
    if (const auto* number = value.get<double>())
        return QString::number(*number, 'g', QLocale::FloatingPointShortest);
    if (const auto* flag = value.get<bool>())
        return *flag ? QStringLiteral("true") : QStringLiteral("false");
    return {};
}

ParamValue numberOrText(const QString& text) {
    bool isNumber = false;
    const double number = QLocale::c().toDouble(text, &isNumber);
    return isNumber ? ParamValue(number) : ParamValue(text.toStdString());
}

// Where entries stand one a line, a line break inside an entry is written \n.
QString escaped(QString text) {
    return text.replace(QLatin1Char('\\'), QStringLiteral("\\\\"))
        .replace(QLatin1Char('\n'), QStringLiteral("\\n"));
}

QString unescaped(const QString& text) {
    QString result;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool isEscape = text[i] == QLatin1Char('\\') && i + 1 < text.size();
        if (isEscape && text[i + 1] == QLatin1Char('n'))
            result += QLatin1Char('\n');
        else
            result += isEscape ? text[i + 1] : text[i];
        i += isEscape ? 1 : 0;
    }
    return result;
}

QString separatorText(QChar separator) {
    return separator == QLatin1Char(',') ? QStringLiteral(", ") : QString(separator);
}

QString joined(const ParamValue& value, QChar separator) {
    const auto* list = value.get<ParamList>();
    if (list == nullptr)
        return oneText(value);
    QStringList parts;
    for (const auto& entry : *list)
        parts << (separator == QLatin1Char('\n') ? escaped(oneText(entry)) : oneText(entry));
    return parts.join(separatorText(separator));
}

template <class Convert>
ParamValue listFrom(const QString& text, QChar separator, Convert convert) {
    ParamList list;
    for (const QString& part : text.split(separator, Qt::SkipEmptyParts))
        if (const QString trimmed = part.trimmed(); !trimmed.isEmpty())
            list.push_back(convert(trimmed));
    return list;
}

template <class Convert>
ParamValue mapFrom(const QString& text, Convert convert) {
    ParamMap map;
    for (const QString& line : text.split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
        const QString trimmed = line.trimmed();
        if (trimmed.isEmpty())
            continue;
        // The last colon: keys may be patterns that hold one.
        const qsizetype colon = trimmed.lastIndexOf(QLatin1Char(':'));
        if (colon < 0)
            return text.toStdString();
        map.set(trimmed.left(colon).trimmed().toStdString(), convert(trimmed.mid(colon + 1).trimmed()));
    }
    return map;
}

ParamValue lineText(const QString& text) {
    return unescaped(text).toStdString();
}

ParamValue wholeText(const QString& text) {
    return text.toStdString();
}

}  // namespace

QString numberListText(const ParamValue& value) {
    return joined(value, QLatin1Char(','));
}

ParamValue numberListFrom(const QString& text) {
    return listFrom(text, QLatin1Char(','), numberOrText);
}

QString textListText(const ParamValue& value, QChar separator) {
    return joined(value, separator);
}

ParamValue textListFrom(const QString& text, QChar separator) {
    return separator == QLatin1Char('\n') ? listFrom(text, separator, lineText)
                                          : listFrom(text, separator, wholeText);
}

QString textOrListText(const ParamValue& value) {
    const auto* list = value.get<ParamList>();
    // A list of one keeps its comma, or it would come back as a rule.
    return list != nullptr && list->size() == 1 ? joined(value, QLatin1Char(',')) + QLatin1Char(',')
                                                : joined(value, QLatin1Char(','));
}

ParamValue textOrListFrom(const QString& text) {
    return text.contains(QLatin1Char(',')) ? textListFrom(text, QLatin1Char(',')) : wholeText(text.trimmed());
}

QString mapText(const ParamValue& value) {
    const auto* map = value.get<ParamMap>();
    if (map == nullptr)
        return oneText(value);
    QStringList lines;
    for (const auto& [key, entry] : map->entries)
        lines << toQt(key) + QStringLiteral(": ") + oneText(entry);
    return lines.join(QLatin1Char('\n'));
}

ParamValue textMapFrom(const QString& text) {
    return mapFrom(text, wholeText);
}

ParamValue numberMapFrom(const QString& text) {
    return mapFrom(text, numberOrText);
}

}  // namespace tunebench::ui
