#include "ui/theme/style_parts.h"

#include <algorithm>

#include "ui/theme/spacing.h"

namespace tunebench::ui::parts {
namespace {

constexpr int kLeastHandle = 32;
constexpr int kSortArrow = 8;

bool isSorted(const QStyleOptionHeader& header) {
    return header.sortIndicator != QStyleOptionHeader::None;
}

}  // namespace

QRect headerLabel(const QStyleOptionHeader& header) {
    return header.rect.adjusted(spacing::kUnit, 0, -spacing::kUnit - (isSorted(header) ? 2 : 0), 0);
}

QRect headerArrow(const QStyleOptionHeader& header) {
    const QRect label = headerLabel(header);
    const int edge = header.rect.right() - kSortArrow;
    const int behind = label.left() + header.fontMetrics.horizontalAdvance(header.text) + spacing::kHalf;
    const bool isAtTheEdge = header.text.isEmpty() || header.textAlignment.testFlag(Qt::AlignRight);
    const int left = isAtTheEdge ? edge : std::min(edge, behind);
    return {left, header.rect.top() + (header.rect.height() - kSortArrow) / 2, kSortArrow, kSortArrow};
}

QRect scrollHandle(const QStyleOptionSlider& option) {
    const bool isHorizontal = option.orientation == Qt::Horizontal;
    const int length = isHorizontal ? option.rect.width() : option.rect.height();
    const int range = option.maximum - option.minimum;
    const double share = static_cast<double>(option.pageStep) / std::max(1, range + option.pageStep);
    const int handle =
        range <= 0 ? length
                   : std::clamp(static_cast<int>(length * share), std::min(kLeastHandle, length), length);
    const int offset = QStyle::sliderPositionFromValue(option.minimum, option.maximum, option.sliderPosition,
                                                       length - handle, option.upsideDown);
    return isHorizontal ? QRect(option.rect.left() + offset, option.rect.top(), handle, option.rect.height())
                        : QRect(option.rect.left(), option.rect.top() + offset, option.rect.width(), handle);
}

QRect scrollPart(const QStyleOptionSlider& option, QStyle::SubControl part) {
    const QRect handle = scrollHandle(option);
    const bool isHorizontal = option.orientation == Qt::Horizontal;
    QRect rect = option.rect;
    switch (part) {
        case QStyle::SC_ScrollBarSlider:
            return handle;
        case QStyle::SC_ScrollBarGroove:
            return rect;
        case QStyle::SC_ScrollBarSubPage:
            isHorizontal ? rect.setRight(handle.left() - 1) : rect.setBottom(handle.top() - 1);
            return rect;
        case QStyle::SC_ScrollBarAddPage:
            isHorizontal ? rect.setLeft(handle.right() + 1) : rect.setTop(handle.bottom() + 1);
            return rect;
        default:
            return {};
    }
}

QRect spinPart(const QRect& rect, QStyle::SubControl part, int arrow) {
    const int half = rect.height() / 2;
    switch (part) {
        case QStyle::SC_SpinBoxUp:
            return {rect.right() - arrow, rect.top() + 2, arrow, half - 2};
        case QStyle::SC_SpinBoxDown:
            return {rect.right() - arrow, rect.top() + half, arrow, rect.height() - half - 2};
        case QStyle::SC_SpinBoxEditField:
            return rect.adjusted(spacing::kHalf + 2, 2, -arrow - 2, -2);
        default:
            return rect;
    }
}

}  // namespace tunebench::ui::parts
