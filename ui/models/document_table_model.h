// DocumentTableModel: a table of a report, as it would be written.
#pragma once

#include <string>

#include <QAbstractTableModel>
#include <QStringList>

#include "core/study/report/document.h"

namespace tunebench::ui {

/// As the other tables of the window begin theirs: "Held-out loss"; "p" is a symbol and stays.
std::string headingOf(const std::string& title);
DocumentTable withHeadings(DocumentTable table);

class DocumentTableModel : public QAbstractTableModel {
    Q_OBJECT

public:
    /// `rowHelp`: the tool tips of the first column, a row each; without one, or where it is empty, a tool
    /// tip is the text itself.
    explicit DocumentTableModel(DocumentTable table, QObject* parent = nullptr, QStringList rowHelp = {})
        : QAbstractTableModel(parent), table_(std::move(table)), rowHelp_(std::move(rowHelp)) {}

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QVariant alignment(int column) const;
    QString helpOf(const QModelIndex& index) const;

    const DocumentTable table_;
    const QStringList rowHelp_;
};

}  // namespace tunebench::ui
