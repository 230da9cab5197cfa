// PaletteEntry: one thing that the command palette offers.
#pragma once

#include <functional>

#include <QIcon>
#include <QString>

namespace tunebench::ui {

struct PaletteEntry {
    QString text = {};
    QString kind = {};   // "Page", "Setting": at the right, in small letters
    QString keys = {};   // its shortcut
    QString words = {};  // that lead to it too
    QIcon icon = {};
    bool isOnlyFound = false;  // too many to list while nothing is typed
    std::function<void()> choose = {};
};

}  // namespace tunebench::ui
