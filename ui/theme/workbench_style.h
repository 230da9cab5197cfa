// WorkbenchStyle: Fusion with flat, rounded controls in the theme's colours. A style instead of style sheets:
// it follows the palette by itself and costs nothing when the window opens. Buttons have a kind, set with
// setButtonKind(); the style reads it.
#pragma once

#include <QProxyStyle>

class QAbstractButton;
class QStyleOptionHeader;

namespace tunebench::ui {

enum class ButtonKind { Normal, Primary, Danger, Flat, Navigation, Link };

void setButtonKind(QAbstractButton* button, ButtonKind kind);
ButtonKind buttonKind(const QWidget* widget);

/// An input whose value is wrong has a red outline.
void setInvalid(QWidget* input, bool isInvalid);
bool isInvalid(const QWidget* widget);

/// A scroll area whose frame is filled by the style, round corners and all, and not by its viewport.
bool isFilledFrame(const QWidget* widget);

class WorkbenchStyle : public QProxyStyle {
    Q_OBJECT

public:
    explicit WorkbenchStyle(QStyle* base) : QProxyStyle(base) {}

    void polish(QWidget* widget) override;
    using QProxyStyle::polish;

    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override;
    void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                     const QWidget* widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                            const QWidget* widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part,
                         const QWidget* widget) const override;
    QRect subElementRect(SubElement element, const QStyleOption* option,
                         const QWidget* widget) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                           const QWidget* widget) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override;
    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                  QStyleHintReturn* data) const override;

private:
    void drawHeader(const QStyleOptionHeader& header, QPainter& painter, const QWidget* widget) const;
};

}  // namespace tunebench::ui
