// FitTableView: methods × precisions on one model, each with what it needs; everything in it comes from the
// registries.
#pragma once

#include <vector>

#include <QWidget>

#include "core/memory/fit_table.h"

class QGridLayout;

namespace tunebench::ui {

class FitCellButton;

class FitTableView : public QWidget {
    Q_OBJECT

public:
    explicit FitTableView(QWidget* parent = nullptr);

    void showTable(const std::vector<FitRow>& rows);
    void setLimit(std::uint64_t bytes);

    /// Null where there is none.
    FitCellButton* cell(const QString& method, const QString& precision) const;

Q_SIGNALS:
    void chosen(const QString& method, const QString& precision);

private:
    void addHeadings();
    void addRow(const FitRow& row);
    void addCell(const FitRow& row, const FitCell& cell, int line, int column);

    QGridLayout* grid_ = nullptr;
    std::uint64_t limit_ = 0;
};

}  // namespace tunebench::ui
