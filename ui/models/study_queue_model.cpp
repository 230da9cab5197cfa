#include "ui/models/study_queue_model.h"

#include <algorithm>
#include <cmath>

#include <QCoreApplication>

#include "ui/text/core_sentence.h"
#include "ui/text/numbers.h"
#include "ui/text/qt_text.h"

namespace tunebench::ui {
namespace {

bool isNumberOfQueue(int column) {
    return column >= StudyQueueModel::Progress;
}

bool hasSameTasks(const std::vector<StudyTask>& a, const std::vector<StudyTask>& b) {
    return std::equal(
        a.begin(), a.end(), b.begin(), b.end(), [](const StudyTask& left, const StudyTask& right) {
            return left.part == right.part && left.arm == right.arm && left.index == right.index;
        });
}

QString lossOf(const StudyTask& task) {
    const MeasuredRun& run = task.run;
    if (task.state != TaskState::Measured)
        return QStringLiteral("–");
    if (std::isfinite(run.held_out_loss))
        return lossText(run.held_out_loss);
    return std::isfinite(run.best_validation_loss) ? lossText(run.best_validation_loss) : QStringLiteral("–");
}

}  // namespace

QString taskStateText(TaskState state) {
    switch (state) {
        case TaskState::Waiting:
            return StudyQueueModel::tr("Waiting");
        case TaskState::AtWork:
            return StudyQueueModel::tr("At work");
        case TaskState::Measured:
            return StudyQueueModel::tr("Done");
        case TaskState::Failed:
            return StudyQueueModel::tr("Failed");
        case TaskState::Skipped:
            return StudyQueueModel::tr("Left out");
    }
    return {};
}

QString partText(StudyPart part) {
    switch (part) {
        case StudyPart::Base:
            return StudyQueueModel::tr("Untrained model");
        case StudyPart::Search:
            return StudyQueueModel::tr("Rate search");
        case StudyPart::Race:
            return StudyQueueModel::tr("Race");
    }
    return {};
}

void StudyQueueModel::setTasks(std::shared_ptr<const StudyPlan> plan, std::vector<StudyTask> tasks) {
    const bool isSame = plan == plan_ && hasSameTasks(tasks_, tasks);
    if (!isSame)
        beginResetModel();
    plan_ = std::move(plan);
    tasks_ = std::move(tasks);
    step_ = steps_ = 0;
    phase_.clear();
    if (!isSame)
        endResetModel();
    else if (!tasks_.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void StudyQueueModel::setProgress(std::int64_t step, std::int64_t steps, const QString& phase) {
    step_ = step;
    steps_ = steps;
    phase_ = phase;
    if (const int row = rowAtWork(); row >= 0)
        Q_EMIT dataChanged(index(row, Progress), index(row, Progress));
}

int StudyQueueModel::rowAtWork() const {
    const auto found = std::ranges::find(tasks_, TaskState::AtWork, &StudyTask::state);
    return found == tasks_.end() ? -1 : static_cast<int>(found - tasks_.begin());
}

QString StudyQueueModel::nameOf(int row) const {
    return row < 0 || row >= rowCount() ? QString() : toQt(task_name(*plan_, task(row)));
}

int StudyQueueModel::rowOf(const QString& name) const {
    for (int row = 0; row < rowCount(); ++row)
        if (nameOf(row) == name)
            return row;
    return -1;
}

int StudyQueueModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(tasks_.size());
}

int StudyQueueModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QString StudyQueueModel::progressText(const StudyTask& task) const {
    if (task.state == TaskState::AtWork) {
        if (steps_ > 0)
            return tr("%1 of %2").arg(step_).arg(steps_);
        return phase_.isEmpty() ? tr("…") : phase_;
    }
    if (task.part == StudyPart::Base || task.run.steps == 0)
        return QStringLiteral("–");
    return task.run.steps == 1 ? tr("1 step") : tr("%1 steps").arg(task.run.steps);
}

QString StudyQueueModel::display(const StudyTask& task, int column) const {
    switch (column) {
        case Run:
            return toQt(task_title(*plan_, task));
        case Part:
            return partText(task.part);
        case State:
            return taskStateText(task.state);
        case Progress:
            return progressText(task);
        case Rate:
            return task.part == StudyPart::Base || task.run.learning_rate <= 0.0
                       ? QStringLiteral("–")
                       : QString::number(task.run.learning_rate, 'g', 4);  // as the names write it
        case Loss:
            return lossOf(task);
        case Time:
            return task.run.wall_seconds > 0.0 ? durationText(task.run.wall_seconds) : QStringLiteral("–");
        default:
            return {};
    }
}

QString StudyQueueModel::help(const StudyTask& task, int column) const {
    if (task.state == TaskState::Failed)
        return coreSentence(task.run.error) + QLatin1Char('\n') + coreSentence(task.run.error_hint);
    if (column == Loss)
        return task.part == StudyPart::Search ? tr("Best validation loss of the short run")
                                              : tr("Loss on the held-out data");
    if (column == Time)
        return tr("Of loading, training and measuring");
    return display(task, column);
}

QVariant StudyQueueModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const StudyTask& shown = task(index.row());
    switch (role) {
        case Qt::DisplayRole:
            return display(shown, index.column());
        case Qt::ToolTipRole:
            return help(shown, index.column());
        case Qt::TextAlignmentRole:
            return QVariant::fromValue(Qt::AlignVCenter |
                                       (isNumberOfQueue(index.column()) ? Qt::AlignRight : Qt::AlignLeft));
        case StateRole:
            return static_cast<int>(shown.state);
        case NameRole:
            return nameOf(index.row());
        default:
            return {};
    }
}

QVariant StudyQueueModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter |
                                   (isNumberOfQueue(section) ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
        case Run:
            return tr("Run");
        case Part:
            return tr("Part");
        case State:
            return tr("State");
        case Progress:
            return tr("Progress");
        case Rate:
            return tr("Rate");
        case Loss:
            return tr("Loss");
        case Time:
            return tr("Time");
        default:
            return {};
    }
}

}  // namespace tunebench::ui
