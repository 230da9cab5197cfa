#include "ui/widgets/column_map_edit.h"

#include <algorithm>

#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

#include "ui/text/qt_text.h"
#include "ui/theme/spacing.h"
#include "ui/theme/typography.h"
#include "ui/widgets/combo_edit.h"

namespace tunebench::ui {
namespace {

constexpr int kPairsPerLine = 2;

}  // namespace

ColumnMapEdit::ColumnMapEdit(QWidget* parent) : QWidget(parent) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing::kHalf);
    grid_ = new QGridLayout;
    grid_->setHorizontalSpacing(spacing::kUnit);
    grid_->setVerticalSpacing(spacing::kHalf);
    for (int pair = 0; pair < kPairsPerLine; ++pair)
        grid_->setColumnStretch(2 * pair + 1, 1);
    layout->addLayout(grid_);
    note_ = makeLabel(tr("Choose training files to see their columns."), TextRole::Caption, this);
    layout->addWidget(note_);
}

void ColumnMapEdit::setChoices(std::vector<Part> parts, std::vector<std::string> columns) {
    if (parts == parts_ && columns == columns_)
        return;
    parts_ = std::move(parts);
    columns_ = std::move(columns);
    rebuild();
}

ColumnMapEdit::Map ColumnMapEdit::map() const {
    return map_;
}

void ColumnMapEdit::setMap(const Map& map) {
    if (map == map_)
        return;
    map_ = map;
    rebuild();
    Q_EMIT mapChanged();
}

ComboEdit* ColumnMapEdit::choice(const std::string& part) const {
    const auto it = choices_.find(part);
    return it == choices_.end() ? nullptr : it->second;
}

void ColumnMapEdit::rebuild() {
    for (const auto& [part, choice] : choices_)
        choice->deleteLater();
    choices_.clear();
    while (QLayoutItem* item = grid_->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    auto shown = parts_;
    for (const auto& [part, column] : map_)  // of another layout, or misspelt: it can be taken back here
        if (std::ranges::find(shown, part, &Part::name) == shown.end())
            shown.push_back({part, false});
    int index = 0;
    QWidget* former = nullptr;
    for (const auto& part : shown) {
        auto* choice = new ComboEdit(this);
        choice->setObjectName(QStringLiteral("column_of_") + toQt(part.name));
        choice->setAccessibleName(tr("Column of the part %1").arg(toQt(part.name)));
        fill(*choice, part);
        connect(choice, &QComboBox::activated, this,
                [this, choice, name = part.name] { onChosen(name, choice->currentData().toString()); });
        QLabel* label = makeLabel(toQt(part.name), TextRole::Body, this);
        label->setBuddy(choice);
        const int line = index / kPairsPerLine;
        const int at = 2 * (index % kPairsPerLine);
        grid_->addWidget(label, line, at);
        grid_->addWidget(choice, line, at + 1);
        choices_[part.name] = choice;
        if (former != nullptr)
            setTabOrder(former, choice);
        else
            setFocusProxy(choice);
        former = choice;
        ++index;
    }
    note_->setVisible(shown.empty());
}

void ColumnMapEdit::fill(ComboEdit& choice, const Part& part) const {
    const bool hasOwn = std::ranges::find(columns_, part.name) != columns_.end();
    // Without a choice a part is read from the column of its own name.
    choice.addItem(hasOwn            ? toQt(part.name)
                   : part.isRequired ? tr("not in the file")
                                     : tr("none"),
                   QString());
    for (const auto& column : columns_)
        if (column != part.name)
            choice.addItem(toQt(column), toQt(column));
    const auto mapped = std::ranges::find(map_, part.name, &Map::value_type::first);
    if (mapped == map_.end() || mapped->second == part.name)
        return;
    int index = choice.findData(toQt(mapped->second));
    if (index < 0) {
        choice.addItem(tr("%1 (not in the file)").arg(toQt(mapped->second)), toQt(mapped->second));
        index = choice.count() - 1;
    }
    choice.setCurrentIndex(index);
}

void ColumnMapEdit::onChosen(const std::string& part, const QString& column) {
    auto map = map_;
    const auto mapped = std::ranges::find(map, part, &Map::value_type::first);
    if (column.isEmpty()) {
        if (mapped != map.end())
            map.erase(mapped);
    } else if (mapped != map.end()) {
        mapped->second = column.toStdString();
    } else {
        map.emplace_back(part, column.toStdString());
    }
    if (map == map_)
        return;
    map_ = std::move(map);  // the choice shows it already
    Q_EMIT mapChanged();
}

}  // namespace tunebench::ui
