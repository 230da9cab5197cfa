#include "ui/pages/study/document_view.h"

#include <QLabel>
#include <QVBoxLayout>

#include "ui/charts/scatter_chart.h"
#include "ui/models/document_table_model.h"
#include "ui/pages/study/document_table_view.h"
#include "ui/text/numbers.h"
#include "ui/text/qt_text.h"
#include "ui/text/unbroken.h"
#include "ui/theme/spacing.h"
#include "ui/theme/typography.h"
#include "ui/widgets/card.h"

namespace tunebench::ui {
namespace {

constexpr int kScatterHeight = 300;

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
    QLabel* label = makeLabel(unbroken(text), isMuted ? TextRole::Caption : TextRole::Body, this);
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
    auto* view = new DocumentTableView(table, this);
    view->setAccessibleName(heading_);
    view->setAccessibleDescription(toQt(table.caption));
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
    chart->setContent(
        std::move(points),
        {.title = toQt(headingOf(scatter.x_title)), .format = shortNumber, .isLogarithmic = true},
        {.title = toQt(headingOf(scatter.y_title)), .format = lossText, .formatTick = shortNumber});
    place()->addWidget(chart);
    addText(toQt(scatter.caption), /*isMuted=*/true);
}

}  // namespace tunebench::ui
