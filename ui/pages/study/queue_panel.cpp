#include "ui/pages/study/queue_panel.h"

#include <algorithm>

#include <QCheckBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

#include "ui/models/study_queue_model.h"
#include "ui/pages/history/run_delegate.h"
#include "ui/text/numbers.h"
#include "ui/text/qt_text.h"
#include "ui/theme/colors.h"
#include "ui/theme/icons.h"
#include "ui/theme/spacing.h"
#include "ui/theme/typography.h"
#include "ui/theme/workbench_style.h"
#include "ui/widgets/card.h"
#include "ui/widgets/kept_layout.h"

namespace tunebench::ui {
namespace {

constexpr int kBarWidth = 140;
constexpr int kBarHeight = 8;  // as that of a run: higher, it looks like a switch
constexpr double kFewSeconds = 10.0;

class QueueDelegate : public CellDelegate {
public:
    using CellDelegate::CellDelegate;

protected:
    QColor dot(const QModelIndex& index, const Colors& colors) const override {
        if (index.column() != StudyQueueModel::State)
            return {};
        switch (static_cast<TaskState>(index.data(StudyQueueModel::StateRole).toInt())) {
            case TaskState::AtWork:
                return colors.accentText;
            case TaskState::Measured:
                return colors.success;
            case TaskState::Failed:
                return colors.danger;
            case TaskState::Skipped:
                return colors.warning;
            case TaskState::Waiting:
                break;
        }
        return colors.outline;
    }
    bool isSecondary(const QModelIndex& index) const override {
        return index.column() == StudyQueueModel::Part;
    }
};

std::ptrdiff_t countOf(const StudySnapshot& study, TaskState state) {
    return std::ranges::count(study.tasks, state, &StudyTask::state);
}

QString endText(StudyEnd end) {
    switch (end) {
        case StudyEnd::Done:
            return QueuePanel::tr("Done");
        case StudyEnd::Stopped:
            return QueuePanel::tr("Stopped");
        case StudyEnd::OutOfTime:
            return QueuePanel::tr("Its time is used up");
    }
    return {};
}

}  // namespace

QueuePanel::QueuePanel(StudyRunner& runner, RunBridge& bridge, QWidget* parent)
    : QWidget(parent), runner_(runner) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, spacing::kWide);
    column->setSpacing(12);
    column->addWidget(buildHeader());
    column->addWidget(buildTable(), 1);
    column->addWidget(buildActions());
    connect(&runner_, &StudyRunner::changed, this, &QueuePanel::showQueue);
    connect(&bridge, &RunBridge::runEvents, this,
            [this](const QString&, const std::vector<RunEvent>& events) { onEvents(events); });
    showQueue();
}

QPushButton* QueuePanel::addButton(QWidget* parent, const char* name, const char* iconName,
                                   const QString& text, const QString& help) {
    auto* button = new QPushButton(icon(QLatin1String(iconName)), text, parent);
    button->setObjectName(QLatin1String(name));
    button->setToolTip(help);
    parent->layout()->addWidget(button);
    return button;
}

QWidget* QueuePanel::buildHeader() {
    auto* header = new QWidget(this);
    auto* row = new QHBoxLayout(header);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(spacing::kUnit);
    bar_ = new QProgressBar(header);
    bar_->setTextVisible(false);
    bar_->setFixedSize(kBarWidth, kBarHeight);
    bar_->setAccessibleName(tr("Progress of the study"));
    row->addWidget(bar_);
    summary_ = makeLabel({}, TextRole::Body, header);
    summary_->setObjectName(QStringLiteral("study_state"));
    summary_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    row->addWidget(summary_, 1);
    live_ = addButton(header, "study_live", "live", tr("Show the run"), tr("The run at work, on page Live"));
    pause_ = addButton(header, "study_pause", "pause", tr("Pause"), {});
    stop_ = addButton(header, "study_stop", "stop", tr("Stop"),
                      tr("Save the run at work and start no other; it goes on from here later"));
    goOn_ = new QPushButton(iconOnAccent(QStringLiteral("play")), tr("Go on"), header);
    goOn_->setObjectName(QStringLiteral("study_go_on"));
    goOn_->setToolTip(tr("With what waits; what is done is not repeated"));
    setButtonKind(goOn_, ButtonKind::Primary);
    row->addWidget(goOn_);
    connect(live_, &QPushButton::clicked, this, &QueuePanel::liveRequested);
    connect(pause_, &QPushButton::clicked, this, [this] {
        if (runner_.snapshot().isPaused)
            runner_.resume();
        else
            runner_.pause();
    });
    connect(stop_, &QPushButton::clicked, this, [this] { runner_.stop(); });
    connect(goOn_, &QPushButton::clicked, this, &QueuePanel::goOnRequested);
    return header;
}

