// StudyQueueModel: the runs of a study in their order, each with how far it is and what came out of it.
#pragma once

#include <memory>
#include <vector>

#include <QAbstractTableModel>
#include <QString>

#include "core/study/queue/study_task.h"

namespace tunebench::ui {

class StudyQueueModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Run, Part, State, Progress, Rate, Loss, Time, ColumnCount };
    enum Role { StateRole = Qt::UserRole, NameRole };

    using QAbstractTableModel::QAbstractTableModel;

    void setTasks(std::shared_ptr<const StudyPlan> plan, std::vector<StudyTask> tasks);
    /// Of the run at work; steps of 0: not known yet.
    void setProgress(std::int64_t step, std::int64_t steps, const QString& phase);
    const StudyTask& task(int row) const { return tasks_[static_cast<std::size_t>(row)]; }
    QString nameOf(int row) const;         // stable, whatever the order
    int rowOf(const QString& name) const;  // -1: none

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString display(const StudyTask& task, int column) const;
    QString help(const StudyTask& task, int column) const;
    QString progressText(const StudyTask& task) const;
    int rowAtWork() const;

    std::shared_ptr<const StudyPlan> plan_;
    std::vector<StudyTask> tasks_;
    std::int64_t step_ = 0;
    std::int64_t steps_ = 0;
    QString phase_;
};

QString taskStateText(TaskState state);
QString partText(StudyPart part);

}  // namespace tunebench::ui
