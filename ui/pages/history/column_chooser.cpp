#include "ui/pages/history/column_chooser.h"

#include <algorithm>
#include <functional>

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTreeWidget>
#include <QVBoxLayout>

#include "ui/text/column_text.h"
#include "ui/text/qt_text.h"
#include "ui/theme/icons.h"
#include "ui/theme/spacing.h"
#include "ui/theme/typography.h"

namespace tunebench::ui {
namespace {

constexpr int kNameRole = Qt::UserRole;

/// "method" of "method.rank"; of a metric all but its part.
QString sectionName(const RunColumn& column) {
    const QString name = toQt(column.name);
    if (column.origin == ColumnOrigin::Metric)
        return name.section(QLatin1Char('.'), 0, -2);
    return name.contains(QLatin1Char('.')) ? name.section(QLatin1Char('.'), 0, 0) : QString();
}

}  // namespace

ColumnChooser::ColumnChooser(const std::vector<RunColumn>& known, std::vector<RunViewColumn> chosen,
                             QWidget* parent)
    : QDialog(parent), known_(known), chosen_(std::move(chosen)) {
    setWindowTitle(tr("Columns of the history"));
    resize(720, 520);
    auto* layout = new QVBoxLayout(this);
    auto* sides = new QHBoxLayout;
    sides->setSpacing(spacing::kWide);
    sides->addWidget(buildOffer(), 1);
    sides->addWidget(buildChosen(), 1);
    layout->addLayout(sides, 1);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    accept_ = buttons->button(QDialogButtonBox::Ok);
    accept_->setObjectName(QStringLiteral("accept_columns"));
    QPushButton* standard = buttons->addButton(tr("Standard columns"), QDialogButtonBox::ResetRole);
    connect(standard, &QPushButton::clicked, this, [this] { setChosen(standard_run_view().columns, 0); });
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout->addWidget(buttons);
    fillOffer(known);
    setChosen(chosen_, 0);
    search_->setFocus();
}

QWidget* ColumnChooser::buildOffer() {
    auto* side = new QWidget(this);
    auto* layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    search_ = new QLineEdit(side);
    search_->setObjectName(QStringLiteral("search_columns"));
    search_->setAccessibleName(tr("Search columns"));
    search_->setPlaceholderText(tr("Search settings, metrics, figures"));
    search_->setClearButtonEnabled(true);
    search_->addAction(icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    offer_ = new QTreeWidget(side);
    offer_->setObjectName(QStringLiteral("offered_columns"));
    offer_->setAccessibleName(tr("All columns"));
    offer_->setHeaderHidden(true);
    layout->addWidget(search_);
    layout->addWidget(offer_, 1);
    connect(search_, &QLineEdit::textChanged, this, &ColumnChooser::search);
    connect(offer_, &QTreeWidget::itemChanged, this, &ColumnChooser::onChecked);
    return side;
}

QPushButton* ColumnChooser::addButton(const QString& name, const QString& text) {
    auto* button = new QPushButton(text, this);
    button->setObjectName(name);
    button->setAutoDefault(false);
    return button;
}

QWidget* ColumnChooser::buildChosen() {
    auto* side = new QWidget(this);
    auto* layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(makeLabel(tr("Shown, from left to right"), TextRole::Caption, side));
    list_ = new QListWidget(side);
    list_->setObjectName(QStringLiteral("chosen_columns"));
    list_->setAccessibleName(tr("Shown columns"));
    layout->addWidget(list_, 1);
    auto* row = new QHBoxLayout;
    up_ = addButton(QStringLiteral("column_up"), tr("Up"));
    down_ = addButton(QStringLiteral("column_down"), tr("Down"));
    pin_ = addButton(QStringLiteral("column_pin"), tr("Pin"));
    remove_ = addButton(QStringLiteral("column_remove"), tr("Hide"));
    for (QPushButton* button : {up_, down_, pin_, remove_})
        row->addWidget(button);
    layout->addLayout(row);
    connect(list_, &QListWidget::currentRowChanged, this, &ColumnChooser::updateButtons);
    connect(up_, &QPushButton::clicked, this, [this] { move(-1); });
    connect(down_, &QPushButton::clicked, this, [this] { move(1); });
    connect(pin_, &QPushButton::clicked, this, &ColumnChooser::togglePin);
    connect(remove_, &QPushButton::clicked, this, &ColumnChooser::removeCurrent);
    return side;
}

/// The branch of a column: one for each origin, and below it one for each section or metric.
QTreeWidgetItem* ColumnChooser::sectionFor(const RunColumn& column) {
    const auto childOf = [](QTreeWidgetItem* parent, const QString& text) {
        for (int i = 0; i < parent->childCount(); ++i)
            if (parent->child(i)->text(0) == text && !parent->child(i)->data(0, kNameRole).isValid())
                return parent->child(i);
        return new QTreeWidgetItem(parent, {text});
    };
    const QString title = column.origin == ColumnOrigin::Table     ? tr("Run")
                          : column.origin == ColumnOrigin::Setting ? tr("Settings")
                                                                   : tr("Metrics");
    QTreeWidgetItem* top = childOf(offer_->invisibleRootItem(), title);
    const QString section = sectionName(column);
    return section.isEmpty() ? top : childOf(top, section);
}

void ColumnChooser::fillOffer(const std::vector<RunColumn>& known) {
    const QSignalBlocker blocker(offer_);
    for (const RunColumn& column : known) {
        auto* item = new QTreeWidgetItem(sectionFor(column), {columnTitle(column)});
        item->setData(0, kNameRole, toQt(column.name));
        item->setToolTip(0, columnHelp(column));
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(0, Qt::Unchecked);
    }
    for (int i = 0; i < offer_->topLevelItemCount(); ++i)
        offer_->topLevelItem(i)->setExpanded(true);
}

void ColumnChooser::search(const QString& text) {
    const auto matches = [&](const QTreeWidgetItem* item) {
        return item->text(0).contains(text, Qt::CaseInsensitive) ||
               item->data(0, kNameRole).toString().contains(text, Qt::CaseInsensitive);
    };
    const std::function<bool(QTreeWidgetItem*, bool)> show = [&](QTreeWidgetItem* item, bool isParentFound) {
        const bool isFound = isParentFound || matches(item);
        bool isShown = isFound;
        for (int i = 0; i < item->childCount(); ++i)
            isShown = show(item->child(i), isFound) || isShown;
        item->setHidden(!isShown);
        if (item->childCount() > 0 && !text.isEmpty())
            item->setExpanded(isShown);
        return isShown;
    };
    for (int i = 0; i < offer_->topLevelItemCount(); ++i)
        show(offer_->topLevelItem(i), false);
}

void ColumnChooser::onChecked(QTreeWidgetItem* item) {
    const auto name = item->data(0, kNameRole).toString().toStdString();
    if (name.empty())
        return;
    auto chosen = chosen_;
    std::erase_if(chosen, [&](const RunViewColumn& column) { return column.name == name; });
    if (item->checkState(0) == Qt::Checked)
        chosen.push_back({.name = name});
    setChosen(std::move(chosen), static_cast<int>(chosen_.size()));
}

QString ColumnChooser::titleOf(const std::string& name) const {
    const auto found = std::ranges::find(known_, name, &RunColumn::name);
    return found == known_.end() ? toQt(name) : columnTitle(*found);
}

void ColumnChooser::setChosen(std::vector<RunViewColumn> chosen, int current) {
    // Pinned ones stand first, as in the table.
    std::stable_partition(chosen.begin(), chosen.end(), std::mem_fn(&RunViewColumn::is_pinned));
    chosen_ = std::move(chosen);
    list_->clear();
    for (const RunViewColumn& column : chosen_)
        list_->addItem(column.is_pinned ? tr("%1 (pinned)").arg(titleOf(column.name)) : titleOf(column.name));
    list_->setCurrentRow(std::min(current, static_cast<int>(chosen_.size()) - 1));
    const QSignalBlocker blocker(offer_);
    for (QTreeWidgetItemIterator it(offer_); *it != nullptr; ++it) {
        const auto name = (*it)->data(0, kNameRole).toString().toStdString();
        const bool isChosen = std::ranges::find(chosen_, name, &RunViewColumn::name) != chosen_.end();
        if (!name.empty())
            (*it)->setCheckState(0, isChosen ? Qt::Checked : Qt::Unchecked);
    }
    updateButtons();
}

void ColumnChooser::move(int by) {
    const int row = list_->currentRow();
    auto chosen = chosen_;
    std::swap(chosen[static_cast<std::size_t>(row)], chosen[static_cast<std::size_t>(row + by)]);
    setChosen(std::move(chosen), row + by);
}

void ColumnChooser::togglePin() {
    auto chosen = chosen_;
    RunViewColumn& column = chosen[static_cast<std::size_t>(list_->currentRow())];
    column.is_pinned = !column.is_pinned;
    const std::string name = column.name;
    setChosen(std::move(chosen), 0);
    const auto place = std::ranges::find(chosen_, name, &RunViewColumn::name);
    list_->setCurrentRow(static_cast<int>(place - chosen_.begin()));
}

void ColumnChooser::removeCurrent() {
    const int row = list_->currentRow();
    auto chosen = chosen_;
    chosen.erase(chosen.begin() + row);
    setChosen(std::move(chosen), row);
}

void ColumnChooser::updateButtons() {
    const int row = list_->currentRow();
    const int last = static_cast<int>(chosen_.size()) - 1;
    const auto isPinned = [this](int at) { return chosen_[static_cast<std::size_t>(at)].is_pinned; };
    const bool hasOne = row >= 0 && row <= last;
    up_->setEnabled(hasOne && row > 0 && isPinned(row) == isPinned(row - 1));
    down_->setEnabled(hasOne && row < last && isPinned(row) == isPinned(row + 1));
    pin_->setEnabled(hasOne);
    pin_->setText(hasOne && isPinned(row) ? tr("Unpin") : tr("Pin"));
    remove_->setEnabled(hasOne && last > 0);
    accept_->setEnabled(!chosen_.empty());
}

}  // namespace tunebench::ui
