#include "ui/pages/study/method_list.h"

#include <algorithm>

#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

#include "core/methods/method.h"
#include "ui/pages/history/run_delegate.h"
#include "ui/pages/study/method_editor.h"
#include "ui/text/core_text.h"
#include "ui/text/qt_text.h"
#include "ui/theme/icons.h"
#include "ui/theme/spacing.h"
#include "ui/theme/typography.h"
#include "ui/theme/workbench_style.h"

namespace tunebench::ui {
namespace {

constexpr int kMostRows = 6;

/// Rows as those of tables.
class MethodRow : public CellDelegate {
public:
    using CellDelegate::CellDelegate;

    /// As wide as the list, whatever the name.
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        return {0, CellDelegate::sizeHint(option, index).height()};
    }

protected:
    bool isSecondary(const QModelIndex&) const override { return false; }
};

}  // namespace

MethodList::MethodList(QWidget* parent) : Card(tr("Methods"), parent) {
    list_ = new QListWidget(this);
    list_->setObjectName(QStringLiteral("study_methods"));
    list_->setAccessibleName(tr("Methods of the study"));
    list_->viewport()->setBackgroundRole(QPalette::Light);  // of the rows and the card
    list_->setItemDelegate(new MethodRow(list_));
    list_->setUniformItemSizes(true);
    list_->setMouseTracking(true);
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    body()->addWidget(list_);
    nothing_ = makeLabel(tr("They train one after another on the same data, and are compared."),
                         TextRole::Caption, this);
    nothing_->setWordWrap(true);
    body()->addWidget(nothing_);
    buildButtons();
    editor_ = new MethodEditor(this);
    body()->addWidget(editor_);
    connect(list_, &QListWidget::currentRowChanged, this, [this](int row) {
        if (row >= 0)
            editor_->setChoice(choices_[static_cast<std::size_t>(row)]);
    });
    connect(editor_, &MethodEditor::changed, this, &MethodList::onEdited);
    showNames();
}

void MethodList::buildButtons() {
    auto* row = new QHBoxLayout;
    row->setSpacing(spacing::kUnit);
    auto* add = new QPushButton(tr("Add"), this);
    add->setObjectName(QStringLiteral("add_method"));
    auto* menu = new QMenu(add);
    for (const Method* method : all_methods()) {
        auto* action = menu->addAction(coreText(method->title), this,
                                       [this, id = std::string(method->id)] { this->add(id); });
        action->setToolTip(coreText(method->summary));
    }
    menu->setToolTipsVisible(true);
    menu->addSeparator();
    menu->addAction(tr("Every method"), this, &MethodList::addAll);
    add->setMenu(menu);
    duplicate_ = new QPushButton(tr("Duplicate"), this);
    duplicate_->setObjectName(QStringLiteral("duplicate_method"));
    remove_ = new QPushButton(tr("Remove"), this);
    remove_->setObjectName(QStringLiteral("remove_method"));
    for (QPushButton* button : {add, duplicate_, remove_})
        row->addWidget(button);
    row->addStretch(1);
    body()->addLayout(row);
    connect(duplicate_, &QPushButton::clicked, this, &MethodList::duplicate);
    connect(remove_, &QPushButton::clicked, this, &MethodList::remove);
}

void MethodList::setChoices(std::vector<MethodChoice> choices) {
    choices_ = std::move(choices);
    removed_.reset();
    showNames();
    select(0);
}

void MethodList::setBase(const RunConfig& base) {
    editor_->setBase(base);
    if (!choices_.empty())
        editor_->setChoice(choices_[selected()]);
}

void MethodList::showNames() {
    const QSignalBlocker blocker(list_);
    const int row = list_->currentRow();
    list_->clear();
    for (const auto& choice : choices_) {
        list_->addItem(toQt(choice.name));
        list_->item(list_->count() - 1)->setTextAlignment(Qt::AlignVCenter | Qt::AlignLeft);
    }
    list_->setCurrentRow(std::min(row, list_->count() - 1));
    const bool hasOne = !choices_.empty();
    fitHeight();
    list_->setVisible(hasOne);
    nothing_->setVisible(!hasOne);
    editor_->setVisible(hasOne);
    duplicate_->setEnabled(hasOne);
    remove_->setEnabled(hasOne);
    setSummary(hasOne ? tr("%n to compare", nullptr, static_cast<int>(choices_.size()))
                      : tr("none yet: add at least two"));
}

/// As high as its rows, up to a number: many of them scroll.
void MethodList::fitHeight() {
    const int rows = std::clamp(list_->count(), 1, kMostRows);
    list_->setFixedHeight(rows * std::max(1, list_->sizeHintForRow(0)) + 2 * list_->frameWidth());
}

std::size_t MethodList::selected() const {
    return static_cast<std::size_t>(std::max(0, list_->currentRow()));
}

void MethodList::select(std::size_t row) {
    if (row >= choices_.size())
        return;
    const QSignalBlocker blocker(list_);
    list_->setCurrentRow(static_cast<int>(row));
    editor_->setChoice(choices_[row]);
}

void MethodList::add(const std::string& methodId) {
    choices_.push_back({.name = new_name(choices_, methodId), .method_id = methodId});
    showNames();
    select(choices_.size() - 1);
    Q_EMIT changed();
}

void MethodList::addAll() {
    for (const Method* method : all_methods())
        if (std::ranges::find(choices_, method->id, &MethodChoice::method_id) == choices_.end())
            choices_.push_back(
                {.name = new_name(choices_, method->id), .method_id = std::string(method->id)});
    showNames();
    select(choices_.size() - 1);
    Q_EMIT changed();
}

void MethodList::duplicate() {
    MethodChoice copy = choices_[selected()];
    for (int number = 2; std::ranges::find(choices_, copy.name, &MethodChoice::name) != choices_.end();
         ++number)
        copy.name = QStringLiteral("%1 %2").arg(toQt(choices_[selected()].name)).arg(number).toStdString();
    const std::size_t row = selected() + 1;
    choices_.insert(choices_.begin() + static_cast<std::ptrdiff_t>(row), std::move(copy));
    showNames();
    select(row);
    Q_EMIT changed();
}

void MethodList::remove() {
    const std::size_t row = selected();
    removed_ = Removed{.row = row, .choice = choices_[row]};
    choices_.erase(choices_.begin() + static_cast<std::ptrdiff_t>(row));
    showNames();
    select(std::min(row, choices_.size() - 1));
    Q_EMIT changed();
    Q_EMIT removedOne(toQt(removed_->choice.name));
}

void MethodList::undoRemove() {
    if (!removed_)
        return;
    const std::size_t row = std::min(removed_->row, choices_.size());
    choices_.insert(choices_.begin() + static_cast<std::ptrdiff_t>(row), std::move(removed_->choice));
    removed_.reset();
    showNames();
    select(row);
    Q_EMIT changed();
}

void MethodList::onEdited() {
    if (choices_.empty())
        return;
    choices_[selected()] = editor_->choice();
    list_->item(static_cast<int>(selected()))->setText(toQt(choices_[selected()].name));
    Q_EMIT changed();
}

}  // namespace tunebench::ui
