// PaletteModel: the entries that fit what is typed, the best first.
#pragma once

#include <vector>

#include <QAbstractListModel>

#include "ui/shell/palette/palette_entry.h"
#include "ui/shell/palette/palette_ranking.h"

namespace tunebench::ui {

class PaletteModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role { KindRole = Qt::UserRole + 1, KeysRole, PlacesRole };  // PlacesRole: letters that were typed

    using QAbstractListModel::QAbstractListModel;

    void setEntries(std::vector<PaletteEntry> entries);
    void addEntries(std::vector<PaletteEntry> entries);
    void setTyped(const QString& typed);
    const PaletteEntry* entry(const QModelIndex& index) const;  // null when there is none

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    void find();

    std::vector<PaletteEntry> entries_;
    std::vector<Ranked> found_;
    QString typed_;
};

}  // namespace tunebench::ui
