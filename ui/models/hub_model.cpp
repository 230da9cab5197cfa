#include "ui/models/hub_model.h"

#include <QCoreApplication>
#include <QLocale>

#include "ui/text/numbers.h"
#include "ui/text/qt_text.h"

namespace tunebench::ui {
namespace {

struct HubTexts {
    Q_DECLARE_TR_FUNCTIONS(HubTexts)
};

HubCell bytesCell(std::uint64_t bytes, bool isKnown) {
    return {.text = isKnown ? bytesText(bytes) : QStringLiteral("–"),
            .key = static_cast<qulonglong>(isKnown ? bytes : 0)};
}

HubCell accessCell(const SearchHit& hit) {
    if (hit.is_private)
        return {.text = HubTexts::tr("Private"),
                .help = HubTexts::tr("Opens to those who have the right to read it")};
    if (hit.is_gated)
        return {
            .text = HubTexts::tr("Gated"),
            .help = HubTexts::tr("Its owners give access to those who ask on its page, and it takes a token"),
            .dot = HubDot::Warning};
    return {.text = HubTexts::tr("Open")};
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
    cell.text = cell.dot == HubDot::Good ? HubTexts::tr("Yes") : HubTexts::tr("Partly");
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
    return {HubTexts::tr("Name"),    HubTexts::tr(">Downloads"), HubTexts::tr(">Weights"),
            HubTexts::tr("Licence"), HubTexts::tr("Access"),     HubTexts::tr("Here")};
}

HubRow searchRow(const SearchHit& hit, const CachedRepository* cached) {
    const auto exact = QLocale().toString(static_cast<qlonglong>(hit.downloads));
    QString help = toQt(hit.id);
    if (!hit.task.empty())
        help += QStringLiteral("\n") + toQt(hit.task);
    if (!hit.modified.empty())
        help += QStringLiteral("\n") + HubTexts::tr("changed %1").arg(dayText(hit.modified));
    return {{.text = toQt(hit.id), .help = help},
            {.text = countText(hit.downloads),
             .key = static_cast<qlonglong>(hit.downloads),
             .help = HubTexts::tr("%1 in the last 30 days").arg(exact)},
            bytesCell(hit.weight_bytes, hit.weight_bytes > 0),
            {.text = hit.licence.empty() ? QStringLiteral("–") : toQt(hit.licence)},
            accessCell(hit),
            cached == nullptr ? HubCell{} : hereCell(*cached)};
}

HubCell cachedState(const CachedRepository& repository) {
    if (repository.unfinished_bytes > 0)
        return {
            .text = HubTexts::tr("Unfinished"),
            .help =
                HubTexts::tr("%1 of files that are not whole").arg(bytesText(repository.unfinished_bytes)),
            .dot = HubDot::Warning};
    if (!repository.missing.empty())
        return {.text = HubTexts::tr("Files missing"),
                .help = HubTexts::tr("Without %1").arg(missingText(repository.missing)),
                .dot = HubDot::Warning};
    if (!repository.is_whole())
        return {.text = HubTexts::tr("No version"),
                .help = HubTexts::tr("The folder holds no version that a run could read"),
                .dot = HubDot::Warning};
    return {.text = HubTexts::tr("In the cache"), .help = toQt(repository.folder), .dot = HubDot::Good};
}

QStringList cachedTitles() {
    return {HubTexts::tr("Name"), HubTexts::tr("Kind"), HubTexts::tr(">Size"), HubTexts::tr("Commit"),
            HubTexts::tr("State")};
}

HubRow cachedRow(const CachedRepository& repository) {
    constexpr qsizetype kShownDigits = 8;
    const bool isModel = repository.repository.kind == RepositoryKind::Model;
    const QString commit = toQt(repository.commit);
    return {{.text = toQt(repository.repository.id)},
            {.text = isModel ? HubTexts::tr("Model") : HubTexts::tr("Data set")},
            bytesCell(repository.bytes, true),
            {.text = commit.left(kShownDigits), .help = commit},
            cachedState(repository)};
}

QStringList fileTitles() {
    return {HubTexts::tr("File"), HubTexts::tr(">Size"), HubTexts::tr("Download?")};
}

HubRow fileRow(const HubFile& file, FileFate fate) {
    HubCell state;
    switch (fate) {
        case FileFate::Chosen:
            state = {.text = HubTexts::tr("Yes"),
                     .help = HubTexts::tr("Fetched by Download"),
                     .dot = HubDot::None};
            break;
        case FileFate::InCache:
            state = {.text = HubTexts::tr("In the cache"), .dot = HubDot::Good};
            break;
        case FileFate::NotNeeded:
            state = {.text = HubTexts::tr("Not needed"),
                     .help = HubTexts::tr("Neither loading nor training reads it")};
            break;
        case FileFate::Pickle:
            state = {
                .text = HubTexts::tr("Pickle"),
                .help = HubTexts::tr("Such files can run programs when they are opened: they are neither "
                                     "fetched nor read"),
                .dot = HubDot::Warning};
            break;
    }
    return {{.text = toQt(file.path)}, bytesCell(file.size.value_or(0), file.size.has_value()), state};
}

}  // namespace tunebench::ui
