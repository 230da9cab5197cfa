// DifferenceModel: the settings in which runs differ, a row each, and a column a run. Equal settings are left
// out.
#pragma once

#include <vector>

#include <QAbstractTableModel>
#include <QString>

#include "core/run/run_config.h"

namespace tunebench::ui {

struct NamedConfig {
    QString name = {};
    RunConfig config = {};
};

struct SettingDifference {
    QString key = {};                  // "optimizer.learning_rate"
    QString label = {};                // as forms call it; the key where no form has it
    std::vector<QString> values = {};  // of each run, numbers as tables show them; "–": it has no such
                                       // setting; "unknown": of imported runs
    bool operator==(const SettingDifference&) const = default;
};

/// In the order of the run file. The name of a run is not a setting. Of imported runs only that is known
/// which the other program named.
std::vector<SettingDifference> differencesOf(const std::vector<NamedConfig>& runs);

class DifferenceModel : public QAbstractTableModel {
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    void setRuns(const std::vector<NamedConfig>& runs);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    static QVariant settingData(const SettingDifference& row, int role);

    std::vector<QString> names_;
    std::vector<SettingDifference> rows_;
};

}  // namespace tunebench::ui
