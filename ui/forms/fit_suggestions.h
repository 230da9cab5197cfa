// FitSuggestions: which changes of settings would make a run fit into memory, the mildest first, with what
// each costs; a click makes one of them.
#pragma once

#include <optional>
#include <vector>

#include <QStringList>
#include <QWidget>

#include "core/memory/memory_fit.h"

class QVBoxLayout;

namespace tunebench::ui {

class FitSuggestions : public QWidget {
    Q_OBJECT

public:
    explicit FitSuggestions(QWidget* parent = nullptr);

    /// Nothing is shown of a run that fits, or of none.
    void showFit(const std::optional<MemoryFit>& fit);

Q_SIGNALS:
    /// As --set takes them: "budget.batch_size=4".
    void requested(const QStringList& assignments);

private:
    QVBoxLayout* rows_ = nullptr;
    std::vector<MemorySuggestion> shown_;
};

/// "batch size 4, accumulation 2" of "budget.batch_size=4 budget.accumulation=2".
QString settingsText(const QString& settings);

}  // namespace tunebench::ui
