#include "ui/pages/history/saved_views.h"

#include <algorithm>

#include <QSettings>

#include "ui/text/qt_text.h"

namespace tunebench::ui {
namespace {

constexpr char kViews[] = "history/views";
constexpr char kLastView[] = "history/view";

}  // namespace

std::vector<RunView> SavedViews::read(const char* key) const {
    const auto text = settings_.value(QLatin1String(key)).toString().toStdString();
    const auto json = parse_json(text, key);
    auto views = json ? run_views_from_json(*json) : Result<std::vector<RunView>>(json.error());
    return views ? *std::move(views) : std::vector<RunView>();
}

void SavedViews::write(const char* key, const std::vector<RunView>& views) {
    settings_.setValue(QLatin1String(key), toQt(json_text(run_views_to_json(views))));
}

std::vector<RunView> SavedViews::all() const {
    return read(kViews);
}

void SavedViews::save(const RunView& view) {
    auto views = all();
    std::erase_if(views, [&](const RunView& known) { return known.name == view.name; });
    views.push_back(view);
    std::ranges::sort(views, {}, &RunView::name);
    write(kViews, views);
}

void SavedViews::remove(const std::string& name) {
    auto views = all();
    std::erase_if(views, [&](const RunView& known) { return known.name == name; });
    write(kViews, views);
}

RunView SavedViews::last() const {
    auto views = read(kLastView);
    return views.empty() ? standard_run_view() : std::move(views.front());
}

void SavedViews::keepLast(const RunView& view) {
    write(kLastView, {view});
}

}  // namespace tunebench::ui
