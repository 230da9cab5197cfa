#include "ui/widgets/wrapped_header.h"

#include <algorithm>

#include <QStyleOptionHeader>
#include <QTableView>

#include "ui/theme/spacing.h"

namespace tunebench::ui {
namespace {

constexpr int kManyLines = 1000;  // more than any title has

}  // namespace

WrappedHeader::WrappedHeader(QTableView* table) : QHeaderView(Qt::Horizontal, table) {
    setTextElideMode(Qt::ElideNone);
    table->setHorizontalHeader(this);
}

/// As wide as on one line, and as high as the width that the column has now asks for.
QSize WrappedHeader::sectionSizeFromContents(int column) const {
    const QString title = model()->headerData(column, Qt::Horizontal).toString();
    const QFontMetrics metrics = fontMetrics();
    const int room = std::max(1, sectionSize(column) - 2 * spacing::kUnit);
    const QRect lines =
        metrics.boundingRect(0, 0, room, kManyLines * metrics.lineSpacing(), Qt::TextWordWrap, title);
    return {metrics.horizontalAdvance(title) + 2 * spacing::kUnit + 1,
            std::max(spacing::kControl, lines.height() + 2 * spacing::kUnit)};
}

void WrappedHeader::initStyleOptionForIndex(QStyleOptionHeader* option, int column) const {
    QHeaderView::initStyleOptionForIndex(option, column);
    option->textAlignment = Qt::Alignment::fromInt(option->textAlignment.toInt() | Qt::TextWordWrap);
}

}  // namespace tunebench::ui
