#include "ui/pages/history/history_header.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include "ui/text/core_sentence.h"
#include "ui/theme/icons.h"
#include "ui/theme/spacing.h"
#include "ui/theme/typography.h"
#include "ui/theme/workbench_style.h"

namespace tunebench::ui {

HistoryHeader::HistoryHeader(QMenu* viewMenu, QAction* undo, QAction* redo, QWidget* parent)
    : QWidget(parent) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing::kHalf);
    auto* row = new QHBoxLayout;
    row->setSpacing(spacing::kUnit);
    row->addWidget(makeLabel(tr("History"), TextRole::Title, this));
    row->addSpacing(spacing::kUnit);
    filter_ = new QLineEdit(this);
    filter_->setObjectName(QStringLiteral("filter"));
    filter_->setPlaceholderText(tr("Filter: town lora, or loss < 0.5 and method.rank >= 16"));
    filter_->setToolTip(tr(
        "Words are searched in name, model, method and tags. Conditions: == != < <= > >=, : for “contains”, "
        "and, or, not, in (1, 2), x == missing. Columns are called as the headers' help says, for example "
        "status, method.rank, validation_loss.best, starred, tag."));
    filter_->setClearButtonEnabled(true);
    filter_->setAccessibleName(tr("Filter"));
    filter_->addAction(icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    row->addWidget(filter_, 1);
    addMenuButton(row, QStringLiteral("setup"), QStringLiteral("view_button"), tr("View"), viewMenu);
    addMenuButton(row, QStringLiteral("more"), QStringLiteral("more_button"), tr("More"),
                  buildMore(undo, redo));
    layout->addLayout(row);
    problem_ = makeLabel({}, TextRole::Caption, this);
    problem_->setObjectName(QStringLiteral("filter_problem"));
    problem_->setWordWrap(true);
    problem_->hide();
    layout->addWidget(problem_);
    connect(filter_, &QLineEdit::textChanged, this, &HistoryHeader::filterChanged);
}

QMenu* HistoryHeader::buildMore(QAction* undo, QAction* redo) {
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("more_menu"));
    menu->addAction(ui::icon(QStringLiteral("folder")), tr("Import a folder of logs…"), this,
                    &HistoryHeader::importFolderWanted);
    menu->addAction(ui::icon(QStringLiteral("file")), tr("Import log files…"), this,
                    &HistoryHeader::importFilesWanted);
    menu->addSeparator();
    menu->addAction(ui::icon(QStringLiteral("trash")), tr("Disk use and clean-up…"), this,
                    &HistoryHeader::diskUseWanted);
    menu->addSeparator();
    menu->addAction(undo);
    menu->addAction(redo);
    return menu;
}

void HistoryHeader::addMenuButton(QHBoxLayout* row, const QString& iconName, const QString& name,
                                  const QString& text, QMenu* menu) {
    auto* button = new QPushButton(icon(iconName), text, this);
    button->setObjectName(name);
    button->setMenu(menu);
    row->addWidget(button);
}

void HistoryHeader::setFilter(const QString& text) {
    if (filter_->text() == text)
        return;
    const QSignalBlocker blocker(filter_);
    filter_->setText(text);
}

void HistoryHeader::setFilterProblem(const std::optional<Error>& problem) {
    setInvalid(filter_, problem.has_value());
    problem_->setVisible(problem.has_value());
    problem_->setText(
        problem ? QStringLiteral("%1. %2").arg(coreSentence(problem->message), coreSentence(problem->hint))
                : QString());
    filter_->setAccessibleDescription(problem_->text());
}

}  // namespace tunebench::ui
