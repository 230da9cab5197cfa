#include "ui/pages/setup/start_menu.h"

#include "ui/pages/setup/recent_runs.h"
#include "ui/text/core_text.h"
#include "ui/text/qt_text.h"
#include "ui/theme/icons.h"

namespace tunebench::ui {
namespace {

/// In a menu "&" marks a key.
QString menuText(const QString& text) {
    return QString(text).replace(QLatin1Char('&'), QStringLiteral("&&"));
}

void removeEntries(QMenu& menu) {
    for (QAction* entry : menu.actions()) {
        menu.removeAction(entry);
        if (entry->menu() != nullptr)
            entry->menu()->deleteLater();
        else
            entry->deleteLater();
    }
}

}  // namespace

StartMenu::StartMenu(std::filesystem::path ownPresets, const RecentRuns& recent, QWidget* parent)
    : QMenu(parent), ownPresets_(std::move(ownPresets)), recent_(recent) {
    setObjectName(QStringLiteral("start_menu"));
    setToolTipsVisible(true);
    connect(this, &QMenu::aboutToShow, this, &StartMenu::fill);
}

void StartMenu::fill() {
    removeEntries(*this);
    connect(addAction(ui::icon(QStringLiteral("folder")), tr("A run file…")), &QAction::triggered, this,
            &StartMenu::fileRequested);
    connect(addAction(ui::icon(QStringLiteral("sample")), tr("The sample that comes with Tunebench")),
            &QAction::triggered, this, &StartMenu::sampleRequested);
    const auto presets = presets_in(bundled_preset_folder(), ownPresets_);
    addPresets(presets, "goal", tr("A goal"));
    addPresets(presets, "memory", tr("A size of memory"));
    addPresets(presets, "own", tr("A preset of your own"));
    addRemovals(presets);
    addRuns();
}

void StartMenu::addPresets(const RunPresets& presets, const char* group, const QString& title) {
    QMenu* menu = nullptr;
    for (const RunPreset& preset : presets.presets) {
        if (preset.group != group)
            continue;
        if (menu == nullptr) {
            menu = addMenu(title);
            menu->setObjectName(QStringLiteral("presets:") + QLatin1String(group));
            menu->setToolTipsVisible(true);
        }
        QAction* entry = menu->addAction(menuText(presetTitle(preset)));
        entry->setObjectName(QStringLiteral("preset:") + toQt(preset.name));
        entry->setToolTip(presetReason(preset));
        connect(entry, &QAction::triggered, this, [this, preset] { Q_EMIT presetRequested(preset); });
    }
}

void StartMenu::addRemovals(const RunPresets& presets) {
    QMenu* menu = nullptr;
    for (const RunPreset& preset : presets.presets) {
        if (preset.group != "own")
            continue;
        if (menu == nullptr)
            menu = addMenu(tr("Remove a preset"));
        QAction* entry = menu->addAction(menuText(toQt(preset.title)));
        entry->setObjectName(QStringLiteral("remove_preset:") + toQt(preset.name));
        connect(entry, &QAction::triggered, this, [this, preset] { Q_EMIT presetRemovalRequested(preset); });
    }
}

void StartMenu::addRuns() {
    if (recent_.runs().empty())
        return;
    QMenu* menu = addMenu(tr("The same as an earlier run, but…"));
    menu->setObjectName(QStringLiteral("earlier_runs"));
    for (const RecentRun& run : recent_.runs()) {
        QAction* entry = menu->addAction(menuText(run.title));
        connect(entry, &QAction::triggered, this,
                [this, run] { Q_EMIT runRequested(run.config, run.title); });
    }
}

}  // namespace tunebench::ui
