#include "ui/models/difference_model.h"

#include <utility>

#include <QLocale>

#include "core/study/report/compared_settings.h"
#include "ui/forms/field_labels.h"
#include "ui/text/method_text.h"
#include "ui/text/numbers.h"
#include "ui/text/qt_text.h"

namespace tunebench::ui {
namespace {

/// What stands in for the method of a run that another program made.
constexpr char kImportedMethod[] = "imported";

/// "5e-5" of "5e-05", "3,000" of "3000", with every digit: runs may differ in the last. A seed is no amount.
QString valueText(const std::string& key, const std::string& value) {
    if (key == "method.id")
        return methodText(value);
    const QString text = toQt(value);
    bool isNumber = false;
    const auto whole = text.toLongLong(&isNumber);
    if (isNumber)
        return key == "seed" ? text : QLocale().toString(whole);
    const double number = text.toDouble(&isNumber);
    if (!isNumber)
        return text;
    const QString rounded = shortNumber(number);
    return rounded.toDouble() == number ? rounded : text;
}

QString textOf(const ComparedSetting& setting, std::size_t run, bool isImported) {
    const auto text = setting_text(setting, run, isImported);
    if (setting.values[run])
        return valueText(setting.key, text);
    return text == "unknown" ? DifferenceModel::tr("unknown") : QStringLiteral("–");
}

}  // namespace

std::vector<SettingDifference> differencesOf(const std::vector<NamedConfig>& runs) {
    std::vector<SettingsOfRun> settings;
    for (const auto& run : runs)
        settings.push_back({&run.config, run.config.method.id == kImportedMethod});
    std::vector<SettingDifference> differences;
    for (const auto& setting : compare_settings(settings).differing) {
        const QString key = toQt(setting.key);
        const QString label = fieldLabel(key);
        SettingDifference row{.key = key, .label = label.isEmpty() ? key : label};
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
    const SettingDifference& row = rows_[static_cast<std::size_t>(index.row())];
    if (index.column() == 0)
        return settingData(row, role);
    return role == Qt::DisplayRole || role == Qt::ToolTipRole
               ? row.values[static_cast<std::size_t>(index.column()) - 1]
               : QVariant();
}

QVariant DifferenceModel::settingData(const SettingDifference& row, int role) {
    switch (role) {
        case Qt::DisplayRole:
            return row.label;
        case Qt::ToolTipRole:
            return row.key;
        case Qt::AccessibleTextRole:
            return row.label == row.key ? row.key : QStringLiteral("%1 (%2)").arg(row.label, row.key);
        default:
            return {};
    }
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
