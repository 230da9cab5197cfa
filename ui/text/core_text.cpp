#include "ui/text/core_text.h"

#include <string>

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

#include "core/params/param_codec.h"
#include "ui/text/qt_text.h"

namespace tunebench::ui {
namespace {

constexpr char kContext[] = "core";

[[maybe_unused]] constexpr const char* kRanges[] = {
    QT_TRANSLATE_NOOP("core", "a finite number"),   QT_TRANSLATE_NOOP("core", "at least %1"),
    QT_TRANSLATE_NOOP("core", "at most %1"),        QT_TRANSLATE_NOOP("core", "above %1"),
    QT_TRANSLATE_NOOP("core", "between %1 and %2"), QT_TRANSLATE_NOOP("core", "above %1 and at most %2"),
};

/// "1,000,000"; one that is not whole stays as it is.
QString grouped(const QString& number) {
    bool isWhole = false;
    const qlonglong value = number.toLongLong(&isWhole);
    return isWhole ? QLocale().toString(value) : number;
}

QString textOfPreset(const RunPreset& preset, const std::string& text) {
    return preset.group == "own" ? toQt(text) : coreText(text);
}

}  // namespace

QString coreText(std::string_view text) {
    return text.empty() ? QString() : QCoreApplication::translate(kContext, std::string(text).c_str());
}

QString rangeText(const ParamSpec& spec) {
    static const QRegularExpression number(QStringLiteral(R"(-?\d[\d.]*(?:e[+-]?\d+)?)"));
    const QString text = toQt(range_text(spec));
    QString pattern;
    QStringList numbers;
    qsizetype end = 0;
    for (auto it = number.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        numbers << match.captured();
        pattern += text.mid(end, match.capturedStart() - end) + QStringLiteral("%%1").arg(numbers.size());
        end = match.capturedEnd();
    }
    QString result = coreText((pattern + text.mid(end)).toStdString());
    for (const QString& one : numbers)
        result = result.arg(grouped(one));
    return result;
}

bool areNounsSmall() {
    //: Not shown. Translate it with "no" where nouns begin with a capital within a sentence, else with "yes".
    return QCoreApplication::translate("core", "yes", "nouns begin with a small letter") !=
           QLatin1String("no");
}

QString presetTitle(const RunPreset& preset) {
    return textOfPreset(preset, preset.title);
}

QString presetReason(const RunPreset& preset) {
    return textOfPreset(preset, preset.reason);
}

}  // namespace tunebench::ui
