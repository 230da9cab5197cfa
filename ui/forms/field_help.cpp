#include "ui/forms/field_help.h"

#include <QCoreApplication>
#include <QStringList>

#include "core/params/param_json.h"
#include "ui/text/core_text.h"
#include "ui/text/qt_text.h"

namespace tunebench::ui {
namespace {

QString paragraph(const QString& text) {
    return text.isEmpty() ? QString() : QStringLiteral("<p>%1</p>").arg(text.toHtmlEscaped());
}

bool hasRange(ParamKind kind) {
    return kind == ParamKind::Integer || kind == ParamKind::Real || kind == ParamKind::RealList;
}

}  // namespace

QString fieldFacts(const ParamSpec& spec) {
    QStringList facts;
    if (hasRange(spec.kind))
        facts << rangeText(spec);
    if (const QString text = toQt(param_text(spec.default_value)); !text.isEmpty())
        facts << QCoreApplication::translate("ParamForm", "default %1").arg(text);
    if (!spec.unit.empty())
        facts << QCoreApplication::translate("ParamForm", "unit: %1").arg(coreText(spec.unit));
    return facts.join(QStringLiteral(" · "));
}

QString fieldHelp(const ParamSpec& spec) {
    return QStringLiteral("<qt><b>%1</b>").arg(coreText(spec.label).toHtmlEscaped()) +
           paragraph(coreText(spec.help)) + paragraph(coreText(spec.effect)) +
           paragraph(coreText(spec.details)) + paragraph(fieldFacts(spec)) + QStringLiteral("</qt>");
}

QString fieldDescription(const ParamSpec& spec) {
    QStringList parts;
    for (const QString& part : {coreText(spec.help), coreText(spec.effect), fieldFacts(spec)})
        if (!part.isEmpty())
            parts << part;
    return parts.join(QLatin1Char(' '));
}

}  // namespace tunebench::ui
