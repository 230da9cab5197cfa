#include "ui/shell/palette/palette_sources.h"

#include <algorithm>
#include <iterator>

#include <QAction>
#include <QCoreApplication>
#include <QMenu>
#include <QPointer>
#include <QPushButton>

#include "ui/forms/field_search.h"
#include "ui/pages/history_page.h"
#include "ui/pages/setup_page.h"
#include "ui/shell/page_registry.h"
#include "ui/shell/shell.h"
#include "ui/text/core_text.h"
#include "ui/text/numbers.h"
#include "ui/text/qt_text.h"
#include "ui/theme/icons.h"

namespace tunebench::ui {
namespace {

constexpr std::size_t kMostRuns = 30;

QString says(const char* text) {
    return QCoreApplication::translate("palette", text);
}

void addPages(std::vector<PaletteEntry>& entries, Shell& shell) {
    for (const PageLine& line : pageLines())
        entries.push_back({.text = pageLabel(line.page),
                           .kind = says(QT_TRANSLATE_NOOP("palette", "Page")),
                           .keys = pageShortcut(line.page).toString(QKeySequence::NativeText),
                           .icon = icon(QLatin1String(line.name)),
                           .choose = [&shell, page = line.page] { shell.show(page); }});
}

void addActions(std::vector<PaletteEntry>& entries, const QList<QAction*>& actions) {
    for (QAction* action : actions)
        if (action->isEnabled() && !action->text().isEmpty())
            entries.push_back({.text = action->text(),
                               .kind = says(QT_TRANSLATE_NOOP("palette", "Action")),
                               .keys = action->shortcut().toString(QKeySequence::NativeText),
                               .words = action->whatsThis(),
                               .icon = action->icon(),
                               .choose = [action] { action->trigger(); }});
}

/// What is written on a button, or said of one with a picture alone.
QString nameOf(const QPushButton& button) {
    const QString text = button.text().isEmpty() ? button.accessibleName() : button.text();
    return QString(text).remove(QLatin1Char('&'));
}

PaletteEntry pageAction(const QString& text, const QString& words, const QIcon& image) {
    return {.text = text,
            .kind = says(QT_TRANSLATE_NOOP("palette", "On this page")),
            .words = words,
            .icon = image,
            .isOnlyFound = true};
}

/// What opens a menu stands for the entries of it.
std::vector<PaletteEntry> actionsOf(QPushButton& button) {
    if (button.menu() == nullptr) {
        auto entry = pageAction(nameOf(button), button.toolTip(), button.icon());
        entry.choose = [target = QPointer(&button)] {
            if (target != nullptr)
                target->click();
        };
        return {std::move(entry)};
    }
    std::vector<PaletteEntry> entries;
    for (QAction* action : button.menu()->actions()) {
        if (action->menu() != nullptr || action->isSeparator() || !action->isEnabled())
            continue;
        auto entry = pageAction(action->text(), nameOf(button), button.icon());
        entry.choose = [target = QPointer(action)] {
            if (target != nullptr)
                target->trigger();
        };
        entries.push_back(std::move(entry));
    }
    return entries;
}

/// The buttons that can be pressed now. A name that several have would not say which is meant.
void addPageActions(std::vector<PaletteEntry>& entries, const QWidget& page) {
    std::vector<PaletteEntry> found;
    for (QPushButton* button : page.findChildren<QPushButton*>())
        if (button->isVisible() && button->isEnabled())
            std::ranges::move(actionsOf(*button), std::back_inserter(found));
    const auto count = [](const std::vector<PaletteEntry>& all, const QString& text) {
        return std::ranges::count(all, text, &PaletteEntry::text);
    };
    for (const PaletteEntry& entry : found)
        if (!entry.text.isEmpty() && count(found, entry.text) == 1 && count(entries, entry.text) == 0)
            entries.push_back(entry);
}

void addFields(std::vector<PaletteEntry>& entries, Shell& shell) {
    for (const FoundField& field : everyField(shell.page<SetupPage>().form()))
        entries.push_back(
            {.text = field.label,
             .kind = says(QT_TRANSLATE_NOOP("palette", "Setting: %1")).arg(field.section),
             .words = field.field + QLatin1Char(' ') + field.section + QLatin1Char(' ') + field.explanation,
             .icon = icon(QStringLiteral("setup")),
             .isOnlyFound = true,
             .choose = [&shell, name = field.field] {
                 shell.show(Page::Setup);
                 shell.page<SetupPage>().reveal(name);
             }});
}

}  // namespace

std::vector<PaletteEntry> entriesAtHand(Shell& shell, const QList<QAction*>& actions) {
    std::vector<PaletteEntry> entries;
    addPages(entries, shell);
    addActions(entries, actions);
    addActions(entries, shell.inFront().actions());
    addPageActions(entries, shell.inFront());
    addFields(entries, shell);
    return entries;
}

StoredChoices storedChoices(const std::filesystem::path& dataFolder, const CancelToken& cancel) {
    StoredChoices choices;
    choices.presets = presets_in(bundled_preset_folder(), own_preset_folder(dataFolder)).presets;
    if (cancel.is_cancelled())
        return choices;
    const auto reader = HistoryReader::open(History::database_path(dataFolder));
    if (!reader)
        return choices;  // no history yet, or the history page says why
    if (auto runs = (*reader)->runs()) {
        choices.runs = *std::move(runs);
        choices.runs.resize(std::min(choices.runs.size(), kMostRuns));
    }
    return choices;
}

std::vector<PaletteEntry> entriesOf(Shell& shell, const StoredChoices& choices) {
    std::vector<PaletteEntry> entries;
    for (const RunPreset& preset : choices.presets)
        entries.push_back({.text = presetTitle(preset),
                           .kind = says(QT_TRANSLATE_NOOP("palette", "Preset")),
                           .words = toQt(preset.name + " ") + presetReason(preset),
                           .icon = icon(QStringLiteral("file")),
                           .choose = [&shell, preset] {
                               shell.show(Page::Setup);
                               shell.page<SetupPage>().usePreset(preset);
                           }});
    for (const RunSummary& run : choices.runs)
        entries.push_back(
            {.text = toQt(run.name.empty() ? run.id : run.name),
             .kind = says(QT_TRANSLATE_NOOP("palette", "Run of %1")).arg(dateText(run.created_at)),
             .words = toQt(run.id + " " + run.method + " " + run.model + " " + run.tags),
             .icon = icon(QStringLiteral("history")),
             .choose = [&shell, id = toQt(run.id)] {
                 shell.show(Page::History);
                 shell.page<HistoryPage>().select({id});
             }});
    return entries;
}

}  // namespace tunebench::ui
