#include "ui/theme/workbench_style.h"

#include <algorithm>

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QPainter>
#include <QPushButton>
#include <QScrollBar>
#include <QSlider>
#include <QStyleOption>
#include <QTabBar>
#include <QVariant>

#include "ui/theme/colors.h"
#include "ui/theme/spacing.h"
#include "ui/theme/style_painting.h"
#include "ui/theme/style_parts.h"

namespace tunebench::ui {
namespace {

constexpr char kInvalidProperty[] = "tunebenchInvalid";
constexpr char kKindProperty[] = "tunebenchButtonKind";
constexpr char kFilledProperty[] = "tunebenchFilledFrame";
constexpr int kScrollBarWidth = 12;
constexpr int kLeastHandle = 32;
constexpr int kArrowWidth = 22;
constexpr int kAroundComboText = 2;
constexpr int kAroundText = 12;
constexpr int kTabInCard = 36;

class SavedPainter {
public:
    explicit SavedPainter(QPainter& painter) : painter_(painter) { painter_.save(); }
    ~SavedPainter() { painter_.restore(); }
    SavedPainter(const SavedPainter&) = delete;
    SavedPainter& operator=(const SavedPainter&) = delete;

private:
    QPainter& painter_;
};

int controlHeight(const QStyleOption& option) {
    return std::max(option.fontMetrics.height() + kAroundText, spacing::kControl);
}

/// A viewport that fills itself covers the round corners of the frame: the frame is filled in its place.
void letFrameFill(QAbstractScrollArea& area) {
    if (area.frameShape() != QFrame::StyledPanel || !area.viewport()->autoFillBackground())
        return;
    area.viewport()->setAutoFillBackground(false);
    area.setProperty(kFilledProperty, true);
}

QPalette onFill(QPalette palette, const QColor& color) {
    palette.setColor(QPalette::Active, QPalette::ButtonText, color);
    palette.setColor(QPalette::Inactive, QPalette::ButtonText, color);
    return palette;
}

}  // namespace

void setButtonKind(QAbstractButton* button, ButtonKind kind) {
    button->setProperty(kKindProperty, static_cast<int>(kind));
    // A push button asks the style how a layout places it in no other call.
    if (auto* push = qobject_cast<QPushButton*>(button); push && kind == ButtonKind::Link) {
        push->setFlat(!push->isFlat());
        push->setFlat(!push->isFlat());
    }
    button->update();
}

ButtonKind buttonKind(const QWidget* widget) {
    return widget == nullptr ? ButtonKind::Normal
                             : static_cast<ButtonKind>(widget->property(kKindProperty).toInt());
}

void setInvalid(QWidget* input, bool isInvalid) {
    input->setProperty(kInvalidProperty, isInvalid);
    input->update();
    for (QWidget* child : input->findChildren<QWidget*>())
        child->setProperty(kInvalidProperty, isInvalid);
}

bool isFilledFrame(const QWidget* widget) {
    return widget != nullptr && widget->property(kFilledProperty).toBool();
}

bool isInvalid(const QWidget* widget) {
    return widget != nullptr && widget->property(kInvalidProperty).toBool();
}

void WorkbenchStyle::polish(QWidget* widget) {
    QProxyStyle::polish(widget);
    if (qobject_cast<QAbstractButton*>(widget) || qobject_cast<QAbstractSpinBox*>(widget) ||
        qobject_cast<QComboBox*>(widget) || qobject_cast<QScrollBar*>(widget) ||
        qobject_cast<QTabBar*>(widget))
        widget->setAttribute(Qt::WA_Hover);
    if (auto* area = qobject_cast<QAbstractScrollArea*>(widget))
        letFrameFill(*area);
}

void WorkbenchStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                                   const QWidget* widget) const {
    const SavedPainter saved(*painter);
    switch (element) {
        case PE_PanelLineEdit:
            // Inside spin and combo boxes the frame is the outer control's.
            if (const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
                frame && frame->lineWidth > 0)
                painting::inputFrame(*painter, *option, widget);
            return;
        case PE_FrameLineEdit:
            return;
        case PE_PanelButtonCommand:
            return painting::button(*painter, *option, widget);
        case PE_PanelButtonTool:
            return painting::toolButton(*painter, *option, widget);
        case PE_IndicatorCheckBox:
            return painting::checkBox(*painter, *option);
        case PE_IndicatorArrowDown:
            return painting::menuArrow(*painter, *option, widget);
        case PE_FrameTabBarBase:
            painter->setPen(colorsFor(option->palette).border);
            painter->drawLine(option->rect.bottomLeft(), option->rect.bottomRight());
            return;
        case PE_FrameFocusRect:
            return painting::focusFrame(*painter, *option, widget);
        case PE_FrameTabWidget:
            return;
        case PE_Frame:
            if (qobject_cast<const QAbstractScrollArea*>(widget) != nullptr)
                return painting::areaFrame(*painter, *option, widget);
            break;
        default:
            break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void WorkbenchStyle::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                                 const QWidget* widget) const {
    const SavedPainter saved(*painter);
    switch (element) {
        case CE_PushButtonLabel: {
            const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
            const auto kind = buttonKind(widget);
            if (button == nullptr || kind == ButtonKind::Normal || kind == ButtonKind::Flat)
                break;
            QStyleOptionButton copy = *button;
            const Colors& colors = colorsFor(option->palette);
            copy.palette =
                onFill(copy.palette, kind == ButtonKind::Link ? colors.accentText : QColor(Qt::white));
            return QProxyStyle::drawControl(element, &copy, painter, widget);
        }
        case CE_ToolButtonLabel: {
            const auto* button = qstyleoption_cast<const QStyleOptionToolButton*>(option);
            if (button == nullptr || buttonKind(widget) != ButtonKind::Navigation)
                break;
            // Away from the mark of the page that is shown.
            QStyleOptionToolButton copy = *button;
            copy.rect.adjust(spacing::kHalf, 0, 0, 0);
            return QProxyStyle::drawControl(element, &copy, painter, widget);
        }
        case CE_ComboBoxLabel: {
            // Cut, a text looks whole; elided, it does not.
            const auto* combo = qstyleoption_cast<const QStyleOptionComboBox*>(option);
            if (combo == nullptr || combo->editable || !combo->currentIcon.isNull())
                break;
            QStyleOptionComboBox copy = *combo;
            const int width = subControlRect(CC_ComboBox, combo, SC_ComboBoxEditField, widget).width();
            copy.currentText =
                option->fontMetrics.elidedText(combo->currentText, Qt::ElideRight, width - kAroundComboText);
            return QProxyStyle::drawControl(element, &copy, painter, widget);
        }
        case CE_ProgressBarGroove:
            return painting::progressGroove(*painter, *option);
        case CE_ProgressBarContents:
            if (const auto* bar = qstyleoption_cast<const QStyleOptionProgressBar*>(option))
                return painting::progressContents(*painter, *bar);
            break;
        case CE_Header:
            if (const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option))
                return drawHeader(*header, *painter, widget);
            break;
        case CE_HeaderSection:
            if (const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option))
                return painting::headerSection(*painter, *header);
            break;
        case CE_HeaderEmptyArea:
            return painting::headerRest(*painter, *option);
        case CE_Splitter:
            return painting::splitterDots(*painter, *option);
        case CE_TabBarTabShape:
            if (const auto* tab = qstyleoption_cast<const QStyleOptionTab*>(option))
                return painting::tabShape(*painter, *tab);
            break;
        default:
            break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

/// The base style asks itself, and not this style, where label and arrow stand.
void WorkbenchStyle::drawHeader(const QStyleOptionHeader& header, QPainter& painter,
                                const QWidget* widget) const {
    painter.setClipRect(header.rect, Qt::IntersectClip);
    painting::headerSection(painter, header);
    QStyleOptionHeaderV2 label;
    if (const auto* second = qstyleoption_cast<const QStyleOptionHeaderV2*>(&header))
        label = *second;
    else
        static_cast<QStyleOptionHeader&>(label) = header;
    label.rect = subElementRect(SE_HeaderLabel, &header, widget);
    drawControl(CE_HeaderLabel, &label, &painter, widget);
    if (header.sortIndicator == QStyleOptionHeader::None)
        return;
    const bool isUp = header.sortIndicator == QStyleOptionHeader::SortUp;
    painting::chevron(painter, QRectF(subElementRect(SE_HeaderArrow, &header, widget)),
                      isUp ? painting::Direction::Up : painting::Direction::Down,
                      colorsFor(header.palette).muted);
}

void WorkbenchStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option,
                                        QPainter* painter, const QWidget* widget) const {
    const SavedPainter saved(*painter);
    const auto part = [&](SubControl which) { return subControlRect(control, option, which, widget); };
    if (const auto* combo = qstyleoption_cast<const QStyleOptionComboBox*>(option);
        combo && control == CC_ComboBox)
        return painting::comboBox(*painter, *combo, part(SC_ComboBoxArrow), widget);
    if (const auto* spin = qstyleoption_cast<const QStyleOptionSpinBox*>(option);
        spin && control == CC_SpinBox)
        return painting::spinBox(*painter, *spin, part(SC_SpinBoxUp), part(SC_SpinBoxDown), widget);
    if (const auto* slider = qstyleoption_cast<const QStyleOptionSlider*>(option)) {
        if (control == CC_Slider && slider->orientation == Qt::Horizontal)
            return painting::slider(*painter, *slider, part(SC_SliderGroove), part(SC_SliderHandle));
        if (control == CC_ScrollBar)
            return painting::scrollBar(*painter, *slider, part(SC_ScrollBarSlider));
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QRect WorkbenchStyle::subControlRect(ComplexControl control, const QStyleOptionComplex* option,
                                     SubControl part, const QWidget* widget) const {
    if (const auto* slider = qstyleoption_cast<const QStyleOptionSlider*>(option);
        slider && control == CC_ScrollBar)
        return parts::scrollPart(*slider, part);
    if (control == CC_SpinBox)
        return visualRect(option->direction, option->rect, parts::spinPart(option->rect, part, kArrowWidth));
    if (control == CC_ComboBox && part == SC_ComboBoxArrow) {
        const QRect& rect = option->rect;
        return visualRect(option->direction, rect,
                          {rect.right() - kArrowWidth - 2, rect.top(), kArrowWidth, rect.height()});
    }
    if (control == CC_ComboBox && part == SC_ComboBoxEditField)
        return visualRect(option->direction, option->rect,
                          option->rect.adjusted(spacing::kUnit, 2, -kArrowWidth - spacing::kHalf, -2));
    return QProxyStyle::subControlRect(control, option, part, widget);
}

QRect WorkbenchStyle::subElementRect(SubElement element, const QStyleOption* option,
                                     const QWidget* widget) const {
    if (const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option);
        header != nullptr && (element == SE_HeaderArrow || element == SE_HeaderLabel))
        return visualRect(
            option->direction, option->rect,
            element == SE_HeaderArrow ? parts::headerArrow(*header) : parts::headerLabel(*header));
    // Without a frame, a link's text begins and ends where its column does.
    if (element == SE_PushButtonLayoutItem && buttonKind(widget) == ButtonKind::Link)
        return option->rect.adjusted(spacing::kHalf, 0, -spacing::kHalf, 0);
    const QRect rect = QProxyStyle::subElementRect(element, option, widget);
    const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
    if (element == SE_LineEditContents && frame != nullptr && frame->lineWidth > 0)
        return rect.adjusted(spacing::kHalf, 0, -spacing::kHalf, 0);
    return rect;
}

QSize WorkbenchStyle::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                                       const QWidget* widget) const {
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    if (type == CT_ComboBox)
        result.rwidth() += spacing::kHalf;  // the arrow takes more room than the base style's
    switch (type) {
        case CT_PushButton:
            if (buttonKind(widget) == ButtonKind::Link)
                return {size.width() + 2 * spacing::kHalf, std::max(result.height(), 24)};
            result.rwidth() += spacing::kUnit;
            [[fallthrough]];
        case CT_LineEdit:
        case CT_ComboBox:
        case CT_SpinBox:
            // One height for all, so that fields beside each other align.
            result.setHeight(controlHeight(*option));
            break;
        case CT_HeaderSection:
            result.setHeight(std::max(result.height(), spacing::kControl));
            break;
        case CT_TabBarTab: {
            // Beside a page's title they are as high as the buttons there.
            const auto* bar = qobject_cast<const QTabBar*>(widget);
            const bool isInHeader = bar != nullptr && !bar->drawBase();
            result.setHeight(isInHeader ? controlHeight(*option) : std::max(result.height(), kTabInCard));
            break;
        }
        default:
            break;
    }
    return result;
}

int WorkbenchStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const {
    switch (metric) {
        case PM_ScrollBarExtent:
            return kScrollBarWidth;
        case PM_ScrollBarSliderMin:
            return kLeastHandle;
        case PM_IndicatorWidth:
        case PM_IndicatorHeight:
            return 18;
        case PM_CheckBoxLabelSpacing:
            return spacing::kUnit;
        case PM_SliderLength:
        case PM_SliderControlThickness:
            return 18;
        case PM_ButtonShiftHorizontal:
        case PM_ButtonShiftVertical:
            return 0;
        case PM_HeaderMargin:
            return spacing::kUnit;
        case PM_SplitterWidth:
            return spacing::kUnit;
        case PM_TabBarTabShiftHorizontal:
        case PM_TabBarTabShiftVertical:
            return 0;
        case PM_TabBarTabHSpace:
            return 24;
        default:
            return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int WorkbenchStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                              QStyleHintReturn* data) const {
    switch (hint) {
        case SH_ScrollBar_ContextMenu:
        case SH_EtchDisabledText:
        case SH_DitherDisabledText:
        case SH_ComboBox_Popup:
            return 0;
        case SH_ScrollBar_LeftClickAbsolutePosition:
            return 1;
        default:
            return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

}  // namespace tunebench::ui
