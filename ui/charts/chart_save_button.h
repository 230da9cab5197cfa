// ChartSaveButton: saves one of several charts as a picture or as numbers; asks for the file.
#pragma once

#include <QPushButton>

#include "core/base/result.h"
#include "ui/charts/chart_source.h"

class QMenu;

namespace tunebench::ui {

class ChartSaveButton : public QPushButton {
    Q_OBJECT

public:
    explicit ChartSaveButton(QWidget* parent = nullptr);

    /// `chart` outlives the button. With one chart there is no menu to choose from.
    void addChart(ChartSource& chart, const QString& title);

Q_SIGNALS:
    void saved(const QString& file);
    void failed(const tunebench::Error& error);

private:
    void press();
    void ask(ChartSource& chart);
    void save(ChartSource& chart, const QString& file);

    QMenu* menu_ = nullptr;
};

}  // namespace tunebench::ui
