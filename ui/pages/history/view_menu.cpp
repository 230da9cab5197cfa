#include "ui/pages/history/view_menu.h"

#include <algorithm>

#include <QActionGroup>

#include "ui/text/column_text.h"
#include "ui/text/qt_text.h"
#include "ui/theme/icons.h"

namespace tunebench::ui {
namespace {

RunView orderedBy(RunView view, const std::string& column, bool isDescending) {
    view.order.column = column;
    view.order.is_descending = isDescending;
    return view;
}

RunView groupedBy(RunView view, std::vector<std::string> columns) {
    view.order.group_by = std::move(columns);
    return view;
}

/// In the menu an ampersand would mark a key.
QString menuText(const QString& text) {
    return QString(text).replace(QLatin1Char('&'), QLatin1String("&&"));
}

}  // namespace

ViewMenu::ViewMenu(SavedViews& views, std::function<RunView()> current, QWidget* parent)
    : QMenu(parent), views_(views), current_(std::move(current)) {
    setToolTipsVisible(true);
    connect(this, &QMenu::aboutToShow, this, &ViewMenu::fill);
}

void ViewMenu::fill() {
    qDeleteAll(findChildren<QMenu*>(QString(), Qt::FindDirectChildrenOnly));
    clear();
    addViews();
    addSeparator();
    addOrder();
    addGroups();
    addShown();
    addSeparator();
    addAction(ui::icon(QStringLiteral("settings")), tr("Columns…"), this, &ViewMenu::columnsWanted);
}

QAction* ViewMenu::addChoice(QMenu& menu, const QString& text, bool isChosen, RunView view) {
    QAction* action = menu.addAction(menuText(text));
    action->setCheckable(true);
    action->setChecked(isChosen);
    connect(action, &QAction::triggered, this, [this, view = std::move(view)] { Q_EMIT viewChosen(view); });
    return action;
}

void ViewMenu::addViews() {
    const RunView current = current_();
    addChoice(*this, tr("Standard view"), current == standard_run_view(), standard_run_view());
    const auto saved = views_.all();
    for (const RunView& view : saved)
        addChoice(*this, toQt(view.name), view.name == current.name, view);
    addAction(ui::icon(QStringLiteral("save")), tr("Save view…"), this, &ViewMenu::saveWanted);
    const bool isSaved = std::ranges::find(saved, current.name, &RunView::name) != saved.end();
    if (!isSaved)
        return;
    addAction(ui::icon(QStringLiteral("trash")), tr("Delete view “%1”").arg(menuText(toQt(current.name))),
              this, [this, view = current]() mutable {
                  views_.remove(view.name);
                  view.name.clear();
                  Q_EMIT viewChosen(view);
              });
}

void ViewMenu::addOrder() {
    const RunView current = current_();
    QMenu* menu = addMenu(tr("Sort by"));
    for (const RunColumn& column : columns_)
        addChoice(*menu, columnTitle(column), column.name == current.order.column,
                  orderedBy(current, column.name, current.order.is_descending));
    menu->addSeparator();
    addChoice(*menu, tr("Ascending"), !current.order.is_descending,
              orderedBy(current, current.order.column, false));
    addChoice(*menu, tr("Descending"), current.order.is_descending,
              orderedBy(current, current.order.column, true));
}

void ViewMenu::addGroups() {
    const RunView current = current_();
    const auto& groups = current.order.group_by;
    QMenu* menu = addMenu(tr("Group by"));
    addChoice(*menu, tr("No groups"), groups.empty(), groupedBy(current, {}));
    menu->addSeparator();
    for (const RunColumn& column : columns_) {
        auto toggled = groups;
        const bool isGrouped = std::erase(toggled, column.name) > 0;
        if (!isGrouped)
            toggled.push_back(column.name);
        addChoice(*menu, columnTitle(column), isGrouped, groupedBy(current, std::move(toggled)));
    }
}

void ViewMenu::addShown() {
    QMenu* menu = addMenu(tr("Show"));
    const RunView current = current_();
    for (const auto& [shown, text] : {std::pair{RunsShown::Current, tr("Current runs")},
                                      {RunsShown::WithArchived, tr("Archived runs too")},
                                      {RunsShown::Deleted, tr("Deleted runs")}}) {
        RunView view = current;
        view.shown = shown;
        addChoice(*menu, text, current.shown == shown, std::move(view));
    }
}

void ViewMenu::sortBy(int column) {
    const RunView current = current_();
    const std::string& name = columns_[static_cast<std::size_t>(column)].name;
    Q_EMIT viewChosen(orderedBy(current, name, current.order.column == name && !current.order.is_descending));
}

void ViewMenu::popupFor(int column, QPoint place) {
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("column_menu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillColumnMenu(*menu, columns_[static_cast<std::size_t>(column)]);
    menu->popup(place);
}

void ViewMenu::fillColumnMenu(QMenu& menu, const RunColumn& column) {
    const RunView current = current_();
    const bool isOrder = current.order.column == column.name;
    addChoice(menu, tr("Sort ascending"), isOrder && !current.order.is_descending,
              orderedBy(current, column.name, false));
    addChoice(menu, tr("Sort descending"), isOrder && current.order.is_descending,
              orderedBy(current, column.name, true));
    auto groups = current.order.group_by;
    const bool isGrouped = std::erase(groups, column.name) > 0;
    if (!isGrouped)
        groups.push_back(column.name);
    addChoice(menu, tr("Group by it"), isGrouped, groupedBy(current, std::move(groups)));
    menu.addSeparator();
    RunView pinned = current;
    const auto place = std::ranges::find(pinned.columns, column.name, &RunViewColumn::name);
    if (place == pinned.columns.end())
        return;
    place->is_pinned = !place->is_pinned;
    addChoice(menu, tr("Pinned at the left"), !place->is_pinned, std::move(pinned));
    RunView hidden = current;
    std::erase_if(hidden.columns, [&](const RunViewColumn& known) { return known.name == column.name; });
    if (!hidden.columns.empty())
        addChoice(menu, tr("Hide"), false, std::move(hidden))->setCheckable(false);
    menu.addAction(tr("Columns…"), this, &ViewMenu::columnsWanted);
}

}  // namespace tunebench::ui
