#include "ui/pages/history/details/fact_card.h"

#include <algorithm>

#include <QHeaderView>
#include <QVBoxLayout>

#include "ui/pages/hub/hub_table.h"

namespace tunebench::ui {
namespace {

constexpr int kFactHeight = 26;
constexpr int kMostFacts = 12;

}  // namespace

FactCard::FactCard(const QString& title, const QString& name, const QStringList& columns,
                   const std::vector<int>& widths, QWidget* parent)
    : Card(title, parent) {
    layout()->setContentsMargins(12, 8, 1, 1);
    table_ = new HubTable(columns, widths, title, this);
    table_->setObjectName(name);
    table_->verticalHeader()->setDefaultSectionSize(kFactHeight);
    table_->verticalHeader()->setMinimumSectionSize(kFactHeight);
    table_->horizontalHeader()->setMinimumSectionSize(40);
    body()->addWidget(table_);
}

void FactCard::setRows(std::vector<HubRow> rows) {
    const int shown = std::min(kMostFacts, static_cast<int>(rows.size()));
    table_->setRows(std::move(rows));
    table_->setFixedHeight(table_->horizontalHeader()->sizeHint().height() + shown * kFactHeight + 4);
    setVisible(shown > 0);
}

}  // namespace tunebench::ui
