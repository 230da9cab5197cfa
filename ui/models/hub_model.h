// HubModel: tables of the hub as lists of cells: what is shown, what is sorted by, what its dot says. The
// repositories that a search has found, those that lie in the cache, and the files of one.
#pragma once

#include <vector>

#include <QAbstractTableModel>
#include <QStringList>

#include "core/hub/cached_repositories.h"
#include "core/hub/hub.h"

namespace tunebench::ui {

enum class HubDot { None, Good, Warning };

struct HubCell {
    QString text = {};
    QVariant key = {};  // sorted by; the text where it is not set
    QString help = {};  // the text where it is empty
    HubDot dot = HubDot::None;
};

using HubRow = std::vector<HubCell>;

class HubModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Role { SortRole = Qt::UserRole, DotRole };

    /// Titles that begin with ">" are of numbers and stand at the right.
    explicit HubModel(QStringList titles, QObject* parent = nullptr);

    void setRows(std::vector<HubRow> rows);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    bool isNumber(int column) const { return titles_.at(column).startsWith(QLatin1Char('>')); }

    QStringList titles_;
    std::vector<HubRow> rows_;
};

QStringList searchTitles();
HubRow searchRow(const SearchHit& hit, const CachedRepository* cached);

QStringList cachedTitles();
HubRow cachedRow(const CachedRepository& repository);

/// What happens to a file of a repository.
enum class FileFate { Chosen, InCache, NotNeeded, Pickle };

QStringList fileTitles();
HubRow fileRow(const HubFile& file, FileFate fate);

/// "whole", "files missing", "unfinished".
HubCell cachedState(const CachedRepository& repository);

}  // namespace tunebench::ui
