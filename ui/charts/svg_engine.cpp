#include "ui/charts/svg_engine.h"

#include <QBuffer>
#include <QFont>
#include <QFontInfo>
#include <QPixmap>

namespace tunebench::ui {
namespace {

QByteArray svgNumber(double value) {
    return QByteArray::number(value, 'g', 7);
}

QByteArray svgPoint(double x, double y) {
    return svgNumber(x) + ' ' + svgNumber(y);
}

QByteArray dataOf(const QPainterPath& path) {
    QByteArray data;
    for (int i = 0; i < path.elementCount(); ++i) {
        const QPainterPath::Element element = path.elementAt(i);
        if (element.isMoveTo())
            data += 'M';
        else if (element.isLineTo())
            data += 'L';
        else if (element.isCurveTo())
            data += 'C';
        else
            data += ' ';  // goes on with the curve's other points
        data += svgPoint(element.x, element.y);
    }
    return data;
}

QByteArray svgAttribute(const char* name, const QByteArray& value) {
    return QByteArray(" ") + name + "=\"" + value + '"';
}

QByteArray colored(const char* name, const QColor& color, double opacity) {
    QByteArray text = svgAttribute(name, color.name().toLatin1());
    const double seen = color.alphaF() * opacity;
    if (seen < 1.0)
        text += ' ' + QByteArray(name) + "-opacity=\"" + svgNumber(seen) + '"';
    return text;
}

QByteArray dashes(const QPen& pen, double width) {
    if (pen.style() == Qt::SolidLine)
        return {};
    QByteArrayList lengths;
    for (const double length : pen.dashPattern())
        lengths << svgNumber(length * width);
    return svgAttribute("stroke-dasharray", lengths.join(','));
}

constexpr QPaintEngine::PaintEngineFeatures kFeatures =
    QPaintEngine::PrimitiveTransform | QPaintEngine::PixmapTransform | QPaintEngine::PainterPaths |
    QPaintEngine::Antialiasing | QPaintEngine::AlphaBlend | QPaintEngine::ConstantOpacity;

}  // namespace

SvgEngine::SvgEngine() : QPaintEngine(kFeatures) {}

bool SvgEngine::begin(QPaintDevice*) {
    body_.clear();
    isClipped_ = false;
    clips_ = 0;
    return true;
}

void SvgEngine::updateState(const QPaintEngineState& now) {
    const DirtyFlags changed = now.state();
    if (changed.testFlag(DirtyTransform))
        transform_ = now.transform();
    if (changed.testFlag(DirtyPen))
        pen_ = now.pen();
    if (changed.testFlag(DirtyBrush))
        brush_ = now.brush();
    if (changed.testFlag(DirtyOpacity))
        opacity_ = now.opacity();
    updateClip(now);
}

void SvgEngine::updateClip(const QPaintEngineState& now) {
    const DirtyFlags changed = now.state();
    if (changed.testFlag(DirtyClipPath))
        clipTo(now.clipPath(), now.clipOperation());
    if (changed.testFlag(DirtyClipRegion)) {
        QPainterPath path;
        path.addRegion(now.clipRegion());
        clipTo(path, now.clipOperation());
    }
    if (changed.testFlag(DirtyClipEnabled) && isClipped_ != now.isClipEnabled()) {
        isClipped_ = now.isClipEnabled();
        isClipWritten_ = false;
    }
}

void SvgEngine::clipTo(const QPainterPath& path, Qt::ClipOperation operation) {
    const QPainterPath mapped = transform_.map(path);
    clip_ = operation == Qt::IntersectClip && isClipped_ ? clip_.intersected(mapped) : mapped;
    isClipped_ = operation != Qt::NoClip;
    isClipWritten_ = false;
}

/// Refers to the clip of now, which is written where it is first needed. Among definitions: Qt's reader would
/// paint it.
QByteArray SvgEngine::clipAttribute() {
    if (!isClipped_)
        return {};
    if (!isClipWritten_) {
        ++clips_;
        body_ += "<defs><clipPath id=\"clip" + QByteArray::number(clips_) + "\"><path d=\"" + dataOf(clip_) +
                 "\"/></clipPath></defs>\n";
        isClipWritten_ = true;
    }
    return svgAttribute("clip-path", "url(#clip" + QByteArray::number(clips_) + ')');
}

QByteArray SvgEngine::strokeAttributes() const {
    if (pen_.style() == Qt::NoPen)
        return svgAttribute("stroke", "none");
    const double width = pen_.widthF() > 0 ? pen_.widthF() : 1.0;
    QByteArray text =
        colored("stroke", pen_.color(), opacity_) + svgAttribute("stroke-width", svgNumber(width));
    if (pen_.capStyle() != Qt::FlatCap)
        text += svgAttribute("stroke-linecap", pen_.capStyle() == Qt::RoundCap ? "round" : "square");
    if (pen_.joinStyle() == Qt::RoundJoin)
        text += svgAttribute("stroke-linejoin", "round");
    else if (pen_.joinStyle() == Qt::BevelJoin)
        text += svgAttribute("stroke-linejoin", "bevel");
    return text + dashes(pen_, width);
}

QByteArray SvgEngine::fillAttributes() const {
    return brush_.style() == Qt::NoBrush ? svgAttribute("fill", "none")
                                         : colored("fill", brush_.color(), opacity_);
}

QByteArray SvgEngine::transformAttribute() const {
    const QTransform& t = transform_;
    if (t.isIdentity())
        return {};
    return svgAttribute("transform", "matrix(" + svgPoint(t.m11(), t.m12()) + ' ' +
                                         svgPoint(t.m21(), t.m22()) + ' ' + svgPoint(t.dx(), t.dy()) + ')');
}

void SvgEngine::write(const QPainterPath& path, bool isFilled) {
    const QByteArray clip = clipAttribute();
    body_ += "<path d=\"" + dataOf(transform_.map(path)) + '"' + strokeAttributes() +
             (isFilled ? fillAttributes() : svgAttribute("fill", "none"));
    if (isFilled && path.fillRule() == Qt::OddEvenFill)
        body_ += svgAttribute("fill-rule", "evenodd");
    body_ += clip + "/>\n";
}

void SvgEngine::drawPath(const QPainterPath& path) {
    write(path, true);
}

void SvgEngine::drawPolygon(const QPointF* points, int count, PolygonDrawMode mode) {
    if (count <= 0)
        return;
    QPainterPath path(points[0]);
    for (int i = 1; i < count; ++i)
        path.lineTo(points[i]);
    if (mode != PolylineMode)
        path.closeSubpath();
    path.setFillRule(mode == WindingMode ? Qt::WindingFill : Qt::OddEvenFill);
    write(path, mode != PolylineMode);
}

void SvgEngine::drawTextItem(const QPointF& place, const QTextItem& item) {
    const QFont font = item.font();
    const QByteArray clip = clipAttribute();
    body_ += "<text" + svgAttribute("x", svgNumber(place.x())) + svgAttribute("y", svgNumber(place.y())) +
             transformAttribute() + colored("fill", pen_.color(), opacity_) +
             svgAttribute("font-family", font.family().toHtmlEscaped().toUtf8()) +
             svgAttribute("font-size", svgNumber(QFontInfo(font).pixelSize())) +
             svgAttribute("font-weight", QByteArray::number(font.weight()));
    if (font.italic())
        body_ += svgAttribute("font-style", "italic");
    body_ += clip + " xml:space=\"preserve\">" + item.text().toHtmlEscaped().toUtf8() + "</text>\n";
}

void SvgEngine::drawPixmap(const QRectF& place, const QPixmap& pixmap, const QRectF& part) {
    QByteArray png;
    QBuffer buffer(&png);
    buffer.open(QIODevice::WriteOnly);
    pixmap.copy(part.toRect()).save(&buffer, "PNG");
    const QByteArray clip = clipAttribute();
    body_ += "<image" + svgAttribute("x", svgNumber(place.x())) + svgAttribute("y", svgNumber(place.y())) +
             svgAttribute("width", svgNumber(place.width())) +
             svgAttribute("height", svgNumber(place.height())) + transformAttribute() +
             svgAttribute("xlink:href", "data:image/png;base64," + png.toBase64()) + clip + "/>\n";
}

}  // namespace tunebench::ui
