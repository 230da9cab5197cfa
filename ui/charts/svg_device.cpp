#include "ui/charts/svg_device.h"

#include <cmath>

#include "ui/charts/svg_engine.h"

namespace tunebench::ui {
namespace {

constexpr double kDotsAnInch = 96.0;
constexpr double kMillimetersAnInch = 25.4;

int toMillimeters(int pixels) {
    return static_cast<int>(std::lround(pixels * kMillimetersAnInch / kDotsAnInch));
}

}  // namespace

SvgDevice::SvgDevice(const QSize& size, const QString& title)
    : size_(size), title_(title), engine_(std::make_unique<SvgEngine>()) {}

SvgDevice::~SvgDevice() = default;

QPaintEngine* SvgDevice::paintEngine() const {
    return engine_.get();
}

QByteArray SvgDevice::svg() const {
    const QByteArray width = QByteArray::number(size_.width());
    const QByteArray height = QByteArray::number(size_.height());
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
           "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" "
           "version=\"1.1\" width=\"" +
           width + "\" height=\"" + height + "\" viewBox=\"0 0 " + width + ' ' + height + "\">\n<title>" +
           title_.toHtmlEscaped().toUtf8() + "</title>\n" + engine_->body() + "</svg>\n";
}

int SvgDevice::metric(PaintDeviceMetric metric) const {
    switch (metric) {
        case PdmWidth:
            return size_.width();
        case PdmHeight:
            return size_.height();
        case PdmWidthMM:
            return toMillimeters(size_.width());
        case PdmHeightMM:
            return toMillimeters(size_.height());
        case PdmDpiX:
        case PdmDpiY:
        case PdmPhysicalDpiX:
        case PdmPhysicalDpiY:
            return static_cast<int>(kDotsAnInch);
        case PdmDepth:
            return 32;
        case PdmNumColors:
            return 16777216;
        default:
            return QPaintDevice::metric(metric);
    }
}

}  // namespace tunebench::ui
