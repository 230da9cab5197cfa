#include "ui/models/run_table_model.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include <QLocale>

#include "ui/text/numbers.h"
#include "ui/text/qt_text.h"

namespace tunebench::ui {
namespace {

bool haveSameIds(const std::vector<RunSummary>& a, const std::vector<RunSummary>& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](const RunSummary& left, const RunSummary& right) { return left.id == right.id; });
}

QString exact(std::int64_t number) {
    return QLocale().toString(static_cast<qlonglong>(number));
}

bool isNumber(int column) {
    return column >= RunTableModel::Trainable && column <= RunTableModel::Steps;
}

QString nameOf(const RunSummary& run) {
    return run.name.empty() ? RunTableModel::tr("Unnamed (%1)").arg(toQt(run.id)) : toQt(run.name);
}

}  // namespace

void RunTableModel::setRuns(std::vector<RunSummary> runs) {
    if (haveSameIds(runs_, runs)) {
        runs_ = std::move(runs);
        if (!runs_.empty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    runs_ = std::move(runs);
    endResetModel();
}

int RunTableModel::rowOf(const QString& id) const {
    const auto it =
        std::find_if(runs_.begin(), runs_.end(), [&](const RunSummary& run) { return toQt(run.id) == id; });
    return it == runs_.end() ? -1 : static_cast<int>(it - runs_.begin());
}

void RunTableModel::setMarked(const QStringList& ids) {
    if (marked_ == ids)
        return;
    marked_ = ids;
    if (!runs_.empty())
        Q_EMIT dataChanged(index(0, Name), index(rowCount() - 1, Name), {ColorRole});
}

int RunTableModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(runs_.size());
}

int RunTableModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QString RunTableModel::display(const RunSummary& run, int column) {
    const QString none = QStringLiteral("–");
    switch (column) {
        case Status:
            return statusText(run.status);
        case Name:
            return nameOf(run);
        case Model:
            return toQt(run.model);
        case Method:
            return toQt(run.method);
        case Trainable:
            return run.total_parameters > 0 ? trainableText(run.trainable_parameters, run.total_parameters)
                                            : none;
        case PeakMemory:
            return run.peak_bytes > 0 ? bytesText(run.peak_bytes) : none;
        case Speed:
            return run.tokens_per_second > 0 ? QLocale().toString(std::llround(run.tokens_per_second)) : none;
        case BestLoss:
            return optionalLossText(run.best_validation_loss);
        case Steps:
            return exact(run.steps);
        case Created:
            return dateText(run.created_at);
        default:
            return {};
    }
}

QVariant RunTableModel::sortKey(const RunSummary& run, int column) {
    switch (column) {
        case Trainable:
            return static_cast<qlonglong>(run.trainable_parameters);
        case PeakMemory:
            return static_cast<qulonglong>(run.peak_bytes);
        case Speed:
            return run.tokens_per_second;
        case BestLoss: {
            // Runs without a loss, and those that lost it, come after all others.
            const double loss = run.best_validation_loss.value_or(std::numeric_limits<double>::infinity());
            return std::isnan(loss) ? std::numeric_limits<double>::infinity() : loss;
        }
        case Steps:
            return static_cast<qlonglong>(run.steps);
        case Created:
            return toQt(run.created_at);
        default:
            return display(run, column).toLower();
    }
}

QString RunTableModel::help(const RunSummary& run, int column) {
    switch (column) {
        case Status:
            return run.error.empty() ? statusText(run.status) : toQt(run.error);
        case Name:
            return run.notes.empty() ? nameOf(run) : toQt(run.notes);
        case Trainable:
            return tr("%1 of %2 parameters")
                .arg(exact(run.trainable_parameters), exact(run.total_parameters));
        case PeakMemory:
            return tr("measured %1, predicted %2")
                .arg(bytesText(run.peak_bytes), bytesText(run.predicted_peak_bytes));
        case Steps:
            return run.total_steps > 0 ? tr("%1 of %2 steps").arg(exact(run.steps), exact(run.total_steps))
                                       : tr("%1 steps").arg(exact(run.steps));
        case BestLoss:
            return run.best_validation_loss ? tr("%1 at step %2")
                                                  .arg(*run.best_validation_loss, 0, 'g', 17)
                                                  .arg(static_cast<qlonglong>(run.best_step))
                                            : QString();
        default:
            return display(run, column);
    }
}

QVariant RunTableModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const RunSummary& summary = run(index.row());
    switch (role) {
        case Qt::DisplayRole:
            return display(summary, index.column());
        case Qt::ToolTipRole:
            return help(summary, index.column());
        case Qt::TextAlignmentRole:
            return QVariant::fromValue(Qt::AlignVCenter |
                                       (isNumber(index.column()) ? Qt::AlignRight : Qt::AlignLeft));
        case SortRole:
            return sortKey(summary, index.column());
        case IdRole:
            return toQt(summary.id);
        case StatusRole:
            return static_cast<int>(summary.status);
        case ColorRole:
            return static_cast<int>(marked_.indexOf(toQt(summary.id)));
        case FilterRole:
            return QStringList{nameOf(summary), toQt(summary.model), toQt(summary.method), toQt(summary.tags),
                               toQt(summary.id)}
                .join(QLatin1Char('\n'));
        default:
            return {};
    }
}

QVariant RunTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter | (isNumber(section) ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
        case Status:
            return tr("Status");
        case Name:
            return tr("Name");
        case Model:
            return tr("Model");
        case Method:
            return tr("Method");
        case Trainable:
            return tr("Trained");
        case PeakMemory:
            return tr("Memory");
        case Speed:
            return tr("Tokens/s");
        case BestLoss:
            return tr("Best loss");
        case Steps:
            return tr("Steps");
        case Created:
            return tr("Created");
        default:
            return {};
    }
}

}  // namespace tunebench::ui
