// What WorkbenchStyle paints with: shapes that several controls share.
#pragma once

#include <QStyleOption>

class QColor;
class QPainter;
class QRectF;
class QWidget;

namespace tunebench::ui::painting {

/// A rounded rectangle whose one-pixel outline lies inside `rect`.
void panel(QPainter& painter, const QRectF& rect, const QColor& fill, const QColor& outline, double radius);

enum class Direction { Up, Down };
void chevron(QPainter& painter, const QRectF& rect, Direction direction, const QColor& color);

/// Of a button that opens a menu.
void menuArrow(QPainter& painter, const QStyleOption& option, const QWidget* widget);

/// Of check boxes and tool buttons, which may have no frame to show the keyboard's focus by.
void focusFrame(QPainter& painter, const QStyleOption& option, const QWidget* widget);
void inputFrame(QPainter& painter, const QStyleOption& option, const QWidget* widget);
/// Of a scroll area; where text can be typed into it, as an input's.
void areaFrame(QPainter& painter, const QStyleOption& option, const QWidget* widget);
void button(QPainter& painter, const QStyleOption& option, const QWidget* widget);
void toolButton(QPainter& painter, const QStyleOption& option, const QWidget* widget);
void checkBox(QPainter& painter, const QStyleOption& option);
void comboBox(QPainter& painter, const QStyleOptionComboBox& option, const QRect& arrow,
              const QWidget* widget);
void spinBox(QPainter& painter, const QStyleOptionSpinBox& option, const QRect& up, const QRect& down,
             const QWidget* widget);
void slider(QPainter& painter, const QStyleOptionSlider& option, const QRect& groove, const QRect& handle);
void scrollBar(QPainter& painter, const QStyleOptionSlider& option, const QRect& handle);
void progressGroove(QPainter& painter, const QStyleOption& option);
void progressContents(QPainter& painter, const QStyleOptionProgressBar& option);
void headerSection(QPainter& painter, const QStyleOptionHeader& option);
/// Behind the last column.
void headerRest(QPainter& painter, const QStyleOption& option);
void splitterDots(QPainter& painter, const QStyleOption& option);
void tabShape(QPainter& painter, const QStyleOptionTab& option);

}  // namespace tunebench::ui::painting
