#include "ui/forms/fit_suggestions.h"

#include <QLabel>
#include <QVBoxLayout>

#include "core/params/param_check.h"
#include "core/run/run_config.h"
#include "ui/text/numbers.h"
#include "ui/text/qt_text.h"
#include "ui/theme/typography.h"
#include "ui/widgets/link_row.h"

namespace tunebench::ui {
namespace {

QString assignmentText(const QString& assignment) {
    const QString name = assignment.section(QLatin1Char('='), 0, 0);
    const QString value = assignment.section(QLatin1Char('='), 1);
    const auto specs = section_specs(name.section(QLatin1Char('.'), 0, 0).toStdString());
    const ParamSpec* spec = find_spec(specs, name.section(QLatin1Char('.'), 1).toStdString());
    if (spec == nullptr)
        return assignment;
    QString text = value;
    for (const Choice& choice : spec->choices)
        if (toQt(choice.id) == value)
            text = toQt(choice.label).toLower();
    return toQt(spec->label).toLower() + QLatin1Char(' ') + text;
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
