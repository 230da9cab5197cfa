#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "core/study/report/html_text.h"
#include "core/study/report/ticks.h"

namespace tunebench {
namespace {

constexpr double kWidth = 680.0, kHeight = 380.0;
constexpr double kLeft = 76.0, kRight = 24.0, kTop = 16.0, kBottom = 52.0;
constexpr double kCharacter = 6.6, kLine = 14.0;  // of a label, about
constexpr int kMostTicks = 7;

using Point = DocumentScatter::Point;

struct Axis {
    double low = 0.0, high = 1.0;
    double place(double value) const { return (value - low) / (high - low); }
};

struct Box {
    double left = 0.0, right = 0.0, middle = 0.0;
    bool meets(const Box& other) const {
        return left < other.right && other.left < right && std::abs(middle - other.middle) < kLine;
    }
};

Axis widened(double low, double high, double air) {
    // What differs by rounding alone is one value.
    const double size = std::max({std::abs(low), std::abs(high), 1e-6});
    const double rest = high - low > 1e-9 * size ? air * (high - low) : 0.5 * size;
    return {.low = low - rest, .high = high + rest};
}

class Scatter {
public:
    Scatter(const DocumentScatter& scatter, std::vector<Point> points)
        : scatter_(scatter), points_(std::move(points)) {
        double x_low = HUGE_VAL, x_high = -HUGE_VAL, y_low = HUGE_VAL, y_high = -HUGE_VAL;
        for (const auto& point : points_) {
            x_low = std::min(x_low, std::log10(point.x));
            x_high = std::max(x_high, std::log10(point.x));
            y_low = std::min(y_low, point.y - point.y_margin);
            y_high = std::max(y_high, point.y + point.y_margin);
        }
        x_ = widened(x_low, x_high, 0.1);
        y_ = widened(y_low, y_high, 0.06);
    }

    std::string svg() {
        std::string text = grid() + front();
        for (const auto& point : points_)
            text += mark(point);
        for (const auto& point : points_)
            text += label(point);
        return text;
    }

private:
    double x_at(double x) const { return kLeft + x_.place(std::log10(x)) * (kWidth - kLeft - kRight); }
    double y_at(double y) const { return kHeight - kBottom - y_.place(y) * (kHeight - kTop - kBottom); }

    std::string grid() const {
        std::string text;
        const double bottom = kHeight - kBottom, right = kWidth - kRight;
        for (const double y : even_ticks(y_.low, y_.high, kMostTicks))
            text += fmt::format(
                "<line class=\"grid\" x1=\"{0}\" y1=\"{2:.1f}\" x2=\"{1}\" y2=\"{2:.1f}\"/>"
                "<text x=\"{3}\" y=\"{4:.1f}\" text-anchor=\"end\">{5}</text>",
                kLeft, right, y_at(y), kLeft - 8, y_at(y) + 4, tick_text(y));
        for (const double x : log_ticks(std::pow(10.0, x_.low), std::pow(10.0, x_.high), kMostTicks))
            text += fmt::format(
                "<line class=\"axis\" x1=\"{0:.1f}\" y1=\"{1}\" x2=\"{0:.1f}\" y2=\"{2}\"/>"
                "<text x=\"{0:.1f}\" y=\"{3}\" text-anchor=\"middle\">{4}</text>",
                x_at(x), bottom, bottom + 4, bottom + 18, tick_text(x));
        return text + fmt::format(
                          "<line class=\"axis\" x1=\"{0}\" y1=\"{1}\" x2=\"{2}\" y2=\"{1}\"/>"
                          "<text class=\"title\" x=\"{3}\" y=\"{4}\" text-anchor=\"middle\">{5}</text>"
                          "<text class=\"title\" x=\"16\" y=\"{6}\" text-anchor=\"middle\" "
                          "transform=\"rotate(-90 16 {6})\">{7}</text>",
                          kLeft, bottom, right, (kLeft + right) / 2, kHeight - 8, html_text(scatter_.x_title),
                          (kTop + bottom) / 2, html_text(scatter_.y_title));
    }

    /// Through the marked points, from left to right.
    std::string front() const {
        std::vector<const Point*> marked;
        for (const auto& point : points_)
            if (point.is_marked)
                marked.push_back(&point);
        std::ranges::sort(marked, {}, &Point::x);
        std::string places;
        for (const auto* point : marked)
            places += fmt::format("{:.1f},{:.1f} ", x_at(point->x), y_at(point->y));
        return marked.size() < 2 ? std::string()
                                 : fmt::format("<polyline class=\"front\" points=\"{}\"/>", places);
    }

    std::string mark(const Point& point) const {
        return fmt::format(
            "<line class=\"margin\" x1=\"{0:.1f}\" y1=\"{1:.1f}\" x2=\"{0:.1f}\" y2=\"{2:.1f}\"/>"
            "<circle class=\"{3}\" cx=\"{0:.1f}\" cy=\"{4:.1f}\" r=\"5\"><title>{5}: {6:.4g}, {7:.4f}"
            "</title></circle>",
            x_at(point.x), y_at(point.y - point.y_margin), y_at(point.y + point.y_margin),
            point.is_marked ? "marked" : "point", y_at(point.y), html_text(point.label), point.x, point.y);
    }

    /// Beside the point where there is room; where there is none, without its name: pointing at it tells.
    std::string label(const Point& point) {
        const double x = x_at(point.x), y = y_at(point.y);
        const double width = kCharacter * static_cast<double>(point.label.size());
        for (const double shift : {0.0, -kLine, kLine, -2 * kLine, 2 * kLine})
            for (const bool is_right : {true, false}) {
                const double left = is_right ? x + 9 : x - 9 - width;
                const Box box{.left = left, .right = left + width, .middle = y + shift};
                if (left < kLeft || box.right > kWidth ||
                    std::ranges::any_of(labels_, [&](const Box& other) { return box.meets(other); }))
                    continue;
                labels_.push_back(box);
                return fmt::format("<text x=\"{:.1f}\" y=\"{:.1f}\"{}>{}</text>", is_right ? x + 9 : x - 9,
                                   y + shift + 4, is_right ? "" : " text-anchor=\"end\"",
                                   html_text(point.label));
            }
        return {};
    }

    const DocumentScatter& scatter_;
    const std::vector<Point> points_;
    std::vector<Box> labels_ = {};
    Axis x_ = {}, y_ = {};
};

}  // namespace

std::string html_scatter(const DocumentScatter& scatter, int number) {
    std::vector<Point> points;
    for (const auto& point : scatter.points)
        if (point.x > 0.0 && std::isfinite(point.x) && std::isfinite(point.y) &&
            std::isfinite(point.y_margin))
            points.push_back(point);
    if (points.empty())
        return {};
    const auto caption = html_text(scatter.caption);
    return fmt::format(
        "<figure><svg viewBox=\"0 0 {} {}\" role=\"img\" aria-label=\"{}\">{}</svg>"
        "<figcaption><strong>Figure {}.</strong> {}</figcaption></figure>\n",
        kWidth, kHeight, caption, Scatter(scatter, std::move(points)).svg(), number, caption);
}

}  // namespace tunebench
