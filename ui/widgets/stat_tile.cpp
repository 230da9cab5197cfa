#include "ui/widgets/stat_tile.h"

#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

#include "ui/theme/colors.h"
#include "ui/theme/spacing.h"
#include "ui/theme/style_painting.h"
#include "ui/theme/typography.h"

namespace tunebench::ui {

StatTile::StatTile(const QString& name, QWidget* parent) : QFrame(parent) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, spacing::kUnit, 12, spacing::kUnit);
    layout->setSpacing(1);
    layout->addWidget(makeLabel(name, TextRole::Caption, this));
    value_ = makeLabel(QStringLiteral("–"), TextRole::Number, this);
    layout->addWidget(value_);
    detail_ = makeLabel(QStringLiteral(" "), TextRole::Caption, this);
    layout->addWidget(detail_);
    for (QLabel* label : {value_, detail_})
        label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    setAccessibleName(name);
}

void StatTile::setValue(const QString& value, const QString& detail) {
    if (value_->text() == value && detail_->text() == detail)
        return;
    value_->setText(value);
    detail_->setText(detail.isEmpty() ? QStringLiteral(" ") : detail);
    detail_->setToolTip(detail);
    setAccessibleDescription(value + QLatin1Char(' ') + detail);
}

QString StatTile::value() const {
    return value_->text();
}

void StatTile::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Colors& colors = colorsFor(palette());
    painting::panel(painter, rect(), colors.surface, colors.border, spacing::kCardRadius);
}

}  // namespace tunebench::ui
