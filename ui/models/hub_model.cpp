#include "ui/models/hub_model.h"

#include <QCoreApplication>
#include <QLocale>

#include "ui/text/numbers.h"
#include "ui/text/qt_text.h"

namespace tunebench::ui {
namespace {

QString hubText(const char* text) {
    return QCoreApplication::translate("HubModel", text);
}

HubCell bytesCell(std::uint64_t bytes, bool isKnown) {
    return {.text = isKnown ? bytesText(bytes) : QStringLiteral("–"),
            .key = static_cast<qulonglong>(isKnown ? bytes : 0)};
}

HubCell accessCell(const SearchHit& hit) {
    if (hit.is_private)
        return {.text = hubText("Private"), .help = hubText("Opens to those who have the right to read it")};
    if (hit.is_gated)
        return {.text = hubText("Gated"),
                .help = hubText("Its owners give access to those who ask on its page, and it takes a token"),
                .dot = HubDot::Warning};
    return {.text = hubText("Open")};
}

QString missingText(const std::vector<std::string>& missing) {
    QStringList names;
    for (const auto& name : missing)
        names << toQt(name);
    return names.join(QStringLiteral(", "));
}

/// In a narrow column; the help says the rest.
HubCell hereCell(const CachedRepository& cached) {
    HubCell cell = cachedState(cached);
    cell.help = cell.text + QLatin1Char('\n') + cell.help;
    cell.text = cell.dot == HubDot::Good ? hubText("Yes") : hubText("Partly");
    return cell;
}

}  // namespace

HubModel::HubModel(QStringList titles, QObject* parent)
    : QAbstractTableModel(parent), titles_(std::move(titles)) {}

void HubModel::setRows(std::vector<HubRow> rows) {
    beginResetModel();
    rows_ = std::move(rows);
    endResetModel();
}

int HubModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int HubModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(titles_.size());
}

QVariant HubModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const HubCell& cell =
        rows_[static_cast<std::size_t>(index.row())][static_cast<std::size_t>(index.column())];
    switch (role) {
        case Qt::DisplayRole:
            return cell.text;
        case Qt::ToolTipRole:
            return cell.help.isEmpty() ? cell.text : cell.help;
        case Qt::TextAlignmentRole:
            return QVariant::fromValue(Qt::AlignVCenter |
                                       (isNumber(index.column()) ? Qt::AlignRight : Qt::AlignLeft));
        case SortRole:
            return cell.key.isValid() ? cell.key : QVariant(cell.text.toLower());
        case DotRole:
            return static_cast<int>(cell.dot);
        default:
            return {};
    }
}

QVariant HubModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter | (isNumber(section) ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole)
        return {};
    return isNumber(section) ? titles_.at(section).mid(1) : titles_.at(section);
}

QStringList searchTitles() {
    return {hubText("Name"),    hubText(">Downloads"), hubText(">Weights"),
            hubText("Licence"), hubText("Access"),     hubText("Here")};
}

HubRow searchRow(const SearchHit& hit, const CachedRepository* cached) {
    const auto exact = QLocale().toString(static_cast<qlonglong>(hit.downloads));
    QString help = toQt(hit.id);
    if (!hit.task.empty())
        help += QStringLiteral("\n") + toQt(hit.task);
    if (!hit.modified.empty())
        help += QStringLiteral("\n") +
                hubText("changed %1").arg(dateText(hit.modified).section(QLatin1Char(' '), 0, 0));
    return {{.text = toQt(hit.id), .help = help},
            {.text = countText(hit.downloads),
             .key = static_cast<qlonglong>(hit.downloads),
             .help = hubText("%1 in the last 30 days").arg(exact)},
            bytesCell(hit.weight_bytes, hit.weight_bytes > 0),
            {.text = hit.licence.empty() ? QStringLiteral("–") : toQt(hit.licence)},
            accessCell(hit),
            cached == nullptr ? HubCell{} : hereCell(*cached)};
}

HubCell cachedState(const CachedRepository& repository) {
    if (repository.unfinished_bytes > 0)
        return {.text = hubText("Unfinished"),
                .help = hubText("%1 of files that are not whole").arg(bytesText(repository.unfinished_bytes)),
                .dot = HubDot::Warning};
    if (!repository.missing.empty())
        return {.text = hubText("Files missing"),
                .help = hubText("Without %1").arg(missingText(repository.missing)),
                .dot = HubDot::Warning};
    if (!repository.is_whole())
        return {.text = hubText("No version"),
                .help = hubText("The folder holds no version that a run could read"),
                .dot = HubDot::Warning};
    return {.text = hubText("In the cache"), .help = toQt(repository.folder), .dot = HubDot::Good};
}

QStringList cachedTitles() {
    return {hubText("Name"), hubText("Kind"), hubText(">Size"), hubText("Commit"), hubText("State")};
}

HubRow cachedRow(const CachedRepository& repository) {
    constexpr qsizetype kShownDigits = 8;
    const bool isModel = repository.repository.kind == RepositoryKind::Model;
    const QString commit = toQt(repository.commit);
    return {{.text = toQt(repository.repository.id)},
            {.text = isModel ? hubText("Model") : hubText("Data set")},
            bytesCell(repository.bytes, true),
            {.text = commit.left(kShownDigits), .help = commit},
            cachedState(repository)};
}

QStringList fileTitles() {
    return {hubText("File"), hubText(">Size"), hubText("Download?")};
}

HubRow fileRow(const HubFile& file, FileFate fate) {
    HubCell state;
    switch (fate) {
        case FileFate::Chosen:
            state = {.text = hubText("Yes"), .help = hubText("Fetched by Download"), .dot = HubDot::None};
            break;
        case FileFate::InCache:
            state = {.text = hubText("In the cache"), .dot = HubDot::Good};
            break;
        case FileFate::NotNeeded:
            state = {.text = hubText("Not needed"), .help = hubText("Neither loading nor training reads it")};
            break;
        case FileFate::Pickle:
            state = {.text = hubText("Pickle"),
                     .help = hubText("Such files can run programs when they are opened: they are neither "
                                     "fetched nor read"),
                     .dot = HubDot::Warning};
            break;
    }
    return {{.text = toQt(file.path)}, bytesCell(file.size.value_or(0), file.size.has_value()), state};
}

}  // namespace tunebench::ui
