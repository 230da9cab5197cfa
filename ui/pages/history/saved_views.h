// SavedViews: the views of the history that the user has saved, and the one that was last looked at, in the
// window's settings.
#pragma once

#include <vector>

#include <QString>

#include "core/history/run_view.h"

class QSettings;

namespace tunebench::ui {

class SavedViews {
public:
    explicit SavedViews(QSettings& settings) : settings_(settings) {}

    /// By name; none when what is stored cannot be read.
    std::vector<RunView> all() const;
    /// Replaces the one of that name.
    void save(const RunView& view);
    void remove(const std::string& name);

    /// The standard one at first.
    RunView last() const;
    void keepLast(const RunView& view);

private:
    std::vector<RunView> read(const char* key) const;
    void write(const char* key, const std::vector<RunView>& views);

    QSettings& settings_;
};

}  // namespace tunebench::ui
