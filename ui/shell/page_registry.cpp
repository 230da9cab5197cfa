#include "ui/shell/page_registry.h"

#include <algorithm>
#include <type_traits>

#include <QCoreApplication>

#include "ui/pages/compare_page.h"
#include "ui/pages/data_page.h"
#include "ui/pages/export_page.h"
#include "ui/pages/history_page.h"
#include "ui/pages/hub_page.h"
#include "ui/pages/live_page.h"
#include "ui/pages/playground_page.h"
#include "ui/pages/settings_page.h"
#include "ui/pages/setup_page.h"
#include "ui/pages/study_page.h"
#include "ui/shell/shell.h"
#include "ui/shell/wires.h"
#include "ui/widgets/kept_layout.h"
#include "ui/workbench.h"

namespace tunebench::ui {
namespace {

constexpr char kPagesContext[] = "pages";

template <class T>
QWidget* makePage(Shell& shell) {
    T* page = nullptr;
    if constexpr (std::is_constructible_v<T, Workbench&>)
        page = new T(shell.workbench());
    else
        page = new T;
    wire(*page, shell);
    keepLayout(*page, shell.workbench().settings());
    return page;
}

template <class T>
constexpr PageLine line(Page page, const char* name, const char* label, const char* shortcut,
                        const char* help) {
    return {page, name, label, shortcut, help, &T::staticMetaObject, &makePage<T>};
}

// clang-format off
constexpr std::array<PageLine, kPageCount> kPageLines = {{
    line<SetupPage>(Page::Setup, "setup", QT_TRANSLATE_NOOP("pages", "Setup"), QT_TRANSLATE_NOOP("pages", "Ctrl+1"), "setup"),
    line<DataPage>(Page::Data, "data", QT_TRANSLATE_NOOP("pages", "Data"), QT_TRANSLATE_NOOP("pages", "Ctrl+2"), "data"),
    line<LivePage>(Page::Live, "live", QT_TRANSLATE_NOOP("pages", "Live"), QT_TRANSLATE_NOOP("pages", "Ctrl+3"), "live"),
    line<HistoryPage>(Page::History, "history", QT_TRANSLATE_NOOP("pages", "History"), QT_TRANSLATE_NOOP("pages", "Ctrl+4"), "history"),
    line<ComparePage>(Page::Compare, "compare", QT_TRANSLATE_NOOP("pages", "Compare"), QT_TRANSLATE_NOOP("pages", "Ctrl+5"), "compare"),
    line<StudyPage>(Page::Study, "study", QT_TRANSLATE_NOOP("pages", "Study"), QT_TRANSLATE_NOOP("pages", "Ctrl+6"), "study"),
    line<PlaygroundPage>(Page::Playground, "playground", QT_TRANSLATE_NOOP("pages", "Playground"), QT_TRANSLATE_NOOP("pages", "Ctrl+7"), "playground"),
    line<ExportPage>(Page::Export, "export", QT_TRANSLATE_NOOP("pages", "Export"), QT_TRANSLATE_NOOP("pages", "Ctrl+8"), "export"),
    line<HubPage>(Page::Hub, "hub", QT_TRANSLATE_NOOP("pages", "Hub"), QT_TRANSLATE_NOOP("pages", "Ctrl+9"), "hub"),
    line<SettingsPage>(Page::Settings, "settings", QT_TRANSLATE_NOOP("pages", "Settings"), QT_TRANSLATE_NOOP("pages", "Ctrl+,"), "settings"),
}};
// clang-format on

constexpr bool areInOrder() {
    for (std::size_t i = 0; i < kPageLines.size(); ++i)
        if (kPageLines[i].page != static_cast<Page>(i))
            return false;
    return true;
}
static_assert(areInOrder(), "pages stand in the order of the enum");

}  // namespace

const std::array<PageLine, kPageCount>& pageLines() {
    return kPageLines;
}

const PageLine& lineOf(Page page) {
    return kPageLines[static_cast<std::size_t>(page)];
}

Page pageOfType(const QMetaObject& type) {
    const auto found = std::find_if(kPageLines.begin(), kPageLines.end(),
                                    [&](const PageLine& line) { return line.type == &type; });
    Q_ASSERT(found != kPageLines.end());
    return found->page;
}

std::optional<Page> pageNamed(const QString& name) {
    const auto found = std::find_if(kPageLines.begin(), kPageLines.end(),
                                    [&](const PageLine& line) { return name == QLatin1String(line.name); });
    return found == kPageLines.end() ? std::nullopt : std::optional(found->page);
}

QString pageLabel(Page page) {
    return QCoreApplication::translate(kPagesContext, lineOf(page).label);
}

QKeySequence pageShortcut(Page page) {
    return QKeySequence(QCoreApplication::translate(kPagesContext, lineOf(page).shortcut));
}

}  // namespace tunebench::ui
