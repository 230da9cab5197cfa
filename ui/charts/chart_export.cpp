#include "ui/charts/chart_export.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFileInfo>
#include <QImage>
#include <QMarginsF>
#include <QPageLayout>
#include <QPageSize>
#include <QPdfWriter>
#include <QRegularExpression>
#include <QSaveFile>

#include "ui/charts/svg_device.h"

namespace tunebench::ui {
namespace {

constexpr double kPointsAnInch = 72.0;
constexpr int kPixelsAnInch = 96;

bool writePng(ChartSource& chart, QIODevice& out) {
    QImage image(chart.chartSize() * kPngScale, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(kPngScale);
    if (image.isNull())
        return false;
    image.fill(Qt::white);
    chart.paintOn(image, chart.chartSize());
    return image.save(&out, "PNG");
}

bool writeSvg(ChartSource& chart, QIODevice& out) {
    SvgDevice device(chart.chartSize(), chart.chartTitle());
    chart.paintOn(device, chart.chartSize());
    const QByteArray svg = device.svg();
    return out.write(svg) == svg.size();
}

bool writePdf(ChartSource& chart, QIODevice& out) {
    QPdfWriter writer(&out);
    writer.setTitle(chart.chartTitle());
    writer.setCreator(QStringLiteral("Tunebench"));
    writer.setResolution(kPixelsAnInch);
    const QSizeF points = QSizeF(chart.chartSize()) * (kPointsAnInch / kPixelsAnInch);
    writer.setPageLayout(QPageLayout(QPageSize(points, QPageSize::Point, {}, QPageSize::ExactMatch),
                                     QPageLayout::Portrait, QMarginsF()));
    chart.paintOn(writer, chart.chartSize());
    return true;
}

bool writeNumbers(ChartSource& chart, QIODevice& out) {
    chart.writeCsv(out);
    return true;
}

/// False where nothing came of it; what the device refused it remembers by itself.
using Write = bool (*)(ChartSource&, QIODevice&);

Write writerFor(const QString& suffix) {
    if (suffix == QLatin1String("png"))
        return writePng;
    if (suffix == QLatin1String("svg"))
        return writeSvg;
    if (suffix == QLatin1String("pdf"))
        return writePdf;
    return suffix == QLatin1String("csv") ? writeNumbers : nullptr;
}

}  // namespace

Result<void> saveChart(ChartSource& chart, const QString& file) {
    const Write write = writerFor(QFileInfo(file).suffix().toLower());
    if (write == nullptr)
        return Error{ErrorCode::Unsupported,
                     QCoreApplication::translate("ChartExport", "A chart cannot be saved as %1")
                         .arg(QFileInfo(file).fileName())
                         .toStdString(),
                     QCoreApplication::translate("ChartExport", "End the name in .png, .svg, .pdf or .csv.")
                         .toStdString()};
    QSaveFile out(file);
    if (out.open(QIODevice::WriteOnly)) {
        if (!write(chart, out) && out.error() == QFileDevice::NoError)
            return Error{
                ErrorCode::OutOfMemory,
                QCoreApplication::translate("ChartExport", "%1 could not be drawn: it is too large a picture")
                    .arg(file)
                    .toStdString(),
                QCoreApplication::translate("ChartExport",
                                            "Make the window smaller, or save it as SVG or PDF.")
                    .toStdString()};
        if (out.commit())
            return {};
    }
    return Error{
        ErrorCode::Io,
        QCoreApplication::translate("ChartExport", "%1 could not be written: %2")
            .arg(file, out.errorString())
            .toStdString(),
        QCoreApplication::translate("ChartExport", "Choose another folder, or make room on the disk.")
            .toStdString()};
}

QStringList chartFileFilters() {
    return {QCoreApplication::translate("ChartExport", "PNG picture (*.png)"),
            QCoreApplication::translate("ChartExport", "SVG picture (*.svg)"),
            QCoreApplication::translate("ChartExport", "PDF page (*.pdf)"),
            QCoreApplication::translate("ChartExport", "Numbers (*.csv)")};
}

QString chartFileName(const ChartSource& chart) {
    QString name = chart.chartTitle();
    name.replace(
        QRegularExpression(QStringLiteral("[^\\w ()-]"), QRegularExpression::UseUnicodePropertiesOption),
        QStringLiteral("_"));
    return (name.isEmpty() ? QCoreApplication::translate("ChartExport", "chart") : name) +
           QStringLiteral(".png");
}

}  // namespace tunebench::ui
