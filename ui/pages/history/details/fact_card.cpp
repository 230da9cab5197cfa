#include "ui/pages/history/details/fact_card.h"

#include <algorithm>

#include <QHeaderView>
#include <QScrollBar>
#include <QVBoxLayout>

#include "ui/pages/hub/hub_table.h"
#include "ui/theme/spacing.h"

namespace tunebench::ui {
namespace {

constexpr int kFactHeight = 26;
constexpr int kMostFacts = 1000;  // who has more of them scrolls inside of the card

}  // namespace

FactCard::FactCard(const QString& title, const QString& name, const QStringList& columns,
                   const std::vector<int>& widths, QWidget* parent)
    : Card(title, parent) {
    layout()->setContentsMargins(spacing::kHalf, spacing::kUnit, spacing::kHalf, spacing::kHalf);
    header()->setContentsMargins(spacing::kUnit, 0, spacing::kUnit, 0);  // the title above the texts of cells
    table_ = new HubTable(columns, widths, title, this);
    table_->setObjectName(name);
    table_->verticalHeader()->setDefaultSectionSize(kFactHeight);
    table_->verticalHeader()->setMinimumSectionSize(kFactHeight);
    table_->horizontalHeader()->setMinimumSectionSize(40);
    body()->addWidget(table_);
}

void FactCard::setRows(std::vector<HubRow> rows) {
    shown_ = std::min(kMostFacts, static_cast<int>(rows.size()));
    table_->setRows(std::move(rows));
    fitHeight();
    setVisible(shown_ > 0);
}

void FactCard::fitHeight() {
    const QHeaderView* header = table_->horizontalHeader();
    const bool isWider = header->length() > table_->viewport()->width();
    // The style may make a row higher than it is asked to be.
    table_->setFixedHeight(header->sizeHint().height() + shown_ * table_->rowHeight(0) + 4 +
                           (isWider ? table_->horizontalScrollBar()->sizeHint().height() : 0));
}

void FactCard::resizeEvent(QResizeEvent* event) {
    Card::resizeEvent(event);
    fitHeight();
}

}  // namespace tunebench::ui
