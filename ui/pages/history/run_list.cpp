#include "ui/pages/history/run_list.h"

#include <algorithm>
#include <array>

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QScrollBar>

#include "ui/models/run_table_model.h"
#include "ui/pages/history/run_delegate.h"

namespace tunebench::ui {
namespace {

constexpr int kAnyWidth = 110;
constexpr int kLeastWidth = 34;

int standardWidth(const std::string& column) {
    constexpr std::array<std::pair<std::string_view, int>, 11> kWidths = {{{"starred", 34},
                                                                           {"status", 104},
                                                                           {"name", 170},
                                                                           {"model", 94},
                                                                           {"method", 64},
                                                                           {"trainable_parameters", 108},
                                                                           {"peak", 86},
                                                                           {"tokens_per_second", 70},
                                                                           {"best_validation_loss", 74},
                                                                           {"steps", 60},
                                                                           {"created_at", 104}}};
    const auto* const known =
        std::ranges::find(kWidths, column, [](const auto& entry) { return entry.first; });
    return known == kWidths.end() ? kAnyWidth : known->second;
}

/// From the ranges: asking the selection for whole rows takes a look at every cell.
std::vector<int> rowsOf(const QItemSelectionModel& model) {
    std::vector<int> rows;
    for (const QItemSelectionRange& range : model.selection())
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows.push_back(row);
    std::ranges::sort(rows);
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    return rows;
}

}  // namespace

RunList::RunList(RunTableModel& model, QWidget* parent) : QWidget(parent), model_(model) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    pinned_ = new QTableView(this);
    pinned_->setObjectName(QStringLiteral("pinned_runs"));
    pinned_->setAccessibleName(tr("Runs, pinned columns"));
    table_ = new QTableView(this);
    table_->setObjectName(QStringLiteral("runs"));
    table_->setAccessibleName(tr("Runs"));
    prepare(pinned_);
    prepare(table_);
    pinned_->setSelectionModel(table_->selectionModel());
    table_->viewport()->installEventFilter(this);
    row->addWidget(pinned_);
    row->addWidget(table_, 1);
    setFocusProxy(table_);
    joinScrolling();
    connect(table_->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &RunList::selectionChanged);
    pinned_->hide();
}

void RunList::prepare(QTableView* view) {
    styleTable(view);
    view->setItemDelegate(new RunDelegate(view));
    view->setModel(&model_);
    view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    view->setTabKeyNavigation(false);
    view->setContextMenuPolicy(Qt::CustomContextMenu);
    view->installEventFilter(this);
    connect(view, &QTableView::clicked, this, &RunList::onClicked);
    connect(view, &QTableView::customContextMenuRequested, this,
            [this, view](QPoint place) { Q_EMIT menuRequested(view->viewport()->mapToGlobal(place)); });
    connectHeader(view);
}

void RunList::connectHeader(QTableView* view) {
    QHeaderView* header = view->horizontalHeader();
    header->setSectionsMovable(true);
    header->setSectionsClickable(true);
    header->setSortIndicatorShown(true);
    header->setMinimumSectionSize(kLeastWidth);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QHeaderView::sectionClicked, this, &RunList::sortChosen);
    connect(header, &QHeaderView::customContextMenuRequested, this, [this, header](QPoint place) {
        if (const int column = header->logicalIndexAt(place); column >= 0)
            Q_EMIT columnMenuRequested(column, header->viewport()->mapToGlobal(place));
    });
    // Later: the header is in the middle of its move.
    connect(
        header, &QHeaderView::sectionMoved, this,
        [this] {
            if (!isArranging_)
                QMetaObject::invokeMethod(this, &RunList::columnsMoved, Qt::QueuedConnection);
        },
        Qt::DirectConnection);
    connect(header, &QHeaderView::sectionResized, this, [this, view](int column, int, int width) {
        if (isArranging_)
            return;
        if (view == table_ && column == model_.columnOf("name"))
            nameWidth_ = width;
        fitPinned();
    });
}

void RunList::joinScrolling() {
    pinned_->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    pinned_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(table_->verticalScrollBar(), &QScrollBar::valueChanged, pinned_->verticalScrollBar(),
            &QScrollBar::setValue);
    connect(pinned_->verticalScrollBar(), &QScrollBar::valueChanged, table_->verticalScrollBar(),
            &QScrollBar::setValue);
    // The rows of both end at the same height.
    connect(table_->horizontalScrollBar(), &QScrollBar::rangeChanged, this, [this](int least, int most) {
        pinned_->setHorizontalScrollBarPolicy(most > least ? Qt::ScrollBarAlwaysOn : Qt::ScrollBarAlwaysOff);
    });
}

