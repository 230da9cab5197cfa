#include "ui/widgets/stacked_bar.h"

#include <algorithm>

#include <QPainter>
#include <QPainterPath>

#include "ui/theme/colors.h"

namespace tunebench::ui {
namespace {

constexpr double kRadius = 5.0;

}  // namespace

StackedBar::StackedBar(QWidget* parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Memory by item"));
}

void StackedBar::setParts(std::vector<BarPart> parts, double limit) {
    parts_ = std::move(parts);
    limit_ = limit;
    QStringList words;
    for (const auto& part : parts_)
        words << part.name;
    setAccessibleDescription(words.join(QStringLiteral(", ")));
    update();
}

void StackedBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Colors& colors = colorsFor(palette());
    const QRectF bar = QRectF(rect()).adjusted(0, 1, 0, -1);
    QPainterPath shape;
    shape.addRoundedRect(bar, kRadius, kRadius);
    painter.fillPath(shape, colors.hover);
    double sum = 0;
    for (const auto& part : parts_)
        sum += part.size;
    const double whole = std::max(sum, limit_);
    if (whole <= 0)
        return;
    painter.save();
    painter.setClipPath(shape);
    double x = bar.left();
    for (const auto& part : parts_) {
        const double width = bar.width() * part.size / whole;
        const auto slot = static_cast<std::size_t>(part.color) % colors.series.size();
        painter.fillRect(QRectF(x, bar.top(), width, bar.height()), colors.series[slot]);
        if (x > bar.left() && width > 2)
            painter.fillRect(QRectF(x, bar.top(), 1, bar.height()), colors.surface);
        x += width;
    }
    painter.restore();
    if (limit_ > 0 && sum > limit_) {
        const double place = bar.left() + bar.width() * limit_ / whole;
        painter.setPen(QPen(colors.danger, 2));
        painter.drawLine(QPointF(place, 0), QPointF(place, height()));
    }
}

}  // namespace tunebench::ui
