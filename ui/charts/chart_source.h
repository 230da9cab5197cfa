// ChartSource: what a chart must be able to do to be saved (chart_export.h).
#pragma once

#include <QSize>
#include <QString>

class QIODevice;
class QPaintDevice;

namespace tunebench::ui {

class ChartSource {
public:
    virtual ~ChartSource() = default;

    /// For the name of the file.
    virtual QString chartTitle() const = 0;
    /// As it is on the screen, in device-independent pixels.
    virtual QSize chartSize() const = 0;
    /// The picture that is on the screen, in another size, with its own painter.
    virtual void paintOn(QPaintDevice& device, const QSize& size) = 0;
    /// Everything that the chart holds, not only what is seen: a header, and a row a place. All digits.
    virtual void writeCsv(QIODevice& out) const = 0;
};

}  // namespace tunebench::ui
