// SvgDevice: writes what is painted on it as SVG 1.1, with clipping (which Qt's own writer has only from 6.5
// on: curves would run out of their axes) and texts as texts. Knows what charts paint: lines, areas in one
// colour, texts, pictures; no gradients.
#pragma once

#include <memory>

#include <QByteArray>
#include <QPaintDevice>
#include <QSize>
#include <QString>

namespace tunebench::ui {

class SvgEngine;

class SvgDevice : public QPaintDevice {
public:
    SvgDevice(const QSize& size, const QString& title);
    ~SvgDevice() override;

    /// The document; after the painter has ended.
    QByteArray svg() const;

    QPaintEngine* paintEngine() const override;

protected:
    int metric(PaintDeviceMetric metric) const override;

private:
    QSize size_;
    QString title_;
    std::unique_ptr<SvgEngine> engine_;
};

}  // namespace tunebench::ui
