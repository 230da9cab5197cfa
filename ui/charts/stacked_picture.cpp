#include "ui/charts/stacked_picture.h"

#include <algorithm>
#include <utility>

#include "ui/charts/series_look.h"
#include "ui/theme/colors.h"
#include "ui/theme/spacing.h"

namespace tunebench::ui {
namespace {

constexpr float kAreaFill = 0.55F;
constexpr double kRoomForNames = 1.12;     // of the largest whole; sections have theirs above it
constexpr std::size_t kMostSections = 12;  // drawn; more would be a fence

QCPItemStraightLine* addUpright(QCustomPlot& plot) {
    auto* line = new QCPItemStraightLine(&plot);
    line->point1->setTypeY(QCPItemPosition::ptAxisRectRatio);
    line->point2->setTypeY(QCPItemPosition::ptAxisRectRatio);
    return line;
}

void place(QCPItemStraightLine& line, double x) {
    line.point1->setCoords(x, 0);
    line.point2->setCoords(x, 1);
}

}  // namespace

StackedPicture::StackedPicture(QCustomPlot& plot) : plot_(plot) {
    // The cursor moves without painting the areas again.
    plot_.addLayer(QStringLiteral("cursor"));
    plot_.layer(QStringLiteral("cursor"))->setMode(QCPLayer::lmBuffered);
    cursor_ = addUpright(plot_);
    cursor_->setLayer(QStringLiteral("cursor"));
    cursor_->setVisible(false);
}

/// Each layer's upper edge is a graph, filled down to the one below.
void StackedPicture::setContent(const StackedContent& content) {
    plot_.clearGraphs();
    wholes_.assign(content.places.size(), 0.0);
    const QVector<double> places(content.places.begin(), content.places.end());
    QCPGraph* below = nullptr;
    for (const StackedLayer& layer : content.layers) {
        for (std::size_t i = 0; i < wholes_.size(); ++i)
            wholes_[i] += layer.values[i];
        QCPGraph* graph = plot_.addGraph();
        graph->setLineStyle(QCPGraph::lsStepLeft);
        graph->setData(places, QVector<double>(wholes_.begin(), wholes_.end()), true);
        if (below != nullptr)
            graph->setChannelFillGraph(below);
        below = graph;
    }
}

void StackedPicture::draw(const StackedContent& content, const QFont& caption, const Colors& colors) {
    if (!content.places.empty()) {
        const double first = content.places.front(), last = content.places.back();
        const double top = *std::max_element(wholes_.begin(), wholes_.end());
        plot_.xAxis->setRange(first, last > first ? last : first + 1.0);
        plot_.yAxis->setRange(0.0, top > 0.0 ? kRoomForNames * top : 1.0);
    }
    drawLayers(content, colors);
    drawSections(content, caption, colors);
}

void StackedPicture::drawLayers(const StackedContent& content, const Colors& colors) {
    for (int i = 0; i < plot_.graphCount(); ++i) {
        const int series = content.layers[static_cast<std::size_t>(i)].series;
        QColor color = seriesLook(series, colors).color;
        plot_.graph(i)->setPen(QPen(color, 1));
        color.setAlphaF(kAreaFill);
        plot_.graph(i)->setBrush(color);
    }
}

void StackedPicture::drawSections(const StackedContent& content, const QFont& caption, const Colors& colors) {
    for (QCPAbstractItem* item : std::exchange(sections_, {}))
        plot_.removeItem(item);
    if (content.sections.size() > kMostSections)
        return;
    const QFontMetrics metrics(caption);
    const double pixels = plot_.axisRect()->width() / plot_.xAxis->range().size();
    double end = plot_.xAxis->range().upper;
    for (auto section = content.sections.rbegin(); section != content.sections.rend(); ++section) {
        if (section->from > plot_.xAxis->range().lower)
            addLine(section->from, colors);
        if (metrics.horizontalAdvance(section->name) + spacing::kUnit < pixels * (end - section->from))
            addName(*section, caption, colors);
        end = section->from;
    }
}

void StackedPicture::addLine(double from, const Colors& colors) {
    auto* line = addUpright(plot_);
    place(*line, from);
    line->setPen(QPen(colors.outline, 1, Qt::DashLine));
    sections_.push_back(line);
}

void StackedPicture::addName(const StackedSection& section, const QFont& caption, const Colors& colors) {
    auto* text = new QCPItemText(&plot_);
    text->position->setTypeY(QCPItemPosition::ptAxisRectRatio);
    text->position->setCoords(section.from, 0);
    text->setPositionAlignment(Qt::AlignLeft | Qt::AlignTop);
    text->setPadding(QMargins(spacing::kHalf, 0, 0, 0));
    text->setText(section.name);
    text->setFont(caption);
    text->setColor(colors.muted);
    sections_.push_back(text);
}

void StackedPicture::showCursor(std::optional<double> x, const Colors& colors) {
    cursor_->setVisible(x.has_value());
    cursor_->setPen(QPen(colors.text, 1, Qt::DotLine));
    if (x)
        place(*cursor_, *x);
}

}  // namespace tunebench::ui
