#include "ui/models/difference_model.h"

#include <algorithm>
#include <utility>

#include "ui/text/qt_text.h"

namespace tunebench::ui {
namespace {

using Setting = std::pair<QString, QString>;

void flatten(const OrderedJson& json, const QString& path, std::vector<Setting>& out) {
    if (json.is_object() && !json.empty()) {
        for (const auto& [key, value] : json.items())
            flatten(value, path.isEmpty() ? toQt(key) : path + QLatin1Char('.') + toQt(key), out);
        return;
    }
    out.emplace_back(path,
                     json.is_string() ? toQt(json.get_ref<const std::string&>()) : toQt(json_text(json)));
}

const QString* valueOf(const std::vector<Setting>& settings, const QString& key) {
    const auto it = std::find_if(settings.begin(), settings.end(),
                                 [&](const Setting& setting) { return setting.first == key; });
    return it == settings.end() ? nullptr : &it->second;
}

bool areEqual(const std::vector<QString>& values) {
    return std::all_of(values.begin(), values.end(),
                       [&](const QString& value) { return value == values.front(); });
}

}  // namespace

std::vector<SettingDifference> differencesOf(const std::vector<NamedConfig>& runs) {
    std::vector<std::vector<Setting>> settings;
    std::vector<QString> keys;
    for (const auto& run : runs) {
        flatten(run_config_to_json(run.config), {}, settings.emplace_back());
        for (const auto& [key, value] : settings.back())
            if (key != QLatin1String("name") && std::find(keys.begin(), keys.end(), key) == keys.end())
                keys.push_back(key);
    }
    std::vector<SettingDifference> differences;
    for (const QString& key : keys) {
        SettingDifference row{.key = key};
        for (const auto& of : settings) {
            const QString* value = valueOf(of, key);
            row.values.push_back(value != nullptr ? *value : QStringLiteral("–"));
        }
        if (!areEqual(row.values))
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
