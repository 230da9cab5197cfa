#include "ui/models/study_plan_model.h"

#include <QLocale>

#include "ui/text/numbers.h"
#include "ui/text/qt_text.h"

namespace tunebench::ui {
namespace {

bool isNumberOfPlan(int column) {
    return column != StudyPlanModel::Method && column != StudyPlanModel::Fits;
}

QString timeText(const PlannedMethod& method) {
    if (method.expectedSeconds)
        return StudyPlanModel::tr("~ %1").arg(durationText(*method.expectedSeconds));
    return method.cost.run_seconds_most
               ? StudyPlanModel::tr("≤ %1").arg(durationText(*method.cost.run_seconds_most))
               : QStringLiteral("–");
}

QString timeHelp(const PlannedMethod& method) {
    QStringList facts;
    if (method.expectedSeconds)
        facts << StudyPlanModel::tr("About %1 a run, by what training of this model took before.")
                     .arg(durationText(*method.expectedSeconds));
    else
        facts << StudyPlanModel::tr("Not known before a run of this model has been timed.");
    if (method.cost.run_seconds_most)
        facts << StudyPlanModel::tr("It ends after %1 at most.")
                     .arg(durationText(*method.cost.run_seconds_most));
    return facts.join(QLatin1Char(' '));
}

}  // namespace

bool PlannedMethod::operator==(const PlannedMethod& other) const {
    return cost.name == other.cost.name && cost.runs == other.cost.runs && cost.tries == other.cost.tries &&
           cost.total_parameters == other.cost.total_parameters &&
           cost.trainable_parameters == other.cost.trainable_parameters &&
           cost.expected_bytes == other.cost.expected_bytes && cost.fits == other.cost.fits &&
           cost.run_seconds_most == other.cost.run_seconds_most && length == other.length &&
           expectedSeconds == other.expectedSeconds && work == other.work && isBaseline == other.isBaseline;
}

void StudyPlanModel::setMethods(std::vector<PlannedMethod> methods) {
    if (methods == methods_)
        return;  // the plan is checked at every change: selections and scroll positions stay
    beginResetModel();
    methods_ = std::move(methods);
    endResetModel();
}

int StudyPlanModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(methods_.size());
}

int StudyPlanModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QString StudyPlanModel::display(const PlannedMethod& method, int column) {
    const ArmCost& cost = method.cost;
    switch (column) {
        case Method:
            return method.isBaseline ? tr("%1 (baseline)").arg(toQt(cost.name)) : toQt(cost.name);
        case Trained:
            return countText(cost.trainable_parameters);
        case Memory:
            return bytesText(cost.expected_bytes);
        case Fits:
            return cost.fits ? tr("fits") : tr("too large");
        case Work:
            return method.work > 0.0 ? tr("%1 ×").arg(QLocale().toString(method.work, 'f', 2))
                                     : QStringLiteral("–");
        case Length:
            return method.length;
        case Runs:
            return cost.tries > 0 ? tr("%1 + %2").arg(cost.runs).arg(cost.tries) : QString::number(cost.runs);
        case Time:
            return timeText(method);
        default:
            return {};
    }
}

QString StudyPlanModel::help(const PlannedMethod& method, int column) {
    const ArmCost& cost = method.cost;
    switch (column) {
        case Trained:
            return tr("%1 of %2 parameters")
                .arg(QLocale().toString(static_cast<qlonglong>(cost.trainable_parameters)),
                     QLocale().toString(static_cast<qlonglong>(cost.total_parameters)));
        case Fits:
            return cost.fits ? tr("Into the memory that is free now")
                             : tr("More than is free now: its runs would run out of memory");
        case Work:
            return tr("Needed arithmetic of a step, compared with the baseline's");
        case Runs:
            return tr("%1 runs of the race, one a seed; before them %2 short tries of learning rates")
                .arg(cost.runs)
                .arg(cost.tries);
        case Time:
            return timeHelp(method);
        default:
            return display(method, column);
    }
}

QVariant StudyPlanModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const PlannedMethod& method = methods_[static_cast<std::size_t>(index.row())];
    switch (role) {
        case Qt::DisplayRole:
            return display(method, index.column());
        case Qt::ToolTipRole:
            return help(method, index.column());
        case Qt::TextAlignmentRole:
            return QVariant::fromValue(Qt::AlignVCenter |
                                       (isNumberOfPlan(index.column()) ? Qt::AlignRight : Qt::AlignLeft));
        case FitsRole:
            return method.cost.fits;
        default:
            return {};
    }
}

QVariant StudyPlanModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter |
                                   (isNumberOfPlan(section) ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
        case Method:
            return tr("Method");
        case Trained:
            return tr("Trained");
        case Memory:
            return tr("Memory");
        case Fits:
            return tr("Fits");
        case Work:
            return tr("Step");
        case Length:
            return tr("Length");
        case Runs:
            return tr("Runs");
        case Time:
            return tr("A run");
        default:
            return {};
    }
}

}  // namespace tunebench::ui
