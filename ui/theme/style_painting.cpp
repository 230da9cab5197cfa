#include "ui/theme/style_painting.h"

#include <algorithm>

#include <QAbstractScrollArea>
#include <QCheckBox>
#include <QDateTime>
#include <QPainter>
#include <QPainterPath>
#include <QToolButton>

#include "ui/theme/colors.h"
#include "ui/theme/spacing.h"
#include "ui/theme/workbench_style.h"

namespace tunebench::ui::painting {
namespace {

bool has(const QStyleOption& option, QStyle::StateFlag flag) {
    return option.state.testFlag(flag);
}

struct Fill {
    QColor fill = {};
    QColor outline = {};
};

Fill filledButton(const QStyleOption& option, const QColor& color, const QColor& hover) {
    if (!has(option, QStyle::State_Enabled)) {
        const Colors& colors = colorsFor(option.palette);
        return {colors.hover, colors.border};
    }
    const QColor fill = has(option, QStyle::State_Sunken)      ? color.darker(115)
                        : has(option, QStyle::State_MouseOver) ? hover
                                                               : color;
    return {fill, fill};
}

Fill plainButton(const QStyleOption& option, bool isFlat) {
    const Colors& colors = colorsFor(option.palette);
    if (!has(option, QStyle::State_Enabled))
        return {isFlat ? QColor(Qt::transparent) : colors.surface,
                isFlat ? QColor(Qt::transparent) : colors.border};
    if (has(option, QStyle::State_On))
        return {colors.accentSoft, isFlat ? colors.accentSoft : colors.accentText};
    if (has(option, QStyle::State_Sunken))
        return {colors.border, isFlat ? colors.border : colors.outline};
    if (has(option, QStyle::State_MouseOver))
        return {colors.hover, isFlat ? colors.hover : colors.outline};
    return {isFlat ? QColor(Qt::transparent) : colors.raised,
            isFlat ? QColor(Qt::transparent) : colors.outline};
}

bool showsFocus(const QStyleOption& option) {
    return has(option, QStyle::State_HasFocus) && has(option, QStyle::State_KeyboardFocusChange);
}

void focusRing(QPainter& painter, const QRectF& rect, const QColor& color, double radius) {
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color, 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), radius, radius);
}

}  // namespace

void panel(QPainter& painter, const QRectF& rect, const QColor& fill, const QColor& outline, double radius) {
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(outline);
    painter.setBrush(fill);
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
}

void chevron(QPainter& painter, const QRectF& rect, Direction direction, const QColor& color) {
    constexpr double kHalfWidth = 3.5;
    constexpr double kHalfHeight = 2.0;
    const double sign = direction == Direction::Down ? 1.0 : -1.0;
    const QPointF center = rect.center();
    QPainterPath path;
    path.moveTo(center + QPointF(-kHalfWidth, -kHalfHeight * sign));
    path.lineTo(center + QPointF(0, kHalfHeight * sign));
    path.lineTo(center + QPointF(kHalfWidth, -kHalfHeight * sign));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(path);
}

void menuArrow(QPainter& painter, const QStyleOption& option, const QWidget* widget) {
    const Colors& colors = colorsFor(option.palette);
    const auto kind = buttonKind(widget);
    const bool isOnFill = kind == ButtonKind::Primary || kind == ButtonKind::Danger;
    const QColor color = isOnFill ? QColor(Qt::white) : colors.muted;
    chevron(painter, QRectF(option.rect), Direction::Down,
            has(option, QStyle::State_Enabled) ? color : colors.disabled);
}

void focusFrame(QPainter& painter, const QStyleOption& option, const QWidget* widget) {
    const bool isTool = qobject_cast<const QToolButton*>(widget) != nullptr;
    if (!showsFocus(option) || (!isTool && qobject_cast<const QCheckBox*>(widget) == nullptr))
        return;
    constexpr int kWithin = 3;  // where Qt wants it in a tool button
    const int out = isTool ? kWithin : 0;
    focusRing(painter, option.rect.adjusted(-out, -out, out, out), colorsFor(option.palette).accentText,
              spacing::kRadius - 2);
}

void inputFrame(QPainter& painter, const QStyleOption& option, const QWidget* widget) {
    const Colors& colors = colorsFor(option.palette);
    const bool isEnabled = has(option, QStyle::State_Enabled);
    const bool isEditable = isEnabled && !has(option, QStyle::State_ReadOnly);
    const bool hasFocus = isEnabled && has(option, QStyle::State_HasFocus);
    const QColor line = isInvalid(widget) ? colors.danger : hasFocus ? colors.accentText : colors.outline;
    // Where inputs look like cards it takes the window's ground to tell that nothing can be typed.
    const QColor& ground = colors.sunken == colors.surface ? colors.window : colors.surface;
    panel(painter, option.rect, isEditable ? option.palette.color(QPalette::Base) : ground,
          isEditable || hasFocus ? line : colors.border, spacing::kRadius - 1);
    if (hasFocus)
        focusRing(painter, option.rect, line, spacing::kRadius - 2);
}

