#include "ui/models/difference_model.h"

#include <utility>

#include "core/study/report/compared_settings.h"
#include "ui/text/qt_text.h"

namespace tunebench::ui {
namespace {

/// What stands in for the method of a run that another program made.
constexpr char kImportedMethod[] = "imported";

QString textOf(const ComparedSetting& setting, std::size_t run, bool isImported) {
    const auto text = setting_text(setting, run, isImported);
    if (setting.values[run])
        return toQt(text);
    return text == "unknown" ? DifferenceModel::tr("unknown") : QStringLiteral("–");
}

}  // namespace

std::vector<SettingDifference> differencesOf(const std::vector<NamedConfig>& runs) {
    std::vector<SettingsOfRun> settings;
    for (const auto& run : runs)
        settings.push_back({&run.config, run.config.method.id == kImportedMethod});
    std::vector<SettingDifference> differences;
    for (const auto& setting : compare_settings(settings).differing) {
        SettingDifference row{.key = toQt(setting.key)};
        for (std::size_t run = 0; run < runs.size(); ++run)
            row.values.push_back(textOf(setting, run, settings[run].is_imported));
        differences.push_back(std::move(row));
    }
    return differences;
}

void DifferenceModel::setRuns(const std::vector<NamedConfig>& runs) {
    std::vector<QString> names;
    for (const auto& run : runs)
        names.push_back(run.name);
    auto rows = differencesOf(runs);
    if (names == names_ && rows == rows_)
        return;  // while a run trains this is asked for often: selections and scroll positions stay
    beginResetModel();
    names_ = std::move(names);
    rows_ = std::move(rows);
    endResetModel();
}

int DifferenceModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int DifferenceModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(names_.size()) + 1;
}

QVariant DifferenceModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter | Qt::AlignLeft);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    const SettingDifference& row = rows_[static_cast<std::size_t>(index.row())];
    return index.column() == 0 ? row.key : row.values[static_cast<std::size_t>(index.column()) - 1];
}

QVariant DifferenceModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter | Qt::AlignLeft);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    return section == 0 ? tr("Setting") : names_[static_cast<std::size_t>(section) - 1];
}

}  // namespace tunebench::ui
