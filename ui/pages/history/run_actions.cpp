#include "ui/pages/history/run_actions.h"

#include <algorithm>

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include "core/interchange/run_exporter.h"
#include "ui/text/core_text.h"
#include "ui/text/qt_text.h"
#include "ui/theme/icons.h"
#include "ui/theme/spacing.h"
#include "ui/theme/typography.h"

namespace tunebench::ui {
namespace {

bool canResume(const RunSummary& run) {
    return run.deleted_at.empty() && run.origin.empty() &&
           (run.status == RunStatus::Interrupted || run.status == RunStatus::Stopped ||
            run.status == RunStatus::Failed);
}

bool hasResult(const RunSummary& run) {
    return run.deleted_at.empty() && run.origin.empty() && run.status != RunStatus::Running &&
           run.status != RunStatus::Paused && run.status != RunStatus::Discarded;
}

}  // namespace

RunActions::RunActions(QWidget* parent) : QWidget(parent) {
    row_ = new QHBoxLayout(this);
    row_->setContentsMargins(spacing::kWide, spacing::kHalf, spacing::kUnit, spacing::kHalf);
    row_->setSpacing(spacing::kHalf);
    count_ = makeLabel({}, TextRole::Caption, this);
    count_->setObjectName(QStringLiteral("run_count"));
    row_->addWidget(count_, 1);
    menu_ = new QMenu(this);
    menu_->setObjectName(QStringLiteral("run_menu"));
    menu_->setToolTipsVisible(true);
    resume_ = addAction(tr("Resume"), tr("Go on from the run's last checkpoint"));
    again_ = addAction(tr("Run again…"), tr("Fill Setup with the run's settings"));
    export_ = addAction(tr("Export…"), tr("Take the run's result out as files"));
    compare_ = addAction(tr("Compare"), tr("Show the chosen runs side by side"));
    menu_->addSeparator();
    star_ = addAction(tr("Star"), tr("Mark the chosen runs, to find them again: starred == true"));
    tag_ = addAction(tr("Add tag…"), tr("Give the chosen runs a word, to find them again: tag:word"));
    archive_ = addAction(tr("Archive"), tr("Leave the chosen runs out of the list"));
    delete_ =
        addAction(tr("Delete"), tr("Move the chosen runs into the trash; they can be restored for 30 days"),
                  QKeySequence::Delete);
    menu_->addSeparator();
    buildWriteMenu();
    addButton(QStringLiteral("play"), QStringLiteral("resume_run"), resume_, true);
    addButton(QStringLiteral("reset"), QStringLiteral("run_again"), again_, true);
    addButton(QStringLiteral("export"), QStringLiteral("export_selected"), export_, true);
    addButton(QStringLiteral("compare"), QStringLiteral("compare_runs"), compare_, true);
    addButton(QStringLiteral("star"), QStringLiteral("star_runs"), star_, false);
    addButton(QStringLiteral("archive"), QStringLiteral("archive_runs"), archive_, false);
    addButton(QStringLiteral("trash"), QStringLiteral("delete_runs"), delete_, false);
    connect(resume_, &QAction::triggered, this, &RunActions::resumeWanted);
    connect(again_, &QAction::triggered, this, &RunActions::againWanted);
    connect(export_, &QAction::triggered, this, &RunActions::exportWanted);
    connect(compare_, &QAction::triggered, this, &RunActions::compareWanted);
    connect(tag_, &QAction::triggered, this, &RunActions::tagWanted);
    connect(star_, &QAction::triggered, this, [this] { Q_EMIT starWanted(!unstars_); });
    connect(archive_, &QAction::triggered, this, [this] { Q_EMIT archiveWanted(!unarchives_); });
    connect(delete_, &QAction::triggered, this, [this] { Q_EMIT deleteWanted(!restores_); });
    setRuns({}, false);
}

QAction* RunActions::addAction(const QString& text, const QString& help, const QKeySequence& keys) {
    QAction* action = menu_->addAction(text);
    action->setToolTip(help);
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    return action;
}

void RunActions::buildWriteMenu() {
    write_ = menu_->addMenu(tr("Write for other programs"));
    write_->setObjectName(QStringLiteral("write_menu"));
    for (const RunExporter* exporter : all_run_exporters()) {
        QAction* action = write_->addAction(tr("%1…").arg(coreText(exporter->title)));
        action->setObjectName(toQt(exporter->id));
        connect(action, &QAction::triggered, this,
                [this, id = toQt(exporter->id)] { Q_EMIT writeWanted(id); });
    }
}

/// Follows the action, and triggers it.
QPushButton* RunActions::addButton(const QString& iconName, const QString& name, QAction* action,
                                   bool hasText) {
    auto* button = new QPushButton(icon(iconName), hasText ? action->text() : QString(), this);
    button->setObjectName(name);
    const auto follow = [button, action] {
        button->setEnabled(action->isEnabled());
        button->setToolTip(action->toolTip());
        button->setAccessibleName(action->text());
    };
    follow();
    connect(action, &QAction::changed, button, follow);
    connect(button, &QPushButton::clicked, action, &QAction::trigger);
    row_->addWidget(button);
    return button;
}

void RunActions::setRuns(const std::vector<const RunSummary*>& runs, bool isBusy) {
    const RunSummary* one = runs.size() == 1 ? runs.front() : nullptr;
    const bool hasAny = !runs.empty();
    const auto all = [&](auto&& holds) { return hasAny && std::ranges::all_of(runs, holds); };
    unstars_ = all([](const RunSummary* run) { return run->starred; });
    unarchives_ = all([](const RunSummary* run) { return run->archived; });
    restores_ = all([](const RunSummary* run) { return !run->deleted_at.empty(); });
    star_->setText(unstars_ ? tr("Remove star") : tr("Star"));
    archive_->setText(unarchives_ ? tr("Take out of the archive") : tr("Archive"));
    delete_->setText(restores_ ? tr("Restore") : tr("Delete"));
    for (QAction* action : {compare_, star_, archive_, tag_, delete_, write_->menuAction()})
        action->setEnabled(hasAny);
    again_->setEnabled(one != nullptr && one->origin.empty());
    export_->setEnabled(one != nullptr && hasResult(*one));
    updateResume(one, isBusy);
}

void RunActions::updateResume(const RunSummary* one, bool isBusy) {
    resume_->setEnabled(one != nullptr && canResume(*one) && !isBusy);
    resume_->setToolTip(one == nullptr     ? tr("Choose one run that was stopped or interrupted")
                        : isBusy           ? tr("Another run is active")
                        : !canResume(*one) ? tr("This run has ended: “Run again” starts a new one")
                                           : tr("Go on from the run's last checkpoint"));
}

void RunActions::setCount(int shown, int all) {
    count_->setText(shown != all ? tr("%1 of %2 runs").arg(shown).arg(all)
                    : all == 1   ? tr("1 run")
                                 : tr("%1 runs").arg(all));
}

void RunActions::popup(QPoint place) {
    menu_->popup(place);
}

}  // namespace tunebench::ui
