// FindingList: what the data doctor has found: how severe, how many rows, where, and what to do.
#pragma once

#include <vector>

#include <QWidget>

#include "core/data/data_findings.h"

class QVBoxLayout;

namespace tunebench::ui {

class FindingList : public QWidget {
    Q_OBJECT

public:
    explicit FindingList(QWidget* parent = nullptr);

    void setFindings(const std::vector<DataFinding>& findings);
    /// A sentence instead of findings.
    void setNote(const QString& note);

Q_SIGNALS:
    /// The setting that helps: "data.max_length".
    void fieldRequested(const QString& field);

private:
    void removeRows();
    QWidget* makeRow(const DataFinding& finding);

    QVBoxLayout* rows_ = nullptr;
};

/// "town.jsonl: lines 3, 7 and 12; and 4 more".
QString placesText(const RowGroup& rows);

}  // namespace tunebench::ui
