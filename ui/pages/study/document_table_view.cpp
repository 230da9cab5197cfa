#include "ui/pages/study/document_table_view.h"

#include <algorithm>

#include <QPainter>
#include <QScrollBar>

#include "ui/models/document_table_model.h"
#include "ui/pages/history/run_delegate.h"
#include "ui/text/qt_text.h"
#include "ui/text/unbroken.h"
#include "ui/theme/colors.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/wrapped_header.h"

namespace tunebench::ui {
namespace {

constexpr int kLeastColumn = 56;
constexpr int kAround = 2 * spacing::kUnit + 1;
constexpr int kManyLines = 1000;  // more than any text has

class DocumentDelegate : public CellDelegate {
public:
    using CellDelegate::CellDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        const QString text = unbroken(index.data().toString());
        if (isOneLine(option, text))
            return CellDelegate::paint(painter, option, index);
        const Colors& colors = colorsFor(option.palette);
        painter->save();
        paintCellGround(*painter, option);
        painter->setPen(colors.text);
        painter->drawText(option.rect.adjusted(spacing::kUnit, 0, -spacing::kUnit, 0),
                          Qt::AlignVCenter | Qt::AlignLeft | Qt::TextWordWrap, text);
        if (option.state.testFlag(QStyle::State_HasFocus)) {
            painter->setPen(colors.accentText);
            painter->drawRect(option.rect.adjusted(0, 0, -1, -1));
        }
        painter->restore();
    }

    /// The height for the width that the column has, which the view has put into the option.
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        const QSize size = CellDelegate::sizeHint(option, index);
        const QString text = unbroken(index.data().toString());
        if (isOneLine(option, text))
            return size;
        const QRect lines = option.fontMetrics.boundingRect(
            0, 0, std::max(1, option.rect.width() - 2 * spacing::kUnit),
            kManyLines * option.fontMetrics.lineSpacing(), Qt::TextWordWrap, text);
        return {size.width(), std::max(size.height(), lines.height() + 2 * spacing::kUnit)};
    }

protected:
    bool isSecondary(const QModelIndex&) const override { return false; }

private:
    static bool isOneLine(const QStyleOptionViewItem& option, const QString& text) {
        return option.fontMetrics.horizontalAdvance(text) <= option.rect.width() - 2 * spacing::kUnit;
    }
};

int longestWord(const QFontMetrics& metrics, const QString& text) {
    int longest = 0;
    for (const QString& word : text.split(QLatin1Char(' ')))
        longest = std::max(longest, metrics.horizontalAdvance(word));
    return longest;
}

}  // namespace

DocumentTableView::DocumentTableView(const DocumentTable& table, QWidget* parent) : QTableView(parent) {
    styleTable(this);
    setWordWrap(true);  // else no delegate is told the width that it has
    setItemDelegate(new DocumentDelegate(this));
    setSelectionMode(QAbstractItemView::SingleSelection);
    setTabKeyNavigation(false);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    const DocumentTable shown = withHeadings(table);
    setModel(new DocumentTableModel(shown, this));
    auto* header = new WrappedHeader(this);
    header->setMinimumSectionSize(kLeastColumn);
    measure(shown);
    fitColumns();
    connect(header, &QHeaderView::sectionResized, this, &DocumentTableView::fitHeight);
}

void DocumentTableView::measure(const DocumentTable& table) {
    const QFontMetrics metrics = fontMetrics();
    for (std::size_t column = 0; column < table.columns.size(); ++column) {
        const QString title = toQt(table.columns[column].title);
        int wanted = metrics.horizontalAdvance(title);
        int least = longestWord(metrics, title);
        for (const auto& row : table.rows) {
            const QString text = column < row.size() ? toQt(row[column]) : QString();
            const int whole = metrics.horizontalAdvance(text);
            wanted = std::max(wanted, whole);
            least = std::max(least,
                             table.columns[column].is_number ? whole : longestWord(metrics, unbroken(text)));
        }
        wanted_.push_back(std::max(kLeastColumn, wanted + kAround));
        least_.push_back(std::max(kLeastColumn, least + kAround));
    }
}

int DocumentTableView::widthOf(std::size_t column, int most) const {
    return std::max(least_[column], std::min(wanted_[column], most));
}

int DocumentTableView::widthOfAll(int most) const {
    int width = 0;
    for (std::size_t column = 0; column < wanted_.size(); ++column)
        width += widthOf(column, most);
    return width;
}

/// The widest give way first; what is left goes to the first.
void DocumentTableView::fitColumns() {
    if (wanted_.empty())
        return;
    fittedTo_ = viewport()->width();
    int most = std::ranges::max(wanted_);
    while (most > kLeastColumn && widthOfAll(most) > fittedTo_)
        --most;
    const int left = std::max(0, fittedTo_ - widthOfAll(most));
    for (std::size_t column = 0; column < wanted_.size(); ++column)
        setColumnWidth(static_cast<int>(column), widthOf(column, most) + (column == 0 ? left : 0));
}

void DocumentTableView::fitHeight() {
    resizeRowsToContents();
    const bool hasBar = horizontalHeader()->length() > viewport()->width();
    setFixedHeight(horizontalHeader()->sizeHint().height() + verticalHeader()->length() + 2 * frameWidth() +
                   (hasBar ? horizontalScrollBar()->sizeHint().height() : 0));
}

void DocumentTableView::resizeEvent(QResizeEvent* event) {
    QTableView::resizeEvent(event);
    if (viewport()->width() != fittedTo_)
        fitColumns();
    fitHeight();
}

}  // namespace tunebench::ui
