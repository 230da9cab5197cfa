// What the command palette offers: pages, actions and fields, which are at hand, and presets and recent runs,
// which have to be read.
#pragma once

#include <filesystem>
#include <vector>

#include <QList>

#include "core/history/history.h"
#include "core/jobs/cancel_token.h"
#include "core/run/presets.h"
#include "ui/shell/palette/palette_entry.h"

class QAction;

namespace tunebench::ui {

class Shell;

/// Pages, `actions`, the actions and the buttons of the page in front, without those that are disabled, and
/// settings.
std::vector<PaletteEntry> entriesAtHand(Shell& shell, const QList<QAction*>& actions);

struct StoredChoices {
    std::vector<RunPreset> presets = {};
    std::vector<RunSummary> runs = {};  // the newest
};

/// Reads files: not on the UI thread.
StoredChoices storedChoices(const std::filesystem::path& dataFolder, const CancelToken& cancel);
std::vector<PaletteEntry> entriesOf(Shell& shell, const StoredChoices& choices);

}  // namespace tunebench::ui
