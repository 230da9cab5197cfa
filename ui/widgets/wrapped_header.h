// WrappedHeader: the header of a table whose titles take as many lines as the widths of the columns ask for.
#pragma once

#include <QHeaderView>

class QTableView;

namespace tunebench::ui {

class WrappedHeader : public QHeaderView {
    Q_OBJECT

public:
    /// Becomes the header of the table, in place of the one that styleTable() has prepared.
    explicit WrappedHeader(QTableView* table);

protected:
    QSize sectionSizeFromContents(int column) const override;
    void initStyleOptionForIndex(QStyleOptionHeader* option, int column) const override;
};

}  // namespace tunebench::ui
