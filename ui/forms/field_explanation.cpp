#include "ui/forms/field_explanation.h"

#include <QGridLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

#include "ui/forms/field_help.h"
#include "ui/text/core_text.h"
#include "ui/text/qt_text.h"
#include "ui/theme/colors.h"
#include "ui/theme/icons.h"
#include "ui/theme/spacing.h"
#include "ui/theme/style_painting.h"
#include "ui/theme/typography.h"

namespace tunebench::ui {

FieldExplanation::FieldExplanation(QWidget* parent) : QFrame(parent) {
    setObjectName(QStringLiteral("explanation"));
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(12, spacing::kUnit, spacing::kUnit, spacing::kUnit);
    grid->setHorizontalSpacing(spacing::kUnit);
    grid->setVerticalSpacing(spacing::kHalf);
    title_ = makeLabel({}, TextRole::Strong, this);
    help_ = makeLabel({}, TextRole::Body, this);
    details_ = makeLabel({}, TextRole::Body, this);
    facts_ = makeLabel({}, TextRole::Caption, this);
    int row = 0;
    for (QLabel* label : {title_, help_, details_, facts_}) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        grid->addWidget(label, row++, 0, 1, label == title_ ? 1 : 2);  // the button stands beside the title
    }
    setMuted(facts_, false);  // on the coloured ground
    auto* close = new QToolButton(this);
    close->setIcon(icon(QStringLiteral("close")));
    close->setToolTip(tr("Close (F1)"));
    close->setAccessibleName(tr("Close the explanation"));
    close->setFocusPolicy(Qt::NoFocus);
    grid->addWidget(close, 0, 1, Qt::AlignTop);
    grid->setColumnStretch(0, 1);
    connect(close, &QToolButton::clicked, this, &FieldExplanation::closed);
    hide();
}

void FieldExplanation::explain(const ParamSpec& spec, const std::string& section) {
    title_->setText(coreText(spec.label));
    help_->setText(coreText(spec.help));
    details_->setText(coreText(spec.details));
    QString facts = fieldFacts(spec);
    if (!section.empty()) {
        const QString name = section == "general" ? toQt(spec.key) : toQt(section + ".") + toQt(spec.key);
        facts += (facts.isEmpty() ? QString() : QStringLiteral(" · ")) + tr("in run files: %1").arg(name);
    }
    facts_->setText(facts);
    setAccessibleName(tr("Explanation of %1").arg(coreText(spec.label)));
    setAccessibleDescription(text());
}

QString FieldExplanation::text() const {
    return QStringList{title_->text(), help_->text(), details_->text(), facts_->text()}.join(
        QLatin1Char('\n'));
}

void FieldExplanation::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Colors& colors = colorsFor(palette());
    painting::panel(painter, rect(), colors.accentSoft, colors.accentSoft, spacing::kRadius);
}

}  // namespace tunebench::ui
