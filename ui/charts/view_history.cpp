#include "ui/charts/view_history.h"

namespace tunebench::ui {
namespace {

constexpr std::size_t kMostViews = 200;

}  // namespace

bool ViewHistory::changed() {
    if (!before_)
        return false;
    if (views_.size() == kMostViews)
        views_.erase(views_.begin());
    views_.push_back(*before_);
    before_.reset();
    return true;
}

std::optional<ChartView> ViewHistory::undo() {
    before_.reset();
    if (views_.empty())
        return std::nullopt;
    const ChartView view = views_.back();
    views_.pop_back();
    return view;
}

void ViewHistory::clear() {
    views_.clear();
    before_.reset();
}

void ViewHistory::change(const std::function<void(ChartView&)>& edit) {
    for (ChartView& view : views_)
        edit(view);
    if (before_)
        edit(*before_);
}

}  // namespace tunebench::ui
