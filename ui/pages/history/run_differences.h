// RunDifferences: the settings in which the chosen runs differ.
#pragma once

#include <QWidget>

#include "ui/models/difference_model.h"

class QLabel;
class QTableView;

namespace tunebench::ui {

class RunDifferences : public QWidget {
    Q_OBJECT

public:
    explicit RunDifferences(QWidget* parent = nullptr);

    void show(const std::vector<NamedConfig>& runs);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fitColumns();

    DifferenceModel* model_ = nullptr;
    QTableView* table_ = nullptr;
    QLabel* note_ = nullptr;
};

}  // namespace tunebench::ui