void areaFrame(QPainter& painter, const QStyleOption& option, const QWidget* widget) {
    const Colors& colors = colorsFor(option.palette);
    const QVariant readOnly = widget->property("readOnly");
    const bool takesText = readOnly.isValid() && !readOnly.toBool() && has(option, QStyle::State_Enabled);
    const QColor line = isInvalid(widget)                     ? colors.danger
                        : has(option, QStyle::State_HasFocus) ? colors.accentText
                        : takesText                           ? colors.outline
                                                              : colors.border;
    const auto* area = qobject_cast<const QAbstractScrollArea*>(widget);
    const QColor fill = area != nullptr && isFilledFrame(area)
                            ? option.palette.color(area->viewport()->backgroundRole())
                            : QColor(Qt::transparent);
    panel(painter, option.rect, fill, line, spacing::kRadius - 1);
}

void button(QPainter& painter, const QStyleOption& option, const QWidget* widget) {
    const Colors& colors = colorsFor(option.palette);
    const auto kind = buttonKind(widget);
    const bool isFlat = kind == ButtonKind::Flat || kind == ButtonKind::Link;
    const Fill fill = kind == ButtonKind::Primary  ? filledButton(option, colors.accent, colors.accentHover)
                      : kind == ButtonKind::Danger ? filledButton(option, QColor(0xb3261e), QColor(0x9a1d16))
                                                   : plainButton(option, isFlat);
    if (fill.fill.alpha() > 0)
        panel(painter, option.rect, fill.fill, fill.outline, spacing::kRadius - 1);
    if (showsFocus(option))
        focusRing(painter, option.rect, colors.accentText, spacing::kRadius - 2);
}

void toolButton(QPainter& painter, const QStyleOption& option, const QWidget* widget) {
    const Colors& colors = colorsFor(option.palette);
    const bool isNavigation = buttonKind(widget) == ButtonKind::Navigation;
    const Fill fill = plainButton(option, true);
    if (fill.fill.alpha() > 0)
        panel(painter, option.rect, fill.fill, fill.fill, spacing::kRadius - 1);
    if (isNavigation && has(option, QStyle::State_On)) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colors.accentText);
        const QRectF mark(option.rect.left() + 1.0, option.rect.top() + 8.0, 3.0,
                          option.rect.height() - 16.0);
        painter.drawRoundedRect(mark, 1.5, 1.5);
    }
}

