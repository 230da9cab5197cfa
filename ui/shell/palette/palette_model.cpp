#include "ui/shell/palette/palette_model.h"

#include <iterator>

namespace tunebench::ui {
namespace {

constexpr std::size_t kMostFound = 60;  // nobody reads further

QVariant placesOf(const FuzzyMatch& match) {
    QList<int> places;
    for (const int place : match.places)
        places << place;
    return QVariant::fromValue(places);
}

}  // namespace

void PaletteModel::setEntries(std::vector<PaletteEntry> entries) {
    entries_ = std::move(entries);
    find();
}

void PaletteModel::addEntries(std::vector<PaletteEntry> entries) {
    std::move(entries.begin(), entries.end(), std::back_inserter(entries_));
    find();
}

void PaletteModel::setTyped(const QString& typed) {
    typed_ = typed.trimmed();
    find();
}

void PaletteModel::find() {
    std::vector<RankedText> texts;
    for (const PaletteEntry& entry : entries_)
        texts.push_back({entry.text, entry.words});
    auto found = rank(texts, typed_);
    if (typed_.isEmpty())
        std::erase_if(found, [this](const Ranked& one) { return entries_[one.index].isOnlyFound; });
    if (found.size() > kMostFound)
        found.resize(kMostFound);
    beginResetModel();
    found_ = std::move(found);
    endResetModel();
}

const PaletteEntry* PaletteModel::entry(const QModelIndex& index) const {
    const auto row = static_cast<std::size_t>(index.row());
    return index.isValid() && row < found_.size() ? &entries_[found_[row].index] : nullptr;
}

int PaletteModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(found_.size());
}

QVariant PaletteModel::data(const QModelIndex& index, int role) const {
    const PaletteEntry* one = entry(index);
    if (one == nullptr)
        return {};
    switch (role) {
        case Qt::DisplayRole:
            return one->text;
        case Qt::DecorationRole:
            return one->icon;
        case Qt::AccessibleTextRole:
            return QStringList({one->text, one->kind, one->keys}).join(QStringLiteral(", "));
        case KindRole:
            return one->kind;
        case KeysRole:
            return one->keys;
        case PlacesRole:
            return placesOf(found_[static_cast<std::size_t>(index.row())].match);
        default:
            return {};
    }
}

}  // namespace tunebench::ui
