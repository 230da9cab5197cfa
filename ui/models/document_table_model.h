// DocumentTableModel: a table of a report, as it would be written.
#pragma once

#include <string>

#include <QAbstractTableModel>

#include "core/study/report/document.h"

namespace tunebench::ui {

/// As the other tables of the window begin theirs: "Held-out loss"; "p" is a symbol and stays.
std::string headingOf(const std::string& title);
DocumentTable withHeadings(DocumentTable table);

class DocumentTableModel : public QAbstractTableModel {
    Q_OBJECT

public:
    explicit DocumentTableModel(DocumentTable table, QObject* parent = nullptr)
        : QAbstractTableModel(parent), table_(std::move(table)) {}

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QVariant alignment(int column) const;

    const DocumentTable table_;
};

}  // namespace tunebench::ui