void checkBox(QPainter& painter, const QStyleOption& option) {
    const Colors& colors = colorsFor(option.palette);
    const bool isEnabled = has(option, QStyle::State_Enabled);
    const bool isOn = has(option, QStyle::State_On);
    const QRectF box = QRectF(option.rect).adjusted(1, 1, -1, -1);
    const QColor on = isEnabled ? colors.accent : colors.disabled;
    panel(painter, box,
          isOn        ? on
          : isEnabled ? colors.sunken
                      : colors.window,
          isOn                                   ? on
          : has(option, QStyle::State_MouseOver) ? colors.accentText
                                                 : colors.outline,
          3);
    if (isOn) {
        QPainterPath path;
        path.moveTo(box.left() + box.width() * 0.26, box.top() + box.height() * 0.52);
        path.lineTo(box.left() + box.width() * 0.43, box.top() + box.height() * 0.69);
        path.lineTo(box.left() + box.width() * 0.75, box.top() + box.height() * 0.32);
        painter.setPen(QPen(colors.onAccent, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.setBrush(Qt::NoBrush);
        painter.drawPath(path);
    }
}

void comboBox(QPainter& painter, const QStyleOptionComboBox& option, const QRect& arrow,
              const QWidget* widget) {
    const Colors& colors = colorsFor(option.palette);
    if (option.editable) {
        inputFrame(painter, option, widget);
    } else {
        const Fill fill = plainButton(option, false);
        panel(painter, option.rect, fill.fill, fill.outline, spacing::kRadius - 1);
        if (has(option, QStyle::State_HasFocus))
            focusRing(painter, option.rect, colors.accentText, spacing::kRadius - 2);
    }
    chevron(painter, QRectF(arrow), Direction::Down,
            has(option, QStyle::State_Enabled) ? colors.muted : colors.disabled);
}

void spinBox(QPainter& painter, const QStyleOptionSpinBox& option, const QRect& up, const QRect& down,
             const QWidget* widget) {
    const Colors& colors = colorsFor(option.palette);
    inputFrame(painter, option, widget);
    const auto color = [&](QStyle::SubControl part) {
        if (!has(option, QStyle::State_Enabled))
            return colors.disabled;
        return option.activeSubControls.testFlag(part) ? colors.accentText : colors.muted;
    };
    chevron(painter, QRectF(up).translated(0, 1.5), Direction::Up, color(QStyle::SC_SpinBoxUp));
    chevron(painter, QRectF(down).translated(0, -1.5), Direction::Down, color(QStyle::SC_SpinBoxDown));
}

void slider(QPainter& painter, const QStyleOptionSlider& option, const QRect& groove, const QRect& handle) {
    const Colors& colors = colorsFor(option.palette);
    constexpr double kThickness = 4.0;
    const double end = handle.width() / 2.0 - 1.0;  // below the handle, which hides it
    const QRectF line(groove.left() + end, groove.center().y() + 0.5 - kThickness / 2,
                      groove.width() - 2.0 * end, kThickness);
    QRectF done = line;
    done.setRight(handle.center().x());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors.outline);
    painter.drawRoundedRect(line, kThickness / 2, kThickness / 2);
    const bool isEnabled = has(option, QStyle::State_Enabled);
    painter.setBrush(isEnabled ? colors.accent : colors.disabled);
    painter.drawRoundedRect(done, kThickness / 2, kThickness / 2);
    const double radius = has(option, QStyle::State_HasFocus) ? 8.0 : 7.0;
    painter.setPen(QPen(colors.surface, 2));
    painter.drawEllipse(QRectF(handle).center(), radius, radius);
}

void scrollBar(QPainter& painter, const QStyleOptionSlider& option, const QRect& handle) {
    if (option.maximum <= option.minimum)
        return;
    const Colors& colors = colorsFor(option.palette);
    const bool isActive = has(option, QStyle::State_MouseOver) || has(option, QStyle::State_Sunken);
    constexpr double kMargin = 2.5;
    const QRectF bar = QRectF(handle).adjusted(kMargin, kMargin, -kMargin, -kMargin);
    const double radius = std::min(bar.width(), bar.height()) / 2;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(isActive ? colors.disabled : colors.outline);
    painter.drawRoundedRect(bar, radius, radius);
}

void progressGroove(QPainter& painter, const QStyleOption& option) {
    const double radius = option.rect.height() / 2.0;
    panel(painter, option.rect, colorsFor(option.palette).hover, colorsFor(option.palette).border,
          radius - 0.5);
}

void progressContents(QPainter& painter, const QStyleOptionProgressBar& option) {
    const Colors& colors = colorsFor(option.palette);
    QRectF bar = option.rect;
    const double radius = bar.height() / 2.0;
    const double span = option.maximum - option.minimum;
    if (span > 0) {
        const double share = std::clamp((option.progress - option.minimum) / span, 0.0, 1.0);
        if (share <= 0)
            return;
        bar.setWidth(std::max(bar.height(), bar.width() * share));
    } else {
        constexpr double kPeriodMs = 1600.0;
        const double phase = static_cast<double>(QDateTime::currentMSecsSinceEpoch() % 1600) / kPeriodMs;
        const double width = bar.width() * 0.3;
        const double left = bar.left() - width + (bar.width() + width) * phase;
        bar = QRectF(left, bar.top(), width, bar.height()).intersected(QRectF(option.rect));
    }
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(has(option, QStyle::State_Enabled) ? colors.accent : colors.disabled);
    painter.drawRoundedRect(bar, radius, radius);
}

void headerSection(QPainter& painter, const QStyleOptionHeader& option) {
    const Colors& colors = colorsFor(option.palette);
    const bool isHovered = has(option, QStyle::State_MouseOver) && has(option, QStyle::State_Enabled);
    painter.fillRect(option.rect, isHovered ? colors.hover : colors.surface);
    painter.setPen(colors.border);
    painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
}

void headerRest(QPainter& painter, const QStyleOption& option) {
    const Colors& colors = colorsFor(option.palette);
    painter.fillRect(option.rect, colors.surface);
    painter.setPen(colors.border);
    painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
}

void splitterDots(QPainter& painter, const QStyleOption& option) {
    constexpr int kDots = 5;
    constexpr double kApart = 4.0;
    const Colors& colors = colorsFor(option.palette);
    const QRectF rect(option.rect);
    const QPointF step = rect.height() > rect.width() ? QPointF(0, kApart) : QPointF(kApart, 0);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(has(option, QStyle::State_MouseOver) ? colors.accentText : colors.muted);
    for (int i = 0; i < kDots; ++i)
        painter.drawEllipse(rect.center() + (i - kDots / 2) * step, 1.0, 1.0);
}

void tabShape(QPainter& painter, const QStyleOptionTab& option) {
    const Colors& colors = colorsFor(option.palette);
    const bool isSelected = has(option, QStyle::State_Selected);
    if (!isSelected && has(option, QStyle::State_MouseOver))
        panel(painter, QRectF(option.rect).adjusted(2, 2, -2, -4), colors.hover, colors.hover,
              spacing::kRadius - 1);
    if (isSelected) {
        painter.setPen(Qt::NoPen);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setBrush(colors.accentText);
        const QRectF rect(option.rect);
        painter.drawRoundedRect(QRectF(rect.left() + 8, rect.bottom() - 2, rect.width() - 16, 3), 1.5, 1.5);
    }
    if (showsFocus(option))
        focusRing(painter, QRectF(option.rect).adjusted(2, 2, -2, -4), colors.accentText,
                  spacing::kRadius - 2);
}

}  // namespace tunebench::ui::painting