QWidget* QueuePanel::buildTable() {
    auto* card = new Card({}, this);
    card->layout()->setContentsMargins(3, 3, 3, 3);  // round corners stay
    table_ = new QTableView(card);
    table_->setObjectName(QStringLiteral("study_queue"));
    markColumnsKept(table_, QStringLiteral("study-queue"));
    table_->setAccessibleName(tr("Runs of the study"));
    styleTable(table_);
    table_->setItemDelegate(new QueueDelegate(table_));
    table_->setSelectionMode(QAbstractItemView::SingleSelection);
    table_->setTabKeyNavigation(false);
    model_ = new StudyQueueModel(this);
    table_->setModel(model_);
    const int widths[StudyQueueModel::ColumnCount] = {200, 130, 104, 110, 80, 86, 100};
    for (int i = 0; i < StudyQueueModel::ColumnCount; ++i)
        table_->setColumnWidth(i, widths[i]);
    table_->horizontalHeader()->setSectionResizeMode(StudyQueueModel::Run, QHeaderView::Stretch);
    card->body()->addWidget(table_);
    connect(table_->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &QueuePanel::updateButtons);
    return card;
}

QWidget* QueuePanel::buildActions() {
    auto* actions = new QWidget(this);
    auto* row = new QHBoxLayout(actions);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(spacing::kUnit);
    up_ = addButton(actions, "study_up", "chevron-up", tr("Earlier"), tr("Alt+Up"));
    down_ = addButton(actions, "study_down", "chevron-down", tr("Later"), tr("Alt+Down"));
    up_->setShortcut(QKeySequence(Qt::ALT | Qt::Key_Up));
    down_->setShortcut(QKeySequence(Qt::ALT | Qt::Key_Down));
    skip_ = addButton(actions, "study_skip", "close", tr("Leave out"),
                      tr("The run is not done, or ended if it is at work; it can be tried again"));
    retry_ = addButton(actions, "study_retry", "reset", tr("Try again"),
                       tr("Puts a run that failed or was left out back into the queue"));
    row->addStretch(1);
    continues_ = new QCheckBox(tr("Go on after an error"), actions);
    continues_->setObjectName(QStringLiteral("study_continues"));
    continues_->setToolTip(tr("Off: a run that fails pauses the study. Leave it on overnight."));
    continues_->setChecked(true);
    row->addWidget(continues_);
    connect(up_, &QPushButton::clicked, this, [this] { moveBy(-1); });
    connect(down_, &QPushButton::clicked, this, [this] { moveBy(1); });
    connect(skip_, &QPushButton::clicked, this,
            [this] { runner_.skip(static_cast<std::size_t>(chosenRow())); });
    connect(retry_, &QPushButton::clicked, this,
            [this] { runner_.retry(static_cast<std::size_t>(chosenRow())); });
    connect(continues_, &QCheckBox::toggled, this,
            [this](bool continues) { runner_.setPausesOnError(!continues); });
    return actions;
}

int QueuePanel::chosenRow() const {
    const auto rows = table_->selectionModel()->selectedRows();
    return rows.isEmpty() ? -1 : rows.front().row();
}

void QueuePanel::moveBy(int rows) {
    const int row = chosenRow();
    if (row < 0 || row + rows < 0)
        return;
    runner_.move(static_cast<std::size_t>(row), static_cast<std::size_t>(row + rows));
}