void RunList::showLayout(const RunView& view) {
    isArranging_ = true;
    columns_ = view.columns;
    arrange(pinned_, true, view);
    arrange(table_, false, view);
    pinned_->setVisible(std::ranges::any_of(columns_, &RunViewColumn::is_pinned));
    isArranging_ = false;
    fitPinned();
    fitName();
}

void RunList::arrange(QTableView* view, bool isPinned, const RunView& layout) {
    QHeaderView* header = view->horizontalHeader();
    for (int column = 0; column < model_.columnCount(); ++column) {
        const RunViewColumn& wanted = layout.columns[static_cast<std::size_t>(column)];
        header->moveSection(header->visualIndex(column), column);
        header->setSectionHidden(column, wanted.is_pinned != isPinned);
        const int width = wanted.width > 0 ? wanted.width : standardWidth(wanted.name);
        if (wanted.is_pinned == isPinned)
            header->resizeSection(column, width);
        if (!isPinned && wanted.name == "name")
            nameWidth_ = width;
    }
    header->setSortIndicator(model_.columnOf(layout.order.column),
                             layout.order.is_descending ? Qt::DescendingOrder : Qt::AscendingOrder);
}

void RunList::fitPinned() {
    pinned_->setFixedWidth(pinned_->horizontalHeader()->length() + 2 * pinned_->frameWidth());
}

/// The name takes the room that the other columns leave.
void RunList::fitName() {
    const int column = model_.columnOf("name");
    if (column < 0 || table_->isColumnHidden(column))
        return;
    const int others = table_->horizontalHeader()->length() - table_->columnWidth(column);
    isArranging_ = true;
    table_->setColumnWidth(column, std::max(nameWidth_, table_->viewport()->width() - others));
    isArranging_ = false;
}

std::vector<RunViewColumn> RunList::columns() const {
    std::vector<RunViewColumn> columns;
    for (const QTableView* view : {pinned_, table_}) {
        const QHeaderView* header = view->horizontalHeader();
        for (int place = 0; place < header->count(); ++place) {
            const int column = header->logicalIndex(place);
            if (header->isSectionHidden(column) || static_cast<std::size_t>(column) >= columns_.size())
                continue;
            columns.push_back(columns_[static_cast<std::size_t>(column)]);
            const bool isName = view == table_ && columns.back().name == "name";
            const int width = isName ? nameWidth_ : header->sectionSize(column);
            columns.back().width = width == standardWidth(columns.back().name) ? 0 : width;
        }
    }
    return columns;
}

QStringList RunList::selectedIds() const {
    QStringList ids;
    for (const int row : rowsOf(*table_->selectionModel()))
        if (const RunSummary* run = model_.run(row))
            ids << QString::fromStdString(run->id);
    return ids;
}

void RunList::select(const QStringList& ids) {
    QList<int> rows;
    for (const QString& id : ids)
        if (const int row = model_.rowOf(id); row >= 0)
            rows << row;
    std::ranges::sort(rows);
    QItemSelection selection;
    for (qsizetype begin = 0; begin < rows.size();) {
        qsizetype end = begin + 1;
        while (end < rows.size() && rows[end] == rows[end - 1] + 1)
            ++end;
        selection.append(QItemSelectionRange(model_.index(rows[begin], 0),
                                             model_.index(rows[end - 1], model_.columnCount() - 1)));
        begin = end;
    }
    table_->selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
}

void RunList::setCurrentRow(int row) {
    const int column = std::max(0, model_.columnOf("name"));
    table_->selectionModel()->setCurrentIndex(model_.index(row, column), QItemSelectionModel::NoUpdate);
}

int RunList::scrolled() const {
    return table_->verticalScrollBar()->value();
}

void RunList::scrollTo(int position) {
    table_->verticalScrollBar()->setValue(position);
}

void RunList::onClicked(const QModelIndex& index) {
    if (model_.isGroup(index.row()))
        Q_EMIT groupToggled(index.row());
    else if (index.data(RunTableModel::StarRole).isValid())
        Q_EMIT starClicked(index.data(RunTableModel::IdRole).toString());
}

bool RunList::foldByKey(int key) {
    const QModelIndex current = table_->currentIndex();
    if (!current.isValid() || !model_.isGroup(current.row()))
        return false;
    const bool isFolded = model_.isFolded(current.row());
    const bool toggles = key == Qt::Key_Space || key == Qt::Key_Return || key == Qt::Key_Enter ||
                         (key == Qt::Key_Left && !isFolded) || (key == Qt::Key_Right && isFolded);
    if (toggles)
        Q_EMIT groupToggled(current.row());
    return toggles;
}

bool RunList::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::KeyPress && foldByKey(static_cast<QKeyEvent*>(event)->key()))
        return true;
    if (event->type() == QEvent::Resize && watched == table_->viewport())
        fitName();
    return QWidget::eventFilter(watched, event);
}

}  // namespace tunebench::ui
