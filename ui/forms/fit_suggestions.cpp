#include "ui/forms/fit_suggestions.h"

#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

#include "core/methods/method.h"
#include "core/optimizers/optimizer.h"
#include "core/params/param_check.h"
#include "core/run/run_config.h"
#include "ui/text/core_text.h"
#include "ui/text/numbers.h"
#include "ui/text/qt_text.h"
#include "ui/theme/typography.h"
#include "ui/widgets/link_row.h"

namespace tunebench::ui {
namespace {

/// Of the first method or optimizer that has it, for it means the same in all.
std::optional<ParamSpec> firstSpec(const auto& registry, const std::string& key) {
    for (const auto* entry : registry)
        if (const ParamSpec* spec = find_spec(entry->specs, key))
            return *spec;
    return {};
}

std::optional<ParamSpec> specOf(const QString& name) {
    const std::string section = name.section(QLatin1Char('.'), 0, 0).toStdString();
    const std::string key = name.section(QLatin1Char('.'), 1).toStdString();
    if (section == "method")
        return firstSpec(all_methods(), key);
    if (section == "optimizer")
        return firstSpec(all_optimizers(), key);
    const auto specs = section_specs(section);
    const ParamSpec* spec = find_spec(specs, key);
    return spec == nullptr ? std::nullopt : std::optional(*spec);
}

/// As within a sentence; names such as NF4 stay.
QString lowered(std::string_view label) {
    QString text = coreText(label);
    if (areNounsSmall() && text.size() > 1 && text[1].isLower())
        text[0] = text[0].toLower();
    return text;
}

QString valueText(const ParamSpec& spec, const QString& value) {
    if (spec.kind == ParamKind::Bool)
        return value == QLatin1String("true") ? FitSuggestions::tr("on") : FitSuggestions::tr("off");
    if (spec.kind == ParamKind::Integer)
        return QLocale().toString(value.toLongLong());
    for (const Choice& choice : spec.choices)
        if (toQt(choice.id) == value)
            return lowered(choice.label);
    return value;
}

QString assignmentText(const QString& assignment) {
    const QString name = assignment.section(QLatin1Char('='), 0, 0);
    const QString value = assignment.section(QLatin1Char('='), 1);
    if (const Method* method = find_method(value.toStdString());
        method != nullptr && name == QLatin1String("method.id"))
        return FitSuggestions::tr("method %1").arg(coreText(method->title));
    const auto spec = specOf(name);
    return spec ? lowered(spec->label) + QLatin1Char(' ') + valueText(*spec, value) : assignment;
}

QString costText(const MemorySuggestion& suggestion) {
    return FitSuggestions::tr("%1 less; %2; %3")
        .arg(bytesText(suggestion.saved_bytes), coreText(suggestion.cost.time),
             coreText(suggestion.cost.quality));
}

/// "optimizer states 8 bit: 1.20 GiB", and below it what that costs.
QString suggestionText(const MemorySuggestion& suggestion) {
    return FitSuggestions::tr("%1: %2").arg(settingsText(toQt(suggestion.settings)),
                                            bytesText(suggestion.expected_bytes)) +
           QLatin1Char('\n') + costText(suggestion);
}

}  // namespace

QString settingsText(const QString& settings) {
    QStringList parts;
    for (const QString& assignment : settings.split(QLatin1Char(' '), Qt::SkipEmptyParts))
        parts << assignmentText(assignment);
    return parts.join(QStringLiteral(", "));
}

FitSuggestions::FitSuggestions(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("fit_suggestions"));
    rows_ = new QVBoxLayout(this);
    rows_->setContentsMargins(0, 0, 0, 0);
    rows_->setSpacing(0);
    hide();
}

void FitSuggestions::showFit(const std::optional<MemoryFit>& fit) {
    auto wanted = fit && !fit->fits ? fit->suggestions : std::vector<MemorySuggestion>();
    if (wanted == shown_)
        return;
    shown_ = std::move(wanted);
    while (QLayoutItem* item = rows_->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    setVisible(!shown_.empty());
    if (shown_.empty())
        return;
    rows_->addWidget(makeLabel(tr("It would fit with"), TextRole::Strong, this));
    for (const MemorySuggestion& suggestion : shown_) {
        const QString settings = toQt(suggestion.settings);
        auto* row = new LinkRow(RowTone::Plain, suggestionText(suggestion), tr("Change it so"), this);
        connect(row, &LinkRow::clicked, this,
                [this, settings] { Q_EMIT requested(settings.split(QLatin1Char(' '))); });
        rows_->addWidget(row);
    }
}

}  // namespace tunebench::ui
