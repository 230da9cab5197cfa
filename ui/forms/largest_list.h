// LargestList: how large a batch, a row, an adapter and a model fit into memory, one at a time; a click takes
// the value.
#pragma once

#include <optional>
#include <vector>

#include <QStringList>
#include <QWidget>

#include "core/memory/largest_values.h"

class QVBoxLayout;

namespace tunebench::ui {

class LargestList : public QWidget {
    Q_OBJECT

public:
    explicit LargestList(QWidget* parent = nullptr);

    /// Nothing is shown of a model with which nothing fits.
    void showLargest(const std::vector<LargestValue>& values, const std::optional<LargestModel>& model);

Q_SIGNALS:
    /// As --set takes them: "budget.batch_size=4".
    void requested(const QStringList& assignments);

private:
    void rebuild();
    void addValue(const LargestValue& value);

    std::vector<LargestValue> values_;
    std::optional<LargestModel> model_;
    QVBoxLayout* rows_ = nullptr;
};

}  // namespace tunebench::ui
