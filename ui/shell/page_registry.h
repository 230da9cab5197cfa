// The registry of pages: what the navigation, the shortcuts and the shell know of each. A new page is a value
// of Page, a line here, and its wires to the others (wires.h).
#pragma once

#include <array>
#include <optional>

#include <QKeySequence>
#include <QString>

#include "ui/shell/page.h"

class QWidget;
struct QMetaObject;

namespace tunebench::ui {

class Shell;

struct PageLine {
    Page page = Page::Setup;
    const char* name = nullptr;      // of its icon, of its button in the navigation, and in the settings
    const char* label = nullptr;     // to be translated
    const char* shortcut = nullptr;  // to be translated
    const char* help = nullptr;      // the topic that explains it (ui/help/help_topics.h)
    const QMetaObject* type = nullptr;
    QWidget* (*make)(Shell& shell) = nullptr;  // with its wires
};

/// In the order of Page.
const std::array<PageLine, kPageCount>& pageLines();
const PageLine& lineOf(Page page);
/// Of the class of a page.
Page pageOfType(const QMetaObject& type);
/// As PageLine::name; none when there is no such page (any more).
std::optional<Page> pageNamed(const QString& name);

QString pageLabel(Page page);
QKeySequence pageShortcut(Page page);

}  // namespace tunebench::ui
