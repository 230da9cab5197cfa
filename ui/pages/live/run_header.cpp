#include "ui/pages/live/run_header.h"

#include <cmath>

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QMessageBox>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/text/numbers.h"
#include "ui/theme/icons.h"
#include "ui/theme/spacing.h"
#include "ui/theme/typography.h"
#include "ui/theme/workbench_style.h"
#include "ui/widgets/status_pill.h"

namespace tunebench::ui {
namespace {

constexpr int kBarSteps = 1000;

PillTone phaseTone(RunPhase phase) {
    return phase == RunPhase::Paused ? PillTone::Warning : PillTone::Active;
}

PillTone causeTone(ExitCause cause) {
    switch (cause) {
        case ExitCause::Completed:
        case ExitCause::EarlyStopped:
            return PillTone::Good;
        case ExitCause::Failed:
            return PillTone::Bad;
        case ExitCause::Stopped:
        case ExitCause::Discarded:
            break;
    }
    return PillTone::Neutral;
}

QString shortCause(ExitCause cause) {
    return cause == ExitCause::EarlyStopped ? statusText(RunStatus::EarlyStopped)
           : cause == ExitCause::Stopped    ? statusText(RunStatus::Stopped)
                                            : causeText(cause);
}

QString number(std::int64_t value) {
    return QLocale().toString(static_cast<qlonglong>(value));
}

}  // namespace

RunHeader::RunHeader(QWidget* parent) : QWidget(parent) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing::kUnit);
    auto* row = new QHBoxLayout;
    row->setSpacing(spacing::kUnit);
    name_ = makeLabel({}, TextRole::Title, this);
    name_->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    name_->setMinimumWidth(60);
    row->addWidget(name_);
    pill_ = new StatusPill(this);
    row->addWidget(pill_);
    row->addStretch(1);
    layout->addLayout(row);
    pause_ = addButton(QStringLiteral("pause"), QStringLiteral("pause"), tr("Pause"),
                       tr("Between two steps; the model stays in memory (Ctrl+P)"));
    stop_ = addButton(QStringLiteral("stop"), QStringLiteral("stop"), tr("Stop and save"),
                      tr("Ends the run after this step; it can be resumed (Ctrl+.)"));
    more_ = addButton(QStringLiteral("more"), QStringLiteral("more"), {}, tr("More commands"));
    more_->setAccessibleName(tr("More commands"));
    again_ = addButton(QStringLiteral("again"), QStringLiteral("play"), tr("Start again"),
                       tr("A new run with the same settings"));
    export_ = addButton(QStringLiteral("export_run"), QStringLiteral("export"), tr("Export…"),
                        tr("Take the result out as files"));
    for (QPushButton* button : {pause_, stop_, more_, again_, export_})
        row->addWidget(button);
    setButtonKind(export_, ButtonKind::Primary);
    export_->setIcon(iconOnAccent(QStringLiteral("export")));
    buildMenu();
    connect(pause_, &QPushButton::clicked, this, &RunHeader::pauseOrResume);
    connect(stop_, &QPushButton::clicked, this, &RunHeader::stop);
    connect(again_, &QPushButton::clicked, this, &RunHeader::againRequested);
    connect(export_, &QPushButton::clicked, this, &RunHeader::exportRequested);
    bar_ = new QProgressBar(this);
    bar_->setTextVisible(false);
    bar_->setFixedHeight(8);
    bar_->setAccessibleName(tr("Progress"));
    layout->addWidget(bar_);
    progress_ = makeLabel({}, TextRole::Caption, this);
    layout->addWidget(progress_);
}

QPushButton* RunHeader::addButton(const QString& name, const QString& iconName, const QString& text,
                                  const QString& help) {
    auto* button = new QPushButton(icon(iconName), text, this);
    button->setObjectName(name);
    button->setToolTip(help);
    return button;
}

void RunHeader::buildMenu() {
    auto* menu = new QMenu(this);
    const auto add = [&](const QString& text, const QString& name, auto command) {
        QAction* action = menu->addAction(text, this, [this, command] { send(command); });
        action->setObjectName(name);
    };
    add(tr("Save now"), QStringLiteral("save_now"), Command(SaveCommand{}));
    add(tr("Sample now"), QStringLiteral("sample_now"), Command(SampleCommand{}));
    add(tr("Evaluate now"), QStringLiteral("evaluate_now"), Command(EvaluateCommand{}));
    menu->addSeparator();
    add(tr("Pause and release memory"), QStringLiteral("pause_release"),
        Command(PauseCommand{.release_memory = true}));
    QAction* adjust = menu->addAction(tr("Change settings…"), this, [this] {
        if (isActive_)
            Q_EMIT adjustRequested();
    });
    adjust->setObjectName(QStringLiteral("adjust"));
    menu->addSeparator();
    menu->addAction(tr("Discard…"), this, &RunHeader::askDiscard)->setObjectName(QStringLiteral("discard"));
    connect(more_, &QPushButton::clicked, menu, [this, menu] {
        const QPoint corner(more_->width() - menu->sizeHint().width(), more_->height() + spacing::kHalf);
        menu->popup(more_->mapToGlobal(corner));
    });
}

