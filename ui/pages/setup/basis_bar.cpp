#include "ui/pages/setup/basis_bar.h"

#include "core/run/equivalent_command.h"
#include "ui/forms/field_labels.h"
#include "ui/text/core_sentence.h"
#include "ui/text/qt_text.h"

namespace tunebench::ui {
namespace {

/// "method.rank=8" of --set, as the form says it: “Rank” = 8.
QString readable(const QString& difference) {
    const qsizetype sign = difference.indexOf(QLatin1Char('='));
    const QString label = fieldLabel(difference.left(sign));
    return label.isEmpty() ? difference : BasisBar::tr("“%1” = %2").arg(label, difference.mid(sign + 1));
}

/// The name tells runs apart and changes nothing.
QString differenceText(const RunConfig& basis, RunConfig config) {
    config.general.name = basis.general.name;
    const auto differences = overrides_between(basis, config);
    if (!differences)
        return coreSentence(differences.error().message);
    QStringList parts;
    for (const auto& difference : *differences)
        parts << readable(toQt(difference));
    return parts.isEmpty() ? BasisBar::tr("nothing is changed yet") : parts.join(QStringLiteral(", "));
}

}  // namespace

BasisBar::BasisBar(QWidget* parent) : MessageBar(parent) {
    setObjectName(QStringLiteral("basis"));
    connect(this, &MessageBar::dismissed, this, &BasisBar::forget);
}

void BasisBar::setBasis(std::optional<RunBasis> basis) {
    basis_ = std::move(basis);
    shown_.clear();
    if (basis_)
        showRun(basis_->run);
    else
        clear();
}

void BasisBar::showRun(const RunConfig& config) {
    if (!basis_)
        return;
    const QString difference = differenceText(basis_->run, config);
    if (difference == shown_)
        return;
    shown_ = difference;
    show(MessageKind::Info, tr("The same as “%1”, but: %2").arg(basis_->title, difference));
}

}  // namespace tunebench::ui
