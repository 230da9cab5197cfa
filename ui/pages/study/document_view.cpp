#include "ui/pages/study/document_view.h"

#include <QHeaderView>
#include <QLabel>
#include <QScrollBar>
#include <QTableView>
#include <QVBoxLayout>

#include "ui/charts/scatter_chart.h"
#include "ui/models/document_table_model.h"
#include "ui/pages/history/run_delegate.h"
#include "ui/text/numbers.h"
#include "ui/text/qt_text.h"
#include "ui/theme/spacing.h"
#include "ui/theme/typography.h"
#include "ui/widgets/card.h"
#include "ui/widgets/first_column.h"

namespace tunebench::ui {
namespace {

constexpr int kLeastColumn = 56;
constexpr int kWidestColumn = 360;
constexpr int kScatterHeight = 300;

/// As high as its rows: what is around it scrolls.
class WholeTable : public QTableView {
public:
    using QTableView::QTableView;

protected:
    void resizeEvent(QResizeEvent* event) override {
        QTableView::resizeEvent(event);
        const bool hasBar = horizontalHeader()->length() > viewport()->width();
        setFixedHeight(horizontalHeader()->height() + verticalHeader()->length() + 2 * frameWidth() +
                       (hasBar ? horizontalScrollBar()->sizeHint().height() : 0));
    }
};

class DocumentDelegate : public CellDelegate {
public:
    using CellDelegate::CellDelegate;

protected:
    bool isSecondary(const QModelIndex&) const override { return false; }
};

}  // namespace

DocumentView::DocumentView(QWidget* parent) : QWidget(parent) {
    column_ = new QVBoxLayout(this);
    column_->setContentsMargins(0, 0, spacing::kHalf, spacing::kWide);
    column_->setSpacing(spacing::kWide);
}

void DocumentView::setDocument(const Document& document) {
    while (QLayoutItem* item = column_->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    cards_.clear();
    heading_.clear();
    for (const auto& part : document.parts)
        std::visit([this](const auto& shown) { add(shown); }, part);
}

Card* DocumentView::card(const QString& heading) const {
    const auto found = cards_.find(heading);
    return found == cards_.end() ? nullptr : found->second;
}

QVBoxLayout* DocumentView::place() const {
    Card* current = card(heading_);
    return current == nullptr ? column_ : current->body();
}

void DocumentView::add(const DocumentHeading& heading) {
    heading_ = toQt(heading.text);
    auto* added = new Card(heading_, this);
    cards_[heading_] = added;
    column_->addWidget(added);
}

void DocumentView::addText(const QString& text, bool isMuted) {
    QLabel* label = makeLabel(text, isMuted ? TextRole::Caption : TextRole::Body, this);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    place()->addWidget(label);
}

void DocumentView::add(const DocumentParagraph& paragraph) {
    addText(toQt(paragraph.text), /*isMuted=*/true);
}

void DocumentView::add(const DocumentList& list) {
    for (const auto& entry : list.entries)
        addText(toQt(entry), /*isMuted=*/false);
}

void DocumentView::add(const DocumentTable& table) {
    if (table.rows.empty())
        return;
    auto* view = new WholeTable(this);
    view->setAccessibleName(heading_);
    view->setAccessibleDescription(toQt(table.caption));
    styleTable(view);
    view->setItemDelegate(new DocumentDelegate(view));
    view->setSelectionMode(QAbstractItemView::SingleSelection);
    view->setTabKeyNavigation(false);
    view->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    view->setModel(new DocumentTableModel(withHeadings(table), view));
    view->horizontalHeader()->setMinimumSectionSize(kLeastColumn);
    view->horizontalHeader()->setMaximumSectionSize(kWidestColumn);
    view->resizeColumnsToContents();
    (new FirstColumn(view, kWidestColumn))->fit();
    place()->addWidget(view);
    if (!table.caption.empty())
        addText(toQt(table.caption), /*isMuted=*/true);
}

void DocumentView::add(const DocumentScatter& scatter) {
    std::vector<ScatterPoint> points;
    for (std::size_t i = 0; i < scatter.points.size(); ++i) {
        const auto& point = scatter.points[i];
        points.push_back({.name = toQt(point.label),
                          .x = point.x,
                          .y = point.y,
                          .yMargin = point.y_margin,
                          .series = static_cast<int>(i),
                          .isOnFront = point.is_marked});
    }
    auto* chart = new ScatterChart(toQt(scatter.caption), this);
    chart->setMinimumHeight(kScatterHeight);
    chart->setContent(std::move(points),
                      {.title = toQt(scatter.x_title), .format = shortNumber, .isLogarithmic = true},
                      {.title = toQt(scatter.y_title), .format = lossText, .formatTick = shortNumber});
    place()->addWidget(chart);
    addText(toQt(scatter.caption), /*isMuted=*/true);
}

}  // namespace tunebench::ui