void RunHeader::send(const Command& command) {
    if (isActive_)
        Q_EMIT commanded(command);
}

void RunHeader::pauseOrResume() {
    send(isPaused_ ? Command(ResumeCommand{}) : Command(PauseCommand{}));
}

void RunHeader::stop() {
    send(StopCommand{});
}

void RunHeader::askDiscard() {
    QMessageBox box(
        QMessageBox::Warning, tr("Discard the run?"),
        tr("The run stops, and what it has learned is deleted, its checkpoints too. Its curves stay in the "
           "history."),
        QMessageBox::NoButton, window());
    auto* discard = box.addButton(tr("Discard"), QMessageBox::DestructiveRole);
    box.setDefaultButton(box.addButton(tr("Keep training"), QMessageBox::RejectRole));
    const int asked = runs_;
    box.exec();
    // A study may have gone on to its next run meanwhile: that was not asked about.
    if (box.clickedButton() == discard && asked == runs_)
        send(DiscardCommand{});
}

void RunHeader::setName(const QString& name) {
    name_->setText(name);
}

void RunHeader::showPreparing() {
    ++runs_;
    isActive_ = true;
    isPaused_ = false;
    pill_->setStatus(tr("Preparing"), PillTone::Active);
    bar_->setRange(0, 0);
    progress_->setText(tr("Loading the engine, the model and the data"));
    for (QWidget* button : {again_, export_})
        button->hide();
    for (QWidget* button :
         {static_cast<QWidget*>(pause_), static_cast<QWidget*>(stop_), static_cast<QWidget*>(more_)})
        button->show();
    pause_->setEnabled(false);
    stop_->setEnabled(true);  // the run before may have ended while it was stopping
    more_->setEnabled(false);
}

void RunHeader::showState(const RunState& state) {
    updateButtons(state);
    if (state.finished)
        pill_->setStatus(shortCause(state.finished->cause), causeTone(state.finished->cause));
    else
        pill_->setStatus(phaseText(state.phase), phaseTone(state.phase));
    const double done = state.phase_share.value_or(state.progress());
    const bool isUnknown = state.isActive() && !state.last_step && !state.phase_share;
    bar_->setRange(0, isUnknown ? 0 : kBarSteps);
    if (!isUnknown)
        bar_->setValue(static_cast<int>(std::lround(done * kBarSteps)));
    QStringList parts;
    const std::int64_t total = state.started ? state.started->total_steps : 0;
    if (state.last_step) {
        parts << (total > 0 ? tr("Step %1 of %2").arg(number(state.last_step->step), number(total))
                            : tr("Step %1").arg(number(state.last_step->step)));
        parts << tr("epoch %1").arg(state.last_step->epoch, 0, 'f', 2);
        parts << tr("%1 trained").arg(durationText(state.last_step->elapsed_seconds));
        if (state.isActive())
            parts << tr("%1 left").arg(durationText(state.last_step->remaining_seconds));
    }
    if (parts.isEmpty())
        parts << (state.phase_share ? state.phase_detail : tr("Loading the model and the data"));
    progress_->setText(parts.join(QStringLiteral(" · ")));
}

void RunHeader::updateButtons(const RunState& state) {
    isActive_ = state.isActive();
    isPaused_ = state.isPaused();
    pause_->setVisible(isActive_);
    stop_->setVisible(isActive_);
    more_->setVisible(isActive_);
    again_->setVisible(!isActive_);
    export_->setVisible(!isActive_ && state.finished && !state.finished->adapter.empty());
    pause_->setText(isPaused_ ? tr("Resume") : tr("Pause"));
    pause_->setIcon(icon(isPaused_ ? QStringLiteral("play") : QStringLiteral("pause")));
    const bool isStopping = state.phase == RunPhase::Stopping;
    for (QPushButton* button : {pause_, stop_, more_})
        button->setEnabled(isActive_ && !isStopping);
}

}  // namespace tunebench::ui
