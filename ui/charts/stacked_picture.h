// StackedPicture: the areas of a StackedChart as graphs of a QCustomPlot, the sections, and the cursor. Part
// of stacked_chart.
#pragma once

#include <optional>
#include <vector>

#include <QFont>
#include <qcustomplot.h>

#include "ui/charts/stacked_chart.h"

namespace tunebench::ui {

struct Colors;

class StackedPicture {
public:
    explicit StackedPicture(QCustomPlot& plot);

    void setContent(const StackedContent& content);
    /// All of it, in the range of the axes that it needs.
    void draw(const StackedContent& content, const QFont& caption, const Colors& colors);
    void showCursor(std::optional<double> place, const Colors& colors);

    /// The sum of the layers at each place.
    const std::vector<double>& wholes() const { return wholes_; }

private:
    void drawLayers(const StackedContent& content, const Colors& colors);
    void drawSections(const StackedContent& content, const QFont& caption, const Colors& colors);
    void addLine(double place, const Colors& colors);
    void addName(const StackedSection& section, const QFont& caption, const Colors& colors);

    QCustomPlot& plot_;
    QCPItemStraightLine* cursor_ = nullptr;
    std::vector<QCPAbstractItem*> sections_ = {};
    std::vector<double> wholes_ = {};
};

}  // namespace tunebench::ui
