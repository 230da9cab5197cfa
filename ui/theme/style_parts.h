// Where the parts of a control lie, as WorkbenchStyle lays them out, written from left to right.
#pragma once

#include <QStyleOption>

namespace tunebench::ui::parts {

/// The title; behind it there is room for the arrow of the sorted column, so that no title is cut for it.
QRect headerLabel(const QStyleOptionHeader& header);
/// Right behind the title, at the right edge where there is no more room than that.
QRect headerArrow(const QStyleOptionHeader& header);

QRect scrollHandle(const QStyleOptionSlider& option);
QRect scrollPart(const QStyleOptionSlider& option, QStyle::SubControl part);
/// `arrow`: the width of the arrows.
QRect spinPart(const QRect& rect, QStyle::SubControl part, int arrow);

}  // namespace tunebench::ui::parts