/// What was chosen stays chosen wherever it goes.
void QueuePanel::showQueue() {
    const QString chosen = model_->nameOf(chosenRow());
    const int former = model_->rowCount();
    const auto& study = runner_.snapshot();
    if (runner_.plan())
        model_->setTasks(runner_.plan(), study.tasks);
    if (study.atWork)
        model_->setProgress(step_, steps_, phase_);
    if (const int row = model_->rowOf(chosen); row >= 0 && row != chosenRow())
        table_->selectRow(row);
    if (former == 0 && study.atWork)
        table_->scrollTo(model_->index(static_cast<int>(*study.atWork), 0));
    showSummary();
    updateButtons();
}

void QueuePanel::showSummary() {
    const StudySnapshot& study = runner_.snapshot();
    const auto count = static_cast<std::ptrdiff_t>(study.tasks.size());
    const auto failed = countOf(study, TaskState::Failed);
    const auto left = countOf(study, TaskState::Waiting) + countOf(study, TaskState::AtWork);
    bar_->setRange(0, static_cast<int>(std::max<std::ptrdiff_t>(count, 1)));
    bar_->setValue(static_cast<int>(count - left));
    QStringList parts;
    if (study.isActive)
        parts << (study.isPaused ? tr("Paused") : tr("At work"));
    else if (study.end)
        parts << endText(*study.end);
    else
        parts << tr("Not started");
    parts << tr("%1 of %2 runs done").arg(count - left).arg(count);
    if (failed > 0)
        parts << tr("%1 failed").arg(failed);
    if (study.remainingSeconds && left > 0)
        parts << (*study.remainingSeconds < kFewSeconds
                      ? tr("a few seconds left")
                      : tr("about %1 left").arg(durationText(*study.remainingSeconds)));
    summary_->setText(parts.join(QStringLiteral(" · ")));
}

void QueuePanel::updateButtons() {
    const StudySnapshot& study = runner_.snapshot();
    const int row = chosenRow();
    const auto state = row < 0 ? TaskState::Measured : model_->task(row).state;
    const bool isWaiting = row >= 0 && state == TaskState::Waiting;
    up_->setEnabled(isWaiting && row > 0);
    down_->setEnabled(isWaiting && row + 1 < model_->rowCount());
    skip_->setEnabled(isWaiting || (row >= 0 && state == TaskState::AtWork));
    retry_->setEnabled(state == TaskState::Failed || state == TaskState::Skipped);
    pause_->setVisible(study.isActive);
    pause_->setText(study.isPaused ? tr("Resume") : tr("Pause"));
    pause_->setIcon(icon(study.isPaused ? QStringLiteral("play") : QStringLiteral("pause")));
    pause_->setToolTip(study.isPaused ? tr("Go on with the run at work and those after it")
                                      : tr("The run at work waits, its model in memory; none begins"));
    stop_->setVisible(study.isActive);
    live_->setVisible(study.isActive);
    goOn_->setVisible(!study.isActive);
    goOn_->setEnabled(!isBusy_ && countOf(study, TaskState::Waiting) > 0);
}

void QueuePanel::setBusy(bool isBusy) {
    isBusy_ = isBusy;
    updateButtons();
}

void QueuePanel::onEvents(const std::vector<RunEvent>& events) {
    if (!runner_.isActive())
        return;
    for (const auto& event : events) {
        if (const auto* started = std::get_if<RunStarted>(&event)) {
            step_ = started->first_step;
            steps_ = started->total_steps;
        } else if (const auto* step = std::get_if<StepDone>(&event)) {
            step_ = step->step;
        } else if (const auto* phase = std::get_if<PhaseChanged>(&event)) {
            phase_ = phaseText(phase->phase);
        } else if (std::holds_alternative<RunFinished>(event)) {
            step_ = steps_ = 0;
            phase_ = tr("Measuring");
        }
    }
    model_->setProgress(step_, steps_, phase_);
}

}  // namespace tunebench::ui
