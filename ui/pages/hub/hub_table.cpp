#include "ui/pages/hub/hub_table.h"

#include <algorithm>

#include <QHeaderView>
#include <QKeyEvent>
#include <QSortFilterProxyModel>

#include "ui/theme/colors.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/first_column.h"

namespace tunebench::ui {
namespace {

constexpr int kLeastFirst = 120;                      // or what its texts need, if that is less
constexpr int kMostWord = 110;                        // of a state with a dot
constexpr int kAroundTitle = 2 * spacing::kUnit + 4;  // the arrow of the sorted column stands in it

/// The header's own hint has room for an arrow beside the title and takes its letters for bold.
int titleWidth(const QHeaderView& header, int column) {
    const QString title = header.model()->headerData(column, Qt::Horizontal).toString();
    return header.fontMetrics().horizontalAdvance(title) + kAroundTitle;
}

}  // namespace

QColor HubDelegate::dot(const QModelIndex& index, const Colors& colors) const {
    switch (static_cast<HubDot>(index.data(HubModel::DotRole).toInt())) {
        case HubDot::Good:
            return colors.success;
        case HubDot::Warning:
            return colors.warning;
        case HubDot::None:
            break;
    }
    return {};
}

bool HubDelegate::isSecondary(const QModelIndex& index) const {
    return index.column() > 1;
}

HubTable::HubTable(const QStringList& titles, const std::vector<int>& widths, const QString& name,
                   QWidget* parent)
    : QTableView(parent) {
    styleTable(this);
    setItemDelegate(new HubDelegate(this));
    setAccessibleName(name);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setTabKeyNavigation(false);
    model_ = new HubModel(titles, this);
    sorted_ = new QSortFilterProxyModel(this);
    sorted_->setSourceModel(model_);
    sorted_->setSortRole(HubModel::SortRole);
    setModel(sorted_);
    // In the order of the rows until somebody chooses a column.
    sorted_->sort(-1);
    horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    setSortingEnabled(true);
    for (std::size_t i = 0; i < widths.size(); ++i) {
        const int column = static_cast<int>(i) + 1;
        setColumnWidth(column, std::max(widths[i], titleWidth(*horizontalHeader(), column)));
    }
    first_ = new FirstColumn(this, kLeastFirst);
    first_->fit();
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this, &HubTable::choiceChanged);
    connect(this, &QTableView::doubleClicked, this, &HubTable::rowActivated);
}

void HubTable::setRows(std::vector<HubRow> rows) {
    const int chosen = chosenRow();
    const QString name = chosen < 0 ? QString() : model_->index(chosen, 0).data().toString();
    model_->setRows(std::move(rows));
    fitStates();
    first_->fit();
    for (int row = 0; row < model_->rowCount() && !name.isEmpty(); ++row)
        if (model_->index(row, 0).data().toString() == name)
            return choose(row);
    if (chosen >= 0)
        Q_EMIT choiceChanged();
}

/// A state is a word or two, in some languages longer ones.
void HubTable::fitStates() {
    for (int column = 1; column < model_->columnCount(); ++column)
        for (int row = 0; row < model_->rowCount(); ++row)
            if (model_->index(row, column).data(HubModel::DotRole).toInt() !=
                static_cast<int>(HubDot::None)) {
                const int wanted = std::min(sizeHintForColumn(column), kMostWord);
                setColumnWidth(column, std::max(columnWidth(column), wanted));
                break;
            }
}

int HubTable::chosenRow() const {
    const auto rows = selectionModel()->selectedRows();
    return rows.isEmpty() ? -1 : sorted_->mapToSource(rows.front()).row();
}

void HubTable::choose(int row) {
    setCurrentIndex(sorted_->mapFromSource(model_->index(row, 0)));
}

void HubTable::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        Q_EMIT rowActivated();
    else
        QTableView::keyPressEvent(event);
}

}  // namespace tunebench::ui
