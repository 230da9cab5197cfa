#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "core/study/report/html_text.h"

namespace tunebench {
namespace {

constexpr double kWidth = 640.0, kHeight = 360.0;
constexpr double kLeft = 80.0, kRight = 140.0, kTop = 16.0, kBottom = 48.0;

struct Axis {
    double low = 0.0, high = 1.0;
    double place(double value) const { return (value - low) / (high - low); }
};

Axis widened(double low, double high) {
    const double rest = high > low ? 0.06 * (high - low) : 0.5 * std::max(std::abs(high), 1e-6);
    return {.low = low - rest, .high = high + rest};
}

double x_at(const Axis& axis, double log_x) {
    return kLeft + axis.place(log_x) * (kWidth - kLeft - kRight);
}

double y_at(const Axis& axis, double y) {
    return kHeight - kBottom - axis.place(y) * (kHeight - kTop - kBottom);
}

std::string ticks(const Axis& x, const Axis& y) {
    constexpr int kSteps = 4;
    std::string svg;
    for (int i = 0; i <= kSteps; ++i) {
        const double part = static_cast<double>(i) / kSteps;
        const double at_x = x.low + part * (x.high - x.low), at_y = y.low + part * (y.high - y.low);
        svg += fmt::format("<text x=\"{:.1f}\" y=\"{}\" text-anchor=\"middle\">{:.3g}</text>", x_at(x, at_x),
                           kHeight - kBottom + 18, std::pow(10.0, at_x));
        svg += fmt::format("<text x=\"{}\" y=\"{:.1f}\" text-anchor=\"end\">{:.4g}</text>", kLeft - 8,
                           y_at(y, at_y) + 4, at_y);
    }
    return svg;
}

std::string frame(const DocumentScatter& scatter) {
    return fmt::format(
        "<line class=\"axis\" x1=\"{0}\" y1=\"{2}\" x2=\"{1}\" y2=\"{2}\"/>"
        "<line class=\"axis\" x1=\"{0}\" y1=\"{3}\" x2=\"{0}\" y2=\"{2}\"/>"
        "<text x=\"{4}\" y=\"{5}\" text-anchor=\"middle\">{6}</text>"
        "<text x=\"14\" y=\"{7}\" text-anchor=\"middle\" transform=\"rotate(-90 14 {7})\">{8}</text>",
        kLeft, kWidth - kRight, kHeight - kBottom, kTop, (kLeft + kWidth - kRight) / 2, kHeight - 8,
        html_text(scatter.x_title), (kTop + kHeight - kBottom) / 2, html_text(scatter.y_title));
}

std::string point_svg(const DocumentScatter::Point& point, const Axis& x_axis, const Axis& y_axis) {
    const double x = x_at(x_axis, std::log10(point.x)), y = y_at(y_axis, point.y);
    return fmt::format(
        "<line class=\"margin\" x1=\"{0:.1f}\" y1=\"{1:.1f}\" x2=\"{0:.1f}\" y2=\"{2:.1f}\"/>"
        "<circle class=\"{3}\" cx=\"{0:.1f}\" cy=\"{4:.1f}\" r=\"5\"><title>{5}: {6:.4g}, {7:.4f}"
        "</title></circle><text x=\"{8:.1f}\" y=\"{9:.1f}\">{5}</text>",
        x, y_at(y_axis, point.y - point.y_margin), y_at(y_axis, point.y + point.y_margin),
        point.is_marked ? "marked" : "point", y, html_text(point.label), point.x, point.y, x + 9, y + 4);
}

}  // namespace

std::string html_scatter(const DocumentScatter& scatter) {
    std::vector<DocumentScatter::Point> points;
    for (const auto& point : scatter.points)
        if (point.x > 0.0 && std::isfinite(point.x) && std::isfinite(point.y) &&
            std::isfinite(point.y_margin))
            points.push_back(point);
    if (points.empty())
        return {};
    double x_low = HUGE_VAL, x_high = -HUGE_VAL, y_low = HUGE_VAL, y_high = -HUGE_VAL;
    for (const auto& point : points) {
        x_low = std::min(x_low, std::log10(point.x));
        x_high = std::max(x_high, std::log10(point.x));
        y_low = std::min(y_low, point.y - point.y_margin);
        y_high = std::max(y_high, point.y + point.y_margin);
    }
    const auto x = widened(x_low, x_high), y = widened(y_low, y_high);
    std::string svg = frame(scatter) + ticks(x, y);
    for (const auto& point : points)
        svg += point_svg(point, x, y);
    const auto caption = html_text(scatter.caption);
    return fmt::format(
        "<figure><svg viewBox=\"0 0 {} {}\" width=\"100%\" style=\"max-width:{}px\" role=\"img\" "
        "aria-label=\"{}\">{}</svg><figcaption>{}</figcaption></figure>\n",
        kWidth, kHeight, kWidth, caption, svg, caption);
}

}  // namespace tunebench
