#include "ui/forms/fit_suggestions.h"

#include <QLabel>
#include <QVBoxLayout>

#include "core/methods/method.h"
#include "core/params/param_check.h"
#include "core/run/run_config.h"
#include "ui/text/core_text.h"
#include "ui/text/numbers.h"
#include "ui/text/qt_text.h"
#include "ui/theme/typography.h"
#include "ui/widgets/link_row.h"

namespace tunebench::ui {
namespace {

/// Of a method's parameter: of the first method that has it, for it means the same in all.
std::optional<ParamSpec> specOf(const QString& name) {
    const std::string section = name.section(QLatin1Char('.'), 0, 0).toStdString();
    const std::string key = name.section(QLatin1Char('.'), 1).toStdString();
    if (section == "method") {
        for (const Method* method : all_methods())
            if (const ParamSpec* spec = find_spec(method->specs, key))
                return *spec;
        return {};
    }
    const auto specs = section_specs(section);
    const ParamSpec* spec = find_spec(specs, key);
    return spec == nullptr ? std::nullopt : std::optional(*spec);
}

QString lowered(std::string_view label) {
    const QString text = coreText(label);
    return areNounsSmall() ? text.toLower() : text;
}

QString assignmentText(const QString& assignment) {
    const QString name = assignment.section(QLatin1Char('='), 0, 0);
    const QString value = assignment.section(QLatin1Char('='), 1);
    const auto spec = specOf(name);
    if (!spec)
        return assignment;
    QString text = value;
    for (const Choice& choice : spec->choices)
        if (toQt(choice.id) == value)
            text = lowered(choice.label);
    return lowered(spec->label) + QLatin1Char(' ') + text;
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
    QStringList wanted;
    if (fit && !fit->fits)
        for (const MemorySuggestion& suggestion : fit->suggestions)
            wanted << toQt(suggestion.settings) + QLatin1Char('|') + bytesText(suggestion.peak_bytes);
    if (wanted == shown_)
        return;
    shown_ = wanted;
    while (QLayoutItem* item = rows_->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    setVisible(!wanted.isEmpty());
    if (wanted.isEmpty())
        return;
    rows_->addWidget(makeLabel(tr("It would fit with"), TextRole::Strong, this));
    for (const QString& one : wanted) {
        const QString settings = one.section(QLatin1Char('|'), 0, 0);
        auto* row = new LinkRow(RowTone::Plain,
                                tr("%1: %2").arg(settingsText(settings), one.section(QLatin1Char('|'), 1)),
                                tr("Change it so"), this);
        connect(row, &LinkRow::clicked, this,
                [this, settings] { Q_EMIT requested(settings.split(QLatin1Char(' '))); });
        rows_->addWidget(row);
    }
}

}  // namespace tunebench::ui
