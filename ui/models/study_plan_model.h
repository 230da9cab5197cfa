// StudyPlanModel: what each method of a study will cost before anything runs, a row a method with one choice
// from its grid.
#pragma once

#include <optional>
#include <vector>

#include <QAbstractTableModel>
#include <QString>

#include "core/study/plan/study_cost.h"

namespace tunebench::ui {

struct PlannedMethod {
    ArmCost cost = {};
    QString length = {};                         // of a run: "120", "2 epochs"
    std::optional<double> expectedSeconds = {};  // of a run
    double work = 0.0;                           // of a step, in that of the baseline's
    bool isBaseline = false;
    bool operator==(const PlannedMethod&) const;
};

class StudyPlanModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Method, Trained, Memory, Fits, Work, Length, Runs, Time, ColumnCount };
    enum Role { FitsRole = Qt::UserRole };

    using QAbstractTableModel::QAbstractTableModel;

    void setMethods(std::vector<PlannedMethod> methods);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    static QString display(const PlannedMethod& method, int column);
    static QString help(const PlannedMethod& method, int column);

    std::vector<PlannedMethod> methods_;
};

}  // namespace tunebench::ui
