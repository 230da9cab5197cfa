#include "ui/pages/compare/compared_list.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

#include "core/history/run_labels.h"
#include "ui/models/compared_group_model.h"
#include "ui/pages/compare/group_delegate.h"
#include "ui/pages/history/run_delegate.h"
#include "ui/text/method_text.h"
#include "ui/text/qt_text.h"
#include "ui/theme/icons.h"
#include "ui/theme/spacing.h"
#include "ui/theme/typography.h"
#include "ui/widgets/fitting_label.h"

namespace tunebench::ui {
namespace {

/// Of the widest that a short number can be.
int valueWidth(const QFont& font) {
    return QFontMetrics(font).horizontalAdvance(QStringLiteral("-0.007672")) + 2 * spacing::kUnit;
}

QString detailOf(const RunComparison& comparison, std::size_t group, const std::vector<ComparableRun>& runs) {
    const auto& of = comparison.groups[group].runs;
    const ComparableRun& first = runs[of.front()];
    const QString kind =
        first.is_imported ? ComparedList::tr("imported") : methodText(method_label(first.config));
    if (of.size() == 1)
        return first.is_imported ? kind
                                 : ComparedList::tr("%1 · seed %2").arg(kind).arg(first.config.general.seed);
    return ComparedList::tr("%1 · %n seeds", nullptr, static_cast<int>(of.size())).arg(kind);
}

QString helpOf(const RunComparison& comparison, std::size_t group) {
    QStringList lines;
    for (const auto run : comparison.groups[group].runs)
        lines << QStringLiteral("%1 (%2)").arg(toQt(comparison.names[run]), toQt(comparison.ids[run]));
    return lines.join(QLatin1Char('\n'));
}

}  // namespace

ComparedList::ComparedList(QWidget* parent) : Card({}, parent) {
    layout()->setContentsMargins(1, spacing::kUnit, 1, spacing::kUnit);  // round corners stay
    model_ = new ComparedGroupModel(this);
    what_ = new FittingLabel(this);
    what_->setObjectName(QStringLiteral("compared_values"));
    what_->setFont(fontFor(TextRole::Caption, what_->font()));
    what_->setContentsMargins(spacing::kUnit, 0, spacing::kUnit, 0);
    what_->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    what_->setMinimumHeight(what_->fontMetrics().height());
    setMuted(what_);
    body()->addWidget(what_);
    buildTable();
    body()->addWidget(table_, 1);
    auto* buttons = new QVBoxLayout;
    buttons->setContentsMargins(spacing::kUnit, 0, spacing::kUnit, 0);
    buttons->setSpacing(spacing::kHalf);
    auto* row = new QHBoxLayout;
    row->setSpacing(spacing::kHalf);
    buttons->addLayout(row);
    baseline_ = addButton(row, "set_baseline", tr("Baseline"), tr("Compare the others with the chosen one"));
    remove_ = addButton(row, "remove_run", tr("Remove"), tr("Take the chosen one out of the comparison"));
    auto* change =
        addButton(buttons, "change_runs", tr("Change runs…"), tr("Choose other runs in the history"));
    change->setIcon(icon(QStringLiteral("history")));
    body()->addLayout(buttons);
    connect(baseline_, &QPushButton::clicked, this, [this] { Q_EMIT baselineChosen(chosen()); });
    connect(remove_, &QPushButton::clicked, this, [this] { Q_EMIT removeRequested(chosen()); });
    connect(change, &QPushButton::clicked, this, &ComparedList::changeRequested);
    updateButtons();
}

void ComparedList::buildTable() {
    table_ = new QTableView(this);
    styleTable(table_);
    table_->setObjectName(QStringLiteral("compared_runs"));
    table_->setAccessibleName(tr("Compared runs"));
    table_->setItemDelegate(new GroupDelegate(table_));
    table_->setModel(model_);
    table_->setSelectionMode(QAbstractItemView::SingleSelection);
    table_->setTabKeyNavigation(false);
    table_->horizontalHeader()->hide();
    table_->horizontalHeader()->setSectionResizeMode(ComparedGroupModel::Name, QHeaderView::Stretch);
    table_->setColumnWidth(ComparedGroupModel::Value, valueWidth(table_->font()));
    table_->verticalHeader()->setDefaultSectionSize(2 * QFontMetrics(table_->font()).height() +
                                                    spacing::kUnit);
    table_->installEventFilter(this);
    connect(table_->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        updateButtons();
        Q_EMIT groupChosen(chosen());
    });
    connect(table_, &QTableView::doubleClicked, this,
            [this](const QModelIndex& index) { Q_EMIT baselineChosen(index.row()); });
    connect(model_, &QAbstractItemModel::modelReset, this, [this] {
        updateButtons();
        Q_EMIT groupChosen(-1);
    });
}

QPushButton* ComparedList::addButton(QLayout* row, const char* objectName, const QString& text,
                                     const QString& help) {
    auto* button = new QPushButton(text, this);
    button->setObjectName(QLatin1String(objectName));
    button->setToolTip(help);
    row->addWidget(button);
    return button;
}

int ComparedList::chosen() const {
    const auto rows = table_->selectionModel()->selectedRows();
    return rows.isEmpty() ? -1 : rows.front().row();
}

void ComparedList::updateButtons() {
    const int group = chosen();
    remove_->setEnabled(group >= 0 && model_->rowCount() > 1);
    baseline_->setEnabled(group >= 0 &&
                          !model_->index(group, 0).data(ComparedGroupModel::BaselineRole).toBool());
}

void ComparedList::show(const RunComparison& comparison, const std::vector<ComparableRun>& runs) {
    std::vector<ComparedGroupRow> rows;
    for (std::size_t group = 0; group < comparison.groups.size(); ++group)
        rows.push_back({.name = toQt(comparison.groups[group].name),
                        .detail = detailOf(comparison, group, runs),
                        .help = helpOf(comparison, group),
                        .isBaseline = group == comparison.baseline_group()});
    const int before = chosen();
    model_->setGroups(std::move(rows));
    if (chosen() < 0 && before >= 0 && before < model_->rowCount())
        table_->selectRow(before);
    updateButtons();
}

void ComparedList::setValues(const QString& what, const QStringList& values) {
    what_->setTexts({what, QString()});
    model_->setValues(what, values);
    table_->viewport()->update();  // names go up to their values
}

bool ComparedList::eventFilter(QObject* watched, QEvent* event) {
    if (watched == table_ && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Delete && remove_->isEnabled()) {
            Q_EMIT removeRequested(chosen());
            return true;
        }
        if ((key == Qt::Key_Return || key == Qt::Key_Enter) && baseline_->isEnabled()) {
            Q_EMIT baselineChosen(chosen());
            return true;
        }
        if (key == Qt::Key_Escape && chosen() >= 0) {
            table_->clearSelection();
            return true;
        }
    }
    return Card::eventFilter(watched, event);
}

}  // namespace tunebench::ui
